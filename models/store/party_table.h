// SPDX-License-Identifier: GPL-3.0-or-later
// Parties: one row for each distinct set of keys, found by a hash of them.
#pragma once

#include "models/store/fact_writer.h"
#include "models/store/statement.h"
#include "models/store/text_index.h"

#include <unordered_map>

namespace goodfaith::store {

class PartyTable {
public:
    // Those that nobody will search for need not be found by parts of their names.
    PartyTable(Database& database, SourceId source, bool searchable = true);

    // The party of these keys (`hash`: of them), made when it is new. Its normalised keys are those
    // it came with the first time.
    PartyId resolve(const std::string& hash, const PartyKeys& keys,
                    const std::vector<NormalisedKey>& normalised);
    // From now on parties that are known get the normalised keys that they come with.
    void renewKeys() { renewsKeys_ = true; }
    PartyKeys keysOf(PartyId party);
    std::vector<NormalisedKey> normalisedKeysOf(PartyId party);
    // Forgets one that takes part in no record and is linked to nobody.
    void remove(PartyId party);
    // After a rollback: what was remembered may not exist.
    void forget() { known_.clear(); }

private:
    PartyId find(const std::string& hash);
    PartyId insert(const std::string& hash, const PartyKeys& keys,
                   const std::vector<NormalisedKey>& normalised);
    void insertKeys(PartyId party, const std::vector<NormalisedKey>& normalised);
    void renew(PartyId party, const PartyKeys& keys, std::vector<NormalisedKey> normalised);

    Database& database_;
    SourceId source_;
    bool searchable_;
    bool renewsKeys_ = false;
    Query<qint64> select_;
    Statement insert_;
    Statement insertUnlinked_;
    Statement insertKey_;
    Query<QString, QString, QString, QString, QString, QString, QString, QString, QString, QString>
        selectKeys_;
    Query<NormalisedKey::Kind, QString, bool> selectNormalised_;
    Statement deleteParty_;
    Statement deleteUnlinked_;
    Statement deleteKeys_;
    PartyIndex index_;
    std::unordered_map<std::string, PartyId> known_;  // by hash; bounded
};

}  // namespace goodfaith::store
