// SPDX-License-Identifier: GPL-3.0-or-later
// What shops that went the whole path say of how well customers are judged, as Markdown.
#pragma once

#include "tests/whole_path/judged_shop.h"

namespace goodfaith::whole_path {

QString introduction(int shops, int customers);
QString reportOf(const QString& title, const std::vector<JudgedShop>& shops);

}  // namespace goodfaith::whole_path
