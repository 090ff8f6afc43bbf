// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/queue_table.h"

#include "models/store/customer_names.h"
#include "models/store/statement.h"

#include <QStringList>

#include <algorithm>

namespace goodfaith::store {
namespace {

QString textOf(const std::vector<EventId>& events) {
    QStringList numbers;
    for (const EventId event : events)
        numbers << QString::number(event.value());
    return numbers.join(u' ');
}

std::vector<EventId> eventsFrom(const QString& text) {
    std::vector<EventId> events;
    for (const QString& number : text.split(u' ', Qt::SkipEmptyParts))
        events.emplace_back(number.toLongLong());
    return events;
}

QString textOf(const MoneyBag& bag) {
    QStringList amounts;
    for (const auto& [currency, minor] : bag.sums())
        amounts << toString(Money{minor, currency});
    return amounts.join(u',');
}

MoneyBag bagFrom(const QString& text) {
    MoneyBag bag;
    for (const QString& amount : text.split(u',', Qt::SkipEmptyParts)) {
        if (const auto money = moneyFromString(amount))
            bag += *money;
    }
    return bag;
}

using RowQuery = Query<CustomerId, QueueKind, EventId, int, ActId, Instant, Instant, QString,
                       EventId, Topic, PromiseKind, QString, Instant, std::optional<Instant>,
                       std::optional<Instant>, QString, QString>;

QueueRow rowFrom(const RowQuery::Row& row) {
    const auto& [customer, kind, event, place, noted, since, due, events, lastWords, topic, promise,
                 phrase, from, until, putOffUntil, putOffReason, value] = row;
    QueueRow result;
    result.entry = {{kind, event, place, noted},
                    customer,
                    since,
                    due,
                    eventsFrom(events),
                    lastWords,
                    topic,
                    promise,
                    phrase,
                    from,
                    until,
                    putOffUntil,
                    putOffReason};
    result.value = bagFrom(value);
    return result;
}

}  // namespace

void QueueTable::save(const std::vector<DerivedQueue>& queues, Instant asOf) {
    Statement dropEntries(database_, "DELETE FROM queue_entry WHERE customer_id = :id");
    Statement dropCustomer(database_, "DELETE FROM queue_customer WHERE customer_id = :id");
    Statement saveCustomer(database_,
                           "INSERT INTO queue_customer (customer_id, changes_at, value) "
                           "VALUES (:id, :changes, :value)");
    Statement saveEntry(
        database_,
        "INSERT INTO queue_entry (customer_id, matter, event_id, place, noted, since, due, events, "
        "last_words, topic, promise_kind, phrase, from_at, until_at, put_off_until, "
        "put_off_reason) VALUES (:customer, :matter, :event, :place, :noted, :since, :due, "
        ":events, :last, :topic, :promise, :phrase, :from, :until, :put_off, :reason)");
    for (const auto& [customer, queue, changesAt] : queues) {
        dropEntries.run(customer);
        dropCustomer.run(customer);
        if (!queue.entries.empty() || changesAt)
            saveCustomer.run(customer, changesAt, textOf(queue.value));
        for (const QueueEntry& entry : queue.entries)
            saveEntry.run(customer, entry.wait.kind, entry.wait.event, entry.wait.place,
                          entry.wait.noted, entry.since, entry.due, textOf(entry.events),
                          entry.lastWords, entry.topic, entry.promise, entry.phrase, entry.from,
                          entry.until, entry.putOffUntil, entry.putOffReason);
    }
    Statement(database_,
              "UPDATE meta SET value = :as_of WHERE name = 'queue_as_of' AND value < :earlier")
        .run(asOf, asOf);
}

Instant QueueTable::derivedAsOf() const {
    Query<Instant> query(database_, "SELECT value FROM meta WHERE name = 'queue_as_of'");
    return std::get<0>(query.one().value());
}

std::vector<QueueRow> QueueTable::rows(Instant asOf) const {
    RowQuery query(database_,
                   "SELECT entry.customer_id, matter, event_id, place, noted, since, due, events, "
                   "last_words, topic, promise_kind, phrase, from_at, until_at, put_off_until, "
                   "put_off_reason, value FROM queue_entry AS entry "
                   "JOIN queue_customer ON queue_customer.customer_id = entry.customer_id "
                   "WHERE from_at <= :from AND (until_at IS NULL OR until_at > :until) "
                   "AND (changes_at IS NULL OR changes_at > :changes)");
    std::vector<QueueRow> rows;
    for (const auto& row : query.all(asOf, asOf, asOf))
        rows.push_back(rowFrom(row));
    return rows;
}

std::vector<CustomerId> QueueTable::changedBy(Instant asOf) const {
    Query<CustomerId> query(database_,
                            "SELECT customer_id FROM queue_customer WHERE changes_at <= :as_of "
                            "ORDER BY customer_id");
    std::vector<CustomerId> customers;
    for (const auto& [customer] : query.all(asOf))
        customers.push_back(customer);
    return customers;
}

void QueueTable::describe(std::vector<QueueRow>& rows) const {
    Query<QString, QString> words(
        database_,
        "SELECT record.title, COALESCE(substr(reading.new_text, 1, 160), record.snippet) "
        "FROM record LEFT JOIN reading ON reading.record_id = record.id WHERE record.id = :id");
    std::map<CustomerId, QString> names;
    for (QueueRow& row : rows) {
        const CustomerId customer = row.entry.customer;
        const auto [name, isNew] = names.try_emplace(customer);
        if (isNew)
            name->second = CustomerNames(database_, customer).nameOf(customer);
        row.name = name->second;
        if (const auto found = words.one(row.entry.lastWords)) {
            row.title = std::get<0>(*found);
            row.words = std::get<1>(*found).simplified();
        }
    }
}

}  // namespace goodfaith::store
