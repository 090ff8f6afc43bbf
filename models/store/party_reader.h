// SPDX-License-Identifier: GPL-3.0-or-later
// A customer's parties, and why each is there.
#pragma once

#include "models/domain/overview.h"
#include "models/store/database.h"

namespace goodfaith::store {

// Whoever joins stands below whom they joined.
std::vector<PartyOverview> readParties(const Database& database, CustomerId customer);

// An address and how many of all messages name it, as whose sender or whose recipient ever.
struct CommonAddress {
    QString address;
    qint64 messages = 0;
    qint64 allMessages = 0;
};
// The one that most messages name, the first of several in order of the alphabet; nothing where
// none names any. Goes over all messages.
std::optional<CommonAddress> mostCommonAddress(const Database& database);

}  // namespace goodfaith::store
