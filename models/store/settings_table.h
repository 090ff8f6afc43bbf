// SPDX-License-Identifier: GPL-3.0-or-later
// The shop's settings, as text by key (models/domain/settings.h names them).
#pragma once

#include "models/domain/ids.h"
#include "models/domain/record.h"
#include "models/domain/settings.h"
#include "models/store/database.h"

#include <functional>
#include <vector>

namespace goodfaith::store {

class SettingsTable {
public:
    explicit SettingsTable(Database& database) : database_(database) {}

    // Defaults for what was never set.
    ShopSettings load() const;
    void save(const ShopSettings& settings);
    // The key of the hashes that are kept instead of what must not be: random, made when it is
    // first asked for, the same for good. It travels with the database and is shown nowhere.
    QByteArray secret();

private:
    Database& database_;
};

// Directions and counterparts are derived from our own addresses and numbers. After those changed,
// every message and call is derived again by `derive`, in one transaction of the caller's.
struct DerivedDirection {
    Direction direction = Direction::None;
    int counterpart = -1;      // index into the record's parties, -1: none
    std::vector<bool> isOurs;  // per party
};
// The record has kind, key, parties and the fields Direction, FromNumber and ToNumber only.
// Returns the parties that records went away from, with repetitions; the caller links anew.
std::vector<PartyId> deriveDirectionsAgain(
    Database& database, const std::function<DerivedDirection(const ImportedRecord&)>& derive);

}  // namespace goodfaith::store
