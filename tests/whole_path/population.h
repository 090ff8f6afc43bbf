// SPDX-License-Identifier: GPL-3.0-or-later
// Who lives in a shop, and what becomes of them: writes the shop's files into a folder and tells
// what is true.
#pragma once

#include "tests/whole_path/matter.h"

namespace goodfaith::whole_path {

struct ShopPlan {
    quint64 seed = 1;
    int customers = 3000;
    Books books;
};
ShopPlan plainBooks(quint64 seed, int customers);
ShopPlan goodBooks(quint64 seed, int customers);

std::vector<PersonTruth> writeShop(const QString& folder, const ShopPlan& plan);

}  // namespace goodfaith::whole_path
