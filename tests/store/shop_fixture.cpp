// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/shop_fixture.h"

#include "models/store/founder_table.h"
#include "models/store/statement.h"

#include <QDebug>

namespace goodfaith::store {

Instant at(const char* iso) {
    return parseIso(QString::fromLatin1(iso), QTimeZone::utc()).value();
}

Money euro(qint64 cents) {
    return {cents, *Currency::fromCode(u"EUR")};
}

WritableParty party(PartyRole role, const QString& email, const QString& name) {
    WritableParty party;
    party.party.role = role;
    party.party.keys.email = email;
    party.party.keys.name = name;
    if (!email.isEmpty())
        party.keys.push_back({NormalisedKey::Kind::Email, email.toLower(), true});
    return party;
}

WritableParty ourParty(PartyRole role, const QString& email) {
    WritableParty ours = party(role, email);
    ours.isOurs = true;
    return ours;
}

WritableRecord record(RecordKind kind, const QString& key, FieldList fields,
                      std::vector<WritableParty> parties, int counterpart) {
    WritableRecord writable;
    writable.record.kind = kind;
    writable.record.key = key;
    for (const auto& [field, value] : fields)
        writable.record.fields.set(field, value);
    for (const auto& one : parties)
        writable.record.parties.push_back(one.party);
    writable.parties = std::move(parties);
    writable.counterpart = counterpart;
    return writable;
}

WritableRecord order(const QString& key, const char* iso, qint64 cents, const QString& email) {
    return record(RecordKind::Order, key, {{Field::At, at(iso)}, {Field::Total, euro(cents)}},
                  {party(PartyRole::Buyer, email)}, 0);
}

WritableRecord refund(const QString& key, const QString& orderKey, const char* iso, qint64 cents) {
    return record(
        RecordKind::Refund, key,
        {{Field::At, at(iso)}, {Field::Amount, euro(cents)}, {Field::OrderKey, orderKey}});
}

WritableRecord mail(const QString& key, const char* iso, const QString& subject,
                    const QString& text, const QString& sender) {
    WritableRecord writable =
        record(RecordKind::Message, key,
               {{Field::At, at(iso)},
                {Field::Subject, subject},
                {Field::Text, text},
                {Field::MessageId, key}},
               {party(PartyRole::Sender, sender),
                ourParty(PartyRole::Addressee, QStringLiteral("Help@shop.example"))},
               0);
    writable.direction = Direction::Inbound;
    return writable;
}

WritableRecord withKeys(ImportedRecord record) {
    WritableRecord writable;
    for (const ImportedParty& one : record.parties) {
        WritableParty taking = party(one.role, one.keys.email);
        taking.party = one;
        taking.isOurs = one.keys.email.toLower() == u"help@shop.example";
        if (!one.keys.shopNumber.isEmpty())
            taking.keys.push_back({NormalisedKey::Kind::ShopNumber, one.keys.shopNumber, true});
        const bool identifies =
            one.role != PartyRole::Recipient && one.role != PartyRole::Addressee;
        if (writable.counterpart < 0 && identifies && !taking.isOurs)
            writable.counterpart = static_cast<int>(writable.parties.size());
        writable.parties.push_back(std::move(taking));
    }
    if (record.kind == RecordKind::Message && writable.counterpart >= 0)
        writable.direction = Direction::Inbound;
    writable.record = std::move(record);
    return writable;
}

Shop::Shop() {
    database_ = std::make_unique<Database>(path());
}

ImportId Shop::begin(const QString& importPath, const char* startedAt, const QString& source) {
    Transaction transaction(database());
    const ImportId id =
        ImportLedger(database())
            .begin({importPath, source, QStringLiteral("orders"), {}, at(startedAt)})
            .id;
    transaction.commit();
    return id;
}

std::vector<WrittenRecord> Shop::write(ImportId import, const std::vector<WritableRecord>& records,
                                       const QString& source) {
    Transaction transaction(database());
    const SourceId sourceId = ImportLedger(database()).source(source);
    FactWriter writer(database(), sourceId, import, withKeys);
    std::vector<WrittenRecord> written;
    for (const auto& one : records)
        written.push_back(writer.write(prepared(one, sourceId)));
    linkByEmail();
    transaction.commit();
    return written;
}

std::vector<WrittenRecord> Shop::import(const std::vector<WritableRecord>& records,
                                        const char* startedAt, const QString& source) {
    const ImportId id = begin(QStringLiteral("/file%1.csv").arg(++imports_), startedAt, source);
    const auto written = write(id, records, source);
    Transaction transaction(database());
    ImportLedger(database()).setState(id, ImportState::Done);
    transaction.commit();
    return written;
}

void Shop::linkByEmail() {
    PartyLinks links(database());
    FounderTable founders(database());
    Query<CustomerId> sharing(database(),
                              "SELECT link.customer_id FROM party_key AS own "
                              "JOIN party_key AS other ON other.kind = own.kind "
                              "AND other.value = own.value AND other.joins = 1 "
                              "JOIN link ON link.party_id = other.party_id "
                              "WHERE own.party_id = :party AND own.joins = 1");
    for (const PartyId one : links.waiting()) {
        const auto known = sharing.one(one);
        const CustomerId customer = known ? std::get<0>(*known) : founders.found(one);
        links.link({one, customer, QStringLiteral("email"), {}, {}});
    }
}

CustomerId Shop::customerOf(const QString& email) {
    const auto found =
        CustomerSearch(database()).byKey({NormalisedKey::Kind::Email, email, true}, 2);
    return found.size() == 1 ? found.front().customer : CustomerId();
}

CustomerFacts Shop::factsOf(const QString& email) {
    return CustomerReader(database()).facts(customerOf(email), at("2024-07-01T00:00:00Z"));
}

QString Shop::dump() {
    QStringList lines;
    const CustomerReader reader(database());
    reader.forEachOverview([&](const CustomerOverview& overview) {
        const QString who = overview.emails.join(u',') + u' ' + overview.name;
        QStringList rows;
        constexpr int all = 1000;
        for (const auto& row : reader.timeline(overview.id, {}, std::nullopt, all)) {
            rows << QStringList{who,
                                toIsoUtc(row.at),
                                nameOf(row.kind),
                                nameOf(row.direction),
                                row.title,
                                row.snippet,
                                row.amount ? toString(*row.amount) : QString(),
                                row.orderKey,
                                row.status}
                        .join(u'|');
        }
        const CustomerFacts facts = reader.facts(overview.id, at("2024-07-01T00:00:00Z"));
        for (const auto& one : facts.orders) {
            rows << QStringList{who,
                                one.key,
                                one.channel,
                                one.country,
                                one.replacesOrderKey,
                                QString::number(static_cast<int>(one.status)),
                                QString::number(one.items.size())}
                        .join(u'|');
        }
        for (const auto& one : facts.refunds) {
            const OrderFact* owner = facts.order(one.order);
            rows << who + u"|refund of " + (owner != nullptr ? owner->key : QString());
        }
        for (const auto& one : facts.messages)
            rows << QStringList{who, one.mailbox, one.text, one.subject}.join(u'|');
        lines << rows;
    });
    lines.sort();
    return lines.join(u'\n');
}

qint64 Shop::count(const QString& table) {
    Query<qint64> query(database(), "SELECT count(*) FROM " + table.toStdString());
    return std::get<0>(query.one().value());
}

}  // namespace goodfaith::store
