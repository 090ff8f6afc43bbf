// SPDX-License-Identifier: GPL-3.0-or-later
// The phrases and answers that there are: those that the program ships, as the staff changed them,
// and their own.
#pragma once

#include "models/domain/shop_text.h"

namespace goodfaith::store {
class Database;
}

namespace goodfaith::app {

std::vector<ShopText> shopTexts(store::Database& database, ShopTextKind kind);

// How a customer of that name is greeted; "" where no first name is to be seen in it.
QString firstNameOf(const QString& name);

}  // namespace goodfaith::app
