// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample_shop/shop.h"

namespace goodfaith::sample_shop {

const QStringList& agents() {
    static const QStringList names{QStringLiteral("Priya"), QStringLiteral("Tom"),
                                   QStringLiteral("Marta"), QStringLiteral("Callum"),
                                   QStringLiteral("Joanna")};
    return names;
}

bool isShortOfPeople(QDate day) {
    return day.month() == 12 || (day >= QDate(2026, 1, 12) && day <= QDate(2026, 3, 6));
}

}  // namespace goodfaith::sample_shop
