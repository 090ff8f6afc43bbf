// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/record_joiner.h"

#include <algorithm>

namespace goodfaith::importers {
namespace {

QString nameIn(const ImportedRecord& record) {
    return QString::number(static_cast<int>(record.kind)) + u'/' + record.key;
}

void mergeKeys(PartyKeys& keys, const PartyKeys& newer) {
    const auto merge = [&](QString PartyKeys::*key) {
        if (!(newer.*key).isEmpty())
            keys.*key = newer.*key;
    };
    for (const auto key :
         {&PartyKeys::email, &PartyKeys::phone, &PartyKeys::shopNumber, &PartyKeys::name,
          &PartyKeys::company, &PartyKeys::street, &PartyKeys::postcode, &PartyKeys::city,
          &PartyKeys::region, &PartyKeys::country})
        merge(key);
}

void mergeParties(std::vector<ImportedParty>& parties, const std::vector<ImportedParty>& newer) {
    for (const ImportedParty& party : newer) {
        const auto known = std::find_if(parties.begin(), parties.end(),
                                        [&](const auto& one) { return one.role == party.role; });
        if (known == parties.end())
            parties.push_back(party);
        else
            mergeKeys(known->keys, party.keys);
    }
}

}  // namespace

void RecordJoiner::add(ImportedRecord record) {
    const QString name = nameIn(record);
    const auto found = byKey_.find(name);
    if (found == byKey_.end()) {
        open_.push_back(std::move(record));
        byKey_.insert(name, std::prev(open_.end()));
        return;
    }
    ImportedRecord& known = **found;
    known.fields.mergeFrom(record.fields);
    mergeParties(known.parties, record.parties);
    known.ownDate = std::max(known.ownDate, record.ownDate);
}

ImportedRecord RecordJoiner::takeFirst() {
    byKey_.remove(nameIn(open_.front()));
    ImportedRecord first = std::move(open_.front());
    open_.pop_front();
    return first;
}

std::vector<ImportedRecord> RecordJoiner::takeOldest() {
    std::vector<ImportedRecord> records;
    while (open_.size() > most_)
        records.push_back(takeFirst());
    return records;
}

std::vector<ImportedRecord> RecordJoiner::takeAll() {
    std::vector<ImportedRecord> records;
    while (!open_.empty())
        records.push_back(takeFirst());
    return records;
}

}  // namespace goodfaith::importers
