// SPDX-License-Identifier: GPL-3.0-or-later
// Customers who share a phone number, a postal address or a payer. What more than a few have (an
// office, a block of flats, a parcel shop) connects nobody.
#pragma once

#include "models/domain/connection.h"
#include "models/domain/record.h"
#include "models/store/database.h"

#include <utility>
#include <vector>

namespace goodfaith::store {

inline constexpr int mostConnected = 4;  // customers who share one thing

class ConnectionTable {
public:
    explicit ConnectionTable(Database& database) : database_(database) {}

    // Parties whose address is still to be made comparable.
    std::vector<std::pair<PartyId, PartyKeys>> withoutAddressKey(int limit) const;
    // "" where too little of an address is known. Within the caller's transaction.
    void saveAddressKeys(const std::vector<std::pair<PartyId, QString>>& keys);

    // By the other's number, then kind: each pair once for each kind.
    std::vector<Connection> of(CustomerId customer) const;
    Connections all() const;

private:
    Database& database_;
};

}  // namespace goodfaith::store
