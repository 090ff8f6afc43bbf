// SPDX-License-Identifier: GPL-3.0-or-later
// Invented people's names of many cultures, as they write them and in ASCII.
#pragma once

#include "tests/sample_shop/random.h"

#include <QString>

namespace goodfaith::sample_shop {

struct PersonName {
    QString given;
    QString family;
    QString asciiGiven;   // lower case letters only, for mail addresses
    QString asciiFamily;  // likewise
    QString full() const { return QString(given + u' ' + family); }
};

PersonName drawName(Random& random);
// "Zoë" to "zoe"; what has no ASCII form is left out.
QString asciiOf(const QString& name);

}  // namespace goodfaith::sample_shop
