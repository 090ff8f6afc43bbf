// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/founder_table.h"

namespace goodfaith::store {

FounderTable::FounderTable(Database& database)
    : database_(database),
      create_(database, "INSERT INTO customer DEFAULT VALUES"),
      found_(database, "INSERT INTO founder (number, party_id) VALUES (:number, :party)"),
      revive_(database, "INSERT INTO customer (id) VALUES (:number) ON CONFLICT (id) DO NOTHING"),
      retire_(database, "DELETE FROM customer WHERE id = :number"),
      passOn_(database,
              "UPDATE founder SET party_id = :heir, lent_by = NULL WHERE party_id = :party"),
      lend_(database,
            "UPDATE founder SET party_id = :heir, lent_by = COALESCE(lent_by, party_id) "
            "WHERE party_id = :party"),
      borrowers_(database, "SELECT DISTINCT party_id FROM founder WHERE lent_by = :lender"),
      takeBack_(database,
                "UPDATE founder SET party_id = lent_by, lent_by = NULL WHERE lent_by = :lender") {}

CustomerId FounderTable::found(PartyId founder) {
    create_.run();
    const CustomerId number(lastInsertedId(database_));
    found_.run(number, founder);
    return number;
}

bool FounderTable::revive(CustomerId number) {
    return revive_.run(number) > 0;
}

void FounderTable::retire(CustomerId number) {
    retire_.run(number);
}

void FounderTable::lend(PartyId from, PartyId heir) {
    lend_.run(heir, from);
}

std::vector<PartyId> FounderTable::takeBack(PartyId lender) {
    std::vector<PartyId> borrowers;
    for (const auto& [party] : borrowers_.all(lender))
        borrowers.push_back(party);
    takeBack_.run(lender);
    return borrowers;
}

void FounderTable::passOn(PartyId from, PartyId heir) {
    passOn_.run(heir, from);
}

}  // namespace goodfaith::store
