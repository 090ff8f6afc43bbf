// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record_preparation.h"

#include "models/identity/party_keys.h"

namespace goodfaith::app {

RecordPreparation::RecordPreparation(const ShopSettings& settings)
    : phones_(settings.region), counterparts_(settings) {}

store::WritableRecord RecordPreparation::prepare(ImportedRecord record) {
    store::WritableRecord writable;
    auto derived = counterparts_.apply(record);
    writable.direction = derived.direction;
    writable.counterpart = derived.counterpart;
    for (size_t i = 0; i < record.parties.size(); ++i) {
        const ImportedParty& party = record.parties[i];
        writable.parties.push_back(
            {party, identity::normalisedKeys(party, phones_), derived.isOurs[i]});
    }
    writable.record = std::move(record);
    return writable;
}

}  // namespace goodfaith::app
