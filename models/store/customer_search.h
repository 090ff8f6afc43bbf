// SPDX-License-Identifier: GPL-3.0-or-later
// Finding customers: by key, order or tracking number, name. Answers while one types.
#pragma once

#include "models/domain/identity_key.h"
#include "models/domain/overview.h"
#include "models/store/database.h"

namespace goodfaith::store {

class CustomerSearch {
public:
    explicit CustomerSearch(Database& database) : database_(database) {}

    // Each at most `limit` matches, best first, no customer twice.
    std::vector<Match> byKey(const NormalisedKey& key, int limit) const;
    std::vector<Match> byEmailPrefix(const QString& prefix, int limit) const;
    std::vector<Match> byPhoneDigits(const QString& digits,
                                     int limit) const;  // part of a number, 4 or more
    std::vector<Match> byOrder(const QString& orderKey, int limit) const;  // with or without "#"
    std::vector<Match> byTracking(const QString& tracking, int limit) const;
    std::vector<Match> byName(const QString& part, int limit) const;
    // The customer of that number, an old one leads to whom it became; nothing when there is none.
    std::optional<CustomerId> byNumber(qint64 number) const;

private:
    Database& database_;
};

}  // namespace goodfaith::store
