// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/finish_record.h"

#include <algorithm>

namespace goodfaith::importers {
namespace {

QString& partOf(PartyKeys& keys, PartyPart part) {
    switch (part) {
        case PartyPart::Email:
            return keys.email;
        case PartyPart::Phone:
            return keys.phone;
        case PartyPart::ShopNumber:
            return keys.shopNumber;
        case PartyPart::Name:
            return keys.name;
        case PartyPart::Company:
            return keys.company;
        case PartyPart::Street:
            return keys.street;
        case PartyPart::Postcode:
            return keys.postcode;
        case PartyPart::City:
            return keys.city;
        case PartyPart::Region:
            return keys.region;
        case PartyPart::Country:
            break;
    }
    return keys.country;
}

PartyKeys& partyOf(ImportedRecord& record, PartyRole role) {
    const auto found = std::find_if(record.parties.begin(), record.parties.end(),
                                    [&](const ImportedParty& party) { return party.role == role; });
    if (found != record.parties.end())
        return found->keys;
    record.parties.push_back({role, {}});
    return record.parties.back().keys;
}

// Inbound, somebody called us; outbound, we called somebody. Where the direction is not given, both
// are named and it is derived from the shop's own numbers. A shop number is the customer's, whoever
// called.
void nameParties(ImportedRecord& call) {
    const QString direction = call.fields.text(Field::Direction);
    const QString from = call.fields.text(Field::FromNumber);
    const QString to = call.fields.text(Field::ToNumber);
    if (direction == nameOf(Direction::Outbound)) {
        const QString shopNumber = partyOf(call, PartyRole::Caller).shopNumber;
        std::erase_if(call.parties,
                      [](const ImportedParty& party) { return party.role == PartyRole::Caller; });
        PartyKeys& addressee = partyOf(call, PartyRole::Addressee);
        addressee.phone = to;
        addressee.shopNumber = shopNumber;
        return;
    }
    partyOf(call, PartyRole::Caller).phone = from;
    if (direction.isEmpty())
        partyOf(call, PartyRole::Addressee).phone = to;
}

// What we wrote went to the customer whom the columns name.
void turnOutbound(ImportedRecord& message) {
    if (message.fields.text(Field::Direction) != nameOf(Direction::Outbound))
        return;
    for (ImportedParty& party : message.parties)
        party.role = PartyRole::Addressee;
}

// A town or a country alone says nothing of who it is.
bool isNobody(const ImportedParty& party) {
    PartyKeys keys = party.keys;
    for (QString* place : {&keys.postcode, &keys.city, &keys.region, &keys.country})
        place->clear();
    return keys.isEmpty();
}

// Systems write what they gave back with a minus or without.
void makePositive(ImportedRecord& refund) {
    if (auto amount = refund.fields.money(Field::Amount); amount && amount->minor < 0) {
        amount->minor = -amount->minor;
        refund.fields.set(Field::Amount, *amount);
    }
}

}  // namespace

void setPartyKey(ImportedRecord& record, const PartyKey& key, const QString& text) {
    partOf(partyOf(record, key.role), key.part) = text;
}

void finishRecord(ImportedRecord& record, const TableTemplate& table) {
    for (const Field field : table.timeOtherwise) {
        const auto time = record.fields.instant(field);
        if (time && !record.fields.has(Field::At))
            record.fields.set(Field::At, *time);
    }
    if (record.kind == RecordKind::Call)
        nameParties(record);
    if (record.kind == RecordKind::Message)
        turnOutbound(record);
    if (record.kind == RecordKind::Refund)
        makePositive(record);
    std::erase_if(record.parties, isNobody);
}

QString contradictionIn(const ImportedRecord& record) {
    const auto score = record.fields.decimal(Field::Score);
    const auto scale = record.fields.decimal(Field::Scale);
    if (!score || !scale || *score <= *scale)
        return {};
    return QStringLiteral("The row gives %1 of %2: expected at most the scale.")
        .arg(*score)
        .arg(*scale);
}

}  // namespace goodfaith::importers
