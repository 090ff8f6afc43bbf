// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from a record alone, worked out before the database is asked: a pure function, so
// that whoever reads can do it on a thread of its own.
#pragma once

#include "models/domain/identity_key.h"
#include "models/domain/record.h"
#include "models/domain/understanding.h"
#include "models/store/projection.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace goodfaith::store {

// A party with the normalised keys that identify it.
struct WritableParty {
    ImportedParty party;
    std::vector<NormalisedKey> keys;
    bool isOurs = false;  // our own address or number: never a customer
};

// A record with what the caller derived from it.
struct WritableRecord {
    ImportedRecord record;
    Direction direction = Direction::None;
    std::vector<WritableParty> parties;  // as record.parties, in the same order
    int counterpart = -1;  // index of the party whose timeline it is on; -1: none, or its order's
};

struct PreparedRecord {
    WritableRecord writable;
    std::string body;                      // the assertion as it is kept
    std::vector<std::string> partyHashes;  // as writable.parties
    Projection projection;                 // while nobody else says anything of it
    std::optional<Reading> reading;        // of its text, if it was read already
    int readingVersion = 0;
};

PreparedRecord prepared(WritableRecord record, SourceId source);
// Gives a record its keys, direction and counterpart.
using PrepareRecord = std::function<WritableRecord(ImportedRecord)>;

// One for each distinct set of keys. Shop numbers mean something within their source alone, so it
// is part of a party that has one. A recipient is another party than a buyer of the same keys,
// which join.
std::string partyHash(const PartyKeys& keys, const std::vector<NormalisedKey>& normalised,
                      SourceId source);

}  // namespace goodfaith::store
