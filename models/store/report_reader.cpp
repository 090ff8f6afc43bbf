// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/report_reader.h"

#include "models/store/customer_names.h"
#include "models/store/statement.h"

namespace goodfaith::store {
namespace {

std::string number(auto value) {
    return std::to_string(static_cast<int>(value));
}

std::string within(const std::string& column, const ReportPeriod& period) {
    return (period.from ? " AND " + column + " >= :from" : std::string()) +
           (period.to ? " AND " + column + " <= :to" : std::string());
}

void addTo(Statement& statement, const ReportPeriod& period) {
    if (period.from)
        statement.add(*period.from);
    if (period.to)
        statement.add(*period.to);
}

// Channel, mailbox and queue of `record`, joined to m and c; who acted in `act`.
std::string wayOf(const std::string& record, const std::string& act) {
    return "CASE " + record + ".kind WHEN " + number(RecordKind::Call) + " THEN 'phone' WHEN " +
           number(RecordKind::Chat) + " THEN 'chat' WHEN " + number(RecordKind::ContactForm) +
           " THEN 'contact_form' ELSE COALESCE(m.channel, 'email') END, m.mailbox, c.queue, "
           "COALESCE((SELECT agent FROM message_detail WHERE record_id = " +
           act + "), (SELECT agent FROM call_detail WHERE record_id = " + act +
           "), (SELECT agent FROM chat_detail WHERE record_id = " + act +
           // Who writes by hand often signs the address: "Tom <support@shop.example>".
           "), (SELECT party.name FROM record_party JOIN party ON party.id = "
           "record_party.party_id WHERE record_party.record_id = " +
           act + " AND role = " + number(PartyRole::Sender) + " AND is_ours = 1))";
}

const std::string detailsOf =
    " LEFT JOIN message_detail AS m ON m.record_id = record.id"
    " LEFT JOIN call_detail AS c ON c.record_id = record.id";

std::optional<Duration> durationFrom(std::optional<qint64> millis) {
    return millis ? std::optional(Duration(*millis)) : std::nullopt;
}

}  // namespace

void ReportReader::forEachWait(const std::function<void(const WaitOverview&)>& visit) const {
    Query<EventId, CustomerId, RecordKind, Instant, std::optional<Instant>, bool, QString, QString,
          QString, QString>
        query(database_,
              "SELECT inquiry_id, customer_id, wait.kind, since, answered_at, first_of_case, " +
                  wayOf("record", "wait.answer_id") +
                  " FROM wait JOIN record ON record.id = inquiry_id" + detailsOf + " WHERE 1 = 1" +
                  within("since", period_) + " ORDER BY since, inquiry_id");
    addTo(query, period_);
    for (query.start(); query.next();) {
        const auto [inquiry, customer, kind, since, answeredAt, first, channel, mailbox, queue,
                    agent] = query.row();
        visit(
            {inquiry, customer, kind, since, answeredAt, first, {channel, mailbox, queue, agent}});
    }
}

void ReportReader::forEachCase(const std::function<void(const CaseOverview&)>& visit) const {
    Query<CaseId, CustomerId, Topic, Instant, std::optional<Instant>, QString, QString, QString,
          QString>
        query(database_, "SELECT complaint_case.id, customer_id, topic, opened_at, resolved_at, " +
                             wayOf("record", "complaint_case.resolved_by") +
                             " FROM complaint_case JOIN record ON record.id = complaint_case.id" +
                             detailsOf + " WHERE record.kind NOT IN (" +
                             // Claims known by the books alone: there was no inquiry.
                             number(RecordKind::Return) + ", " + number(RecordKind::Refund) + ")" +
                             within("opened_at", period_) +
                             " ORDER BY opened_at, complaint_case.id");
    addTo(query, period_);
    for (query.start(); query.next();) {
        const auto [id, customer, topic, openedAt, resolvedAt, channel, mailbox, queue, agent] =
            query.row();
        visit({id, customer, topic, openedAt, resolvedAt, {channel, mailbox, queue, agent}});
    }
}

// A missed call that came while something else of theirs waited is made good with that.
void ReportReader::forEachCall(const std::function<void(const CallOverview&)>& visit) const {
    Query<EventId, CustomerId, Instant, CallDisposition, QString, QString, std::optional<qint64>,
          std::optional<qint64>, std::optional<Instant>, RecordKind>
        query(database_,
              "SELECT record.id, link.customer_id, record.at, c.disposition, c.queue, c.agent, "
              "c.wait_ms, c.talk_ms, wait.answered_at, "
              "(SELECT answer.kind FROM record AS answer WHERE answer.id = wait.answer_id) FROM "
              "record "
              "JOIN call_detail AS c ON c.record_id = record.id "
              "LEFT JOIN link ON link.party_id = record.party_id "
              "LEFT JOIN wait ON wait.inquiry_id = COALESCE("
              "(SELECT own.inquiry_id FROM wait AS own WHERE own.inquiry_id = record.id), "
              "(SELECT w.inquiry_id FROM wait AS w WHERE w.customer_id = link.customer_id "
              "AND w.since <= record.at AND (w.answered_at IS NULL OR w.answered_at >= record.at) "
              "ORDER BY w.since DESC, w.inquiry_id LIMIT 1)) "
              "WHERE record.kind = " +
                  number(RecordKind::Call) + " AND record.direction = " +
                  number(Direction::Inbound) + " AND record.at IS NOT NULL" +
                  within("record.at", period_) + " ORDER BY record.at, record.id");
    addTo(query, period_);
    for (query.start(); query.next();) {
        const auto [call, customer, at, disposition, queue, agent, wait, talk, answeredAt, by] =
            query.row();
        visit({{call,
                at,
                Direction::Inbound,
                disposition,
                queue,
                agent,
                durationFrom(wait),
                durationFrom(talk),
                {}},
               customer,
               answeredAt,
               by});
    }
}

std::vector<MailboxOverview> ReportReader::mailboxes() const {
    Query<QString, Direction, int, std::optional<Instant>> query(
        database_,
        "SELECT m.mailbox, record.direction, count(*), max(record.at) FROM record "
        "JOIN message_detail AS m ON m.record_id = record.id "
        "LEFT JOIN reading ON reading.record_id = record.id "
        "WHERE record.kind = " +
            number(RecordKind::Message) + " AND record.direction IN (" +
            number(Direction::Inbound) + ", " + number(Direction::Outbound) +
            ") AND m.mailbox IS NOT NULL AND COALESCE(reading.nature, 0) = " +
            number(MessageNature::Human) + within("record.at", period_) +
            " GROUP BY m.mailbox, record.direction ORDER BY m.mailbox");
    addTo(query, period_);
    std::vector<MailboxOverview> mailboxes;
    for (query.start(); query.next();) {
        const auto [name, direction, count, last] = query.row();
        if (mailboxes.empty() || mailboxes.back().mailbox != name)
            mailboxes.push_back({name, 0, 0, {}, {}});
        MailboxOverview& mailbox = mailboxes.back();
        if (direction == Direction::Inbound)
            std::tie(mailbox.received, mailbox.lastReceived) = std::tie(count, last);
        if (direction == Direction::Outbound)
            std::tie(mailbox.sent, mailbox.lastSent) = std::tie(count, last);
    }
    return mailboxes;
}

// By addresses rather than parties: whom a mail did not reach is a party of its own, and nobody's
// where a newsletter came back.
std::vector<AddressOverview> ReportReader::bouncedAddresses(CustomerId only) const {
    const std::string email = number(NormalisedKey::Kind::Email);
    const std::string sameAddress = "WHERE same.kind = k.kind AND same.value = k.value";
    const std::string owner =
        "SELECT min(link.customer_id) FROM party_key AS same "
        "JOIN link ON link.party_id = same.party_id " +
        sameAddress;
    const std::string laterMail =
        "SELECT 1 FROM party_key AS same "
        "CROSS JOIN record AS later ON later.party_id = same.party_id AND later.kind = " +
        number(RecordKind::Message) + " AND later.direction = " + number(Direction::Inbound) +
        " AND later.at > record.at LEFT JOIN reading ON reading.record_id = later.id " +
        sameAddress + " AND COALESCE(reading.nature, 0) <> " + number(MessageNature::Bounce);
    const std::string theirs =
        "SELECT same.party_id FROM link JOIN party_key AS own ON own.party_id = link.party_id "
        "AND own.kind = " +
        email +
        " JOIN party_key AS same ON same.kind = own.kind AND same.value = own.value "
        "WHERE link.customer_id = :only";
    Query<CustomerId, QString, int, std::optional<Instant>> query(
        database_, "SELECT (" + owner +
                       ") AS owner, k.value, count(*), max(record.at) FROM record_party AS r "
                       "CROSS JOIN record ON record.id = r.record_id "
                       "CROSS JOIN party_key AS k ON k.party_id = r.party_id AND k.kind = " +
                       email + " WHERE r.role = " + number(PartyRole::Unreached) +
                       within("record.at", period_) +
                       (only.isNone() ? std::string() : " AND r.party_id IN (" + theirs + ")") +
                       " AND NOT EXISTS (" + laterMail + ") GROUP BY k.value ORDER BY k.value");
    addTo(query, period_);
    if (!only.isNone())
        query.add(only);
    std::vector<AddressOverview> addresses;
    for (query.start(); query.next();) {
        const auto [customer, address, bounces, last] = query.row();
        addresses.push_back({customer, address, bounces, last, {}});
    }
    return addresses;
}

bool ReportReader::hasWrittenFrom(const QString& address) const {
    Query<bool> query(database_,
                      "SELECT EXISTS (SELECT 1 FROM party_key CROSS JOIN record "
                      "ON record.party_id = party_key.party_id AND record.kind = " +
                          number(RecordKind::Message) +
                          " AND record.direction = " + number(Direction::Inbound) +
                          " LEFT JOIN reading ON reading.record_id = record.id "
                          "WHERE party_key.kind = " +
                          number(NormalisedKey::Kind::Email) +
                          " AND party_key.value = :address AND COALESCE(reading.nature, 0) <> " +
                          number(MessageNature::Bounce) + ")");
    return std::get<0>(query.one(address).value());
}

void ReportReader::forEachAddress(
    const std::function<void(CustomerId, const QString&)>& visit) const {
    Query<CustomerId, QString> query(
        database_,
        "SELECT DISTINCT link.customer_id, party_key.value FROM link "
        "JOIN party_key ON party_key.party_id = link.party_id AND party_key.kind = " +
            number(NormalisedKey::Kind::Email) + " ORDER BY link.customer_id, party_key.value");
    for (query.start(); query.next();)
        std::apply(visit, query.row());
}

std::map<CustomerId, QString> ReportReader::customerNames() const {
    Query<CustomerId> customers(database_, "SELECT id FROM customer ORDER BY id");
    CustomerNames names(database_, {});
    std::map<CustomerId, QString> all;
    for (customers.start(); customers.next();) {
        const auto [customer] = customers.row();
        all.emplace(customer, names.nameOf(customer));
    }
    return all;
}

}  // namespace goodfaith::store
