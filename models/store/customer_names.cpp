// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/customer_names.h"

#include <algorithm>

namespace goodfaith::store {
namespace {

// "Ada Lovelace"; not "Ada", as mails are often signed.
bool isFull(const QString& name) {
    return name.contains(u' ');
}

}  // namespace

CustomerNames::CustomerNames(const Database& database)
    : names_(database,
             "SELECT link.customer_id, party.name, party.id "
             "FROM link CROSS JOIN party ON party.id = link.party_id "
             "WHERE party.name IS NOT NULL"),
      latest_(database, "SELECT max(at) FROM record WHERE party_id = :party") {}

CustomerNames::CustomerNames(const Database& database, CustomerRange range)
    : CustomerNames(database) {
    start(range);
}

QString CustomerNames::nameOf(CustomerId customer) {
    std::vector<std::pair<QString, PartyId>> names;
    names_.forEach(customer,
                   [&](const QString& name, PartyId party) { names.emplace_back(name, party); });
    const auto isTheSame = [&](const auto& other) { return other.first == names.front().first; };
    if (std::all_of(names.begin(), names.end(), isTheSame))
        return names.empty() ? QString() : names.front().first;
    return best(names);
}

QString CustomerNames::best(const std::vector<std::pair<QString, PartyId>>& names) {
    QString best;
    std::optional<Instant> bestAt;
    for (const auto& [name, party] : names) {
        const std::optional<Instant> at = std::get<0>(latest_.one(party).value());
        const bool isFuller = isFull(name) && !isFull(best);
        const bool isLater = at > bestAt || (at == bestAt && name < best);
        if (best.isEmpty() || isFuller || (isLater && isFull(name) == isFull(best))) {
            best = name;
            bestAt = at;
        }
    }
    return best;
}

}  // namespace goodfaith::store
