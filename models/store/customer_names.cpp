// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/customer_names.h"

namespace goodfaith::store {

CustomerNames::CustomerNames(const Database& database, CustomerRange range)
    : names_(database,
             "SELECT link.customer_id, party.name, "
             "(SELECT max(at) FROM record WHERE record.party_id = party.id) "
             "FROM link CROSS JOIN party ON party.id = link.party_id "
             "WHERE party.name IS NOT NULL",
             range) {}

QString CustomerNames::nameOf(CustomerId customer) {
    QString latest;
    std::optional<Instant> latestAt;
    names_.forEach(customer, [&](const QString& name, std::optional<Instant> at) {
        const bool isLater = latest.isEmpty() || at > latestAt || (at == latestAt && name < latest);
        if (isLater) {
            latest = name;
            latestAt = at;
        }
    });
    return latest;
}

}  // namespace goodfaith::store
