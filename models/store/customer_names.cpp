// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/customer_names.h"

namespace goodfaith::store {
namespace {

// "Ada Lovelace"; not "Ada", as mails are often signed.
bool isFull(const QString& name) {
    return name.contains(u' ');
}

}  // namespace

CustomerNames::CustomerNames(const Database& database, CustomerRange range)
    : names_(database,
             "SELECT link.customer_id, party.name, "
             "(SELECT max(at) FROM record WHERE record.party_id = party.id) "
             "FROM link CROSS JOIN party ON party.id = link.party_id "
             "WHERE party.name IS NOT NULL",
             range) {}

QString CustomerNames::nameOf(CustomerId customer) {
    QString best;
    std::optional<Instant> bestAt;
    names_.forEach(customer, [&](const QString& name, std::optional<Instant> at) {
        const bool isFuller = isFull(name) && !isFull(best);
        const bool isLater = at > bestAt || (at == bestAt && name < best);
        if (best.isEmpty() || isFuller || (isLater && isFull(name) == isFull(best))) {
            best = name;
            bestAt = at;
        }
    });
    return best;
}

}  // namespace goodfaith::store
