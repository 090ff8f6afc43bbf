// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases and answers in the JSON of the command line.
#pragma once

#include "models/domain/shop_text.h"

#include <QJsonObject>

namespace goodfaith::app {

QJsonObject toJson(const OfferedText& offered);

}  // namespace goodfaith::app
