// SPDX-License-Identifier: GPL-3.0-or-later
// What the shop sells. One product had a faulty batch, one carrier a bad quarter.
#pragma once

#include "tests/sample_shop/calendar.h"

#include <QString>

#include <span>

namespace goodfaith::sample_shop {

struct Product {
    const char* sku;
    const char* title;
    const char* noun;  // as customers say it: "the lamp"
    int pricePence;
    bool fragile;
    bool electric;
};

std::span<const Product> catalogue();
const Product& faultyProduct();
// Whether one bought that day is from the faulty batch.
bool isFromFaultyBatch(const Product& product, QDate orderedOn);

struct Carrier {
    const char* name;
    const char* trackingPrefix;
    int share;  // of the parcels, per thousand
};

std::span<const Carrier> carriers();
const Carrier& badCarrier();
bool isBadQuarter(QDate day);

}  // namespace goodfaith::sample_shop
