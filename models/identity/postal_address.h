// SPDX-License-Identifier: GPL-3.0-or-later
// A postal address made comparable: folded, common abbreviations written out, the house number
// apart from the street, in the orders of several countries.
#pragma once

#include "models/domain/record.h"

namespace goodfaith::identity {

struct PostalAddress {
    QString street;       // words without spaces between: "tullaroopstreet", "hauptstreet"
    QString houseNumber;  // "6", "12a"; "" where it is not known
    QString remainder;    // flat, building, district: what else the lines say
    QString postcode;     // upper case, letters and digits only
    QString city;         // folded

    bool isEmpty() const { return *this == PostalAddress(); }
    friend bool operator==(const PostalAddress&, const PostalAddress&) = default;
};

// "Hauptstr. 12 a" and "12a Hauptstraße" are one address; "Flat 3, 12 High St." is 12 High Street
// with the remainder "flat 3". The first line with a street counts, commas part lines.
PostalAddress readAddress(const PartyKeys& keys);

// Equal for the same door; "" where street and house number, and postcode or city, are not known.
QString addressKey(const PostalAddress& address);

}  // namespace goodfaith::identity
