// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/founder_table.h"

namespace goodfaith::store {

FounderTable::FounderTable(Database& database)
    : database_(database),
      create_(database, "INSERT INTO customer DEFAULT VALUES"),
      found_(database, "INSERT INTO founder (number, party_id) VALUES (:number, :party)"),
      revive_(database, "INSERT INTO customer (id) VALUES (:number) ON CONFLICT (id) DO NOTHING"),
      retire_(database, "DELETE FROM customer WHERE id = :number"),
      passOn_(database, "UPDATE founder SET party_id = :heir WHERE party_id = :party") {}

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

void FounderTable::passOn(PartyId from, PartyId heir) {
    passOn_.run(heir, from);
}

}  // namespace goodfaith::store
