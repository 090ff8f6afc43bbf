// SPDX-License-Identifier: GPL-3.0-or-later
// What two customers have in common without being one person: a household, a workplace, or
// somebody who goes by several names. Connections are shown and weigh a little; they never join.
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QString>

#include <unordered_map>
#include <vector>

namespace goodfaith {

enum class ConnectionKind { Phone, Address, Payer };
QString nameOf(ConnectionKind kind);  // "phone", "address", "payer"

struct Connection {
    CustomerId other;
    ConnectionKind kind = ConnectionKind::Phone;
    EventId event;  // of this customer, the first that shows it
    Instant since;  // when both were known to have it
};
// Customers without any are not in it.
using Connections = std::unordered_map<CustomerId, std::vector<Connection>>;

// A complaint of somebody connected that is contradicted.
struct LinkedCase {
    Connection connection;
    CaseId matter;
    Instant openedAt;
};

}  // namespace goodfaith
