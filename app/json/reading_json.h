// SPDX-License-Identifier: GPL-3.0-or-later
// What a text says, in the command line's JSON.
#pragma once

#include "models/domain/settings.h"
#include "models/domain/understanding.h"

#include <QJsonObject>

namespace goodfaith::app {

// `writtenAt`: what promises are due from, by the shop's zone and calendar.
QJsonObject toJson(const Reading& reading, Instant writtenAt, const ShopSettings& settings);

}  // namespace goodfaith::app
