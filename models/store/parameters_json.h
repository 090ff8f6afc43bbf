// SPDX-License-Identifier: GPL-3.0-or-later
// Shop parameters as they are kept: JSON, so that a new figure needs no new column. What is missing
// reads as its default.
#pragma once

#include "models/domain/score.h"

namespace goodfaith::store {

QString toJson(const ShopParameters& parameters);
ShopParameters parametersFromJson(const QString& text);

}  // namespace goodfaith::store
