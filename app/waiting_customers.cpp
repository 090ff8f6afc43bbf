// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/waiting_customers.h"

#include "app/understood_customers.h"
#include "models/scoring/queue.h"
#include "models/store/import_ledger.h"
#include "models/store/queue_table.h"

#include <algorithm>
#include <mutex>

namespace goodfaith::app {
namespace {

struct Asked {
    const ShopSettings& settings;
    Coverage coverage;
    Instant asOf;
};

std::vector<CustomerQueue> queuesFromFacts(UnderstoodCustomers& customers, const Asked& asked,
                                           store::CustomerRange range) {
    std::vector<CustomerQueue> queues;
    customers.forEach(range, [&](const CustomerFacts& facts, const Understanding& understanding) {
        queues.push_back(scoring::queueOf(
            scoring::History(facts, understanding, asked.coverage, asked.settings, asked.asOf)));
    });
    return queues;
}

void addRows(std::vector<QueueRow>& rows, std::vector<CustomerQueue> queues, Instant asOf) {
    for (CustomerQueue& queue : queues) {
        for (QueueEntry& entry : queue.entries) {
            if (entry.isThere(asOf))
                rows.push_back({std::move(entry), {}, queue.value, {}, {}});
        }
    }
}

std::vector<QueueRow> rowsFromFacts(store::Database& database, const Asked& asked) {
    std::vector<QueueRow> rows;
    std::mutex mutex;
    forEachShare({database.path(), sharesOf(database), asked.settings, asked.asOf},
                 [&](UnderstoodCustomers& customers, store::CustomerRange share) {
                     auto queues = queuesFromFacts(customers, asked, share);
                     const std::lock_guard lock(mutex);
                     addRows(rows, std::move(queues), asked.asOf);
                 });
    return rows;
}

std::optional<Instant> contactsKnownTo(const Coverage& coverage) {
    std::optional<Instant> known;
    for (const CoveredPeriod& period : coverage.periods()) {
        const bool isContact = period.kind == RecordKind::Message ||
                               period.kind == RecordKind::Call || period.kind == RecordKind::Chat ||
                               period.kind == RecordKind::ContactForm;
        if (isContact)
            known = std::max(known.value_or(period.to), period.to);
    }
    return known;
}

}  // namespace

CustomerQueue queueOf(store::Database& database, CustomerId customer, const ShopSettings& settings,
                      Instant asOf) {
    const Asked asked{settings, store::ImportLedger(database).coverageLedger(), asOf};
    UnderstoodCustomers customers(database, settings, asOf);
    auto queues = queuesFromFacts(customers, asked, customer);
    return queues.empty() ? CustomerQueue() : std::move(queues.front());
}

ShopQueue queueAsOf(store::Database& database, const ShopSettings& settings, Instant asOf) {
    const store::QueueTable table(database);
    const Asked asked{settings, store::ImportLedger(database).coverageLedger(), asOf};
    ShopQueue queue;
    queue.knownTo = contactsKnownTo(asked.coverage);
    std::vector<QueueRow>& rows = queue.rows;
    if (asOf < table.derivedAsOf()) {
        rows = rowsFromFacts(database, asked);
    } else {
        rows = table.rows(asOf);
        UnderstoodCustomers customers(database, settings, asOf);
        for (const CustomerId customer : table.changedBy(asOf))
            addRows(rows, queuesFromFacts(customers, asked, customer), asOf);
    }
    table.describe(rows);
    scoring::sortByUrgency(rows, settings.currency);
    return queue;
}

}  // namespace goodfaith::app
