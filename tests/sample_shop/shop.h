// SPDX-License-Identifier: GPL-3.0-or-later
// The shop that the stories happen in: its name, its people, its books.
#pragma once

#include "tests/sample_shop/catalogue.h"
#include "tests/sample_shop/grammar.h"
#include "tests/sample_shop/people.h"
#include "tests/sample_shop/shop_files.h"

namespace goodfaith::sample_shop {

struct Shop {
    explicit Shop(const QString& folder) : files(folder) {}

    QString name = QStringLiteral("Emberwick Home");
    QString domain = QStringLiteral("emberwick.example");
    QString phone = QStringLiteral("+44 20 7946 0100");
    Grammar grammar;
    People people;
    ShopFiles files;
};

// Who answers mail and the phone.
const QStringList& agents();
// When the shop was short of people and slow to answer.
bool isShortOfPeople(QDate day);

}  // namespace goodfaith::sample_shop
