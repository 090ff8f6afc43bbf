// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/prepared_record.h"

#include "models/store/assertion_body.h"
#include "models/store/party_keys.h"

#include <QCryptographicHash>

namespace goodfaith::store {

PreparedRecord prepared(WritableRecord record, SourceId source) {
    PreparedRecord ready;
    const ImportedRecord& said = record.record;
    ready.body = encode(said.fields, said.parties);
    ready.projection = project(said.kind, said.key, said.fields, said.parties);
    for (const WritableParty& party : record.parties)
        ready.partyHashes.push_back(partyHash(party.party.keys, party.keys, source));
    ready.writable = std::move(record);
    return ready;
}

std::string partyHash(const PartyKeys& keys, const std::vector<NormalisedKey>& normalised,
                      SourceId source) {
    QByteArray content;
    for (const auto& [name, member] : partyKeyMembers) {
        content += (keys.*member).toUtf8();
        content += '\x1f';
    }
    if (!keys.shopNumber.isEmpty())
        content += QByteArray::number(source.value());
    for (const NormalisedKey& key : normalised) {
        if (!key.joins)
            content += '\x1e' + nameOf(key.kind).toUtf8();
    }
    return QCryptographicHash::hash(content, QCryptographicHash::Blake2b_160)
        .toBase64(QByteArray::OmitTrailingEquals)
        .toStdString();
}

}  // namespace goodfaith::store
