// SPDX-License-Identifier: GPL-3.0-or-later
// A key that names a person, normalised so that equal means the same key, and a party that bears
// such keys.
#pragma once

#include "models/domain/ids.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace goodfaith {

struct NormalisedKey {
    enum class Kind { Email, Phone, ShopNumber };
    Kind kind = Kind::Email;
    QString value;      // "ada@example.com", "+442079460018", "17850"
    bool joins = true;  // false: known and searchable, but never a reason to link (role addresses)
    friend bool operator==(const NormalisedKey&, const NormalisedKey&) = default;
};
QString nameOf(NormalisedKey::Kind kind);  // "email", "phone", "shop_number"

struct LinkedParty {
    PartyId party;
    SourceId source;  // whose shop numbers it bears
    std::vector<NormalisedKey> keys;
    QString name;  // as it came; "" when it bears none
    QByteArray
        content;  // its content hash: the canonical order, and what decisions are anchored to
    CustomerId customer;  // what it is linked to now; none
    CustomerId founded;   // the lowest number that it founded; none
};

}  // namespace goodfaith
