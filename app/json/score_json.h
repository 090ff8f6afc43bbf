// SPDX-License-Identifier: GPL-3.0-or-later
// The score object and the brief of the command line's contract.
#pragma once

#include "models/domain/brief.h"
#include "models/domain/score.h"

#include <QJsonObject>

namespace goodfaith::app {

QJsonObject toJson(const Score& score, Currency main);
QJsonObject toJson(const Brief& brief, Currency main);

}  // namespace goodfaith::app
