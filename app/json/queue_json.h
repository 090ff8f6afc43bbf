// SPDX-License-Identifier: GPL-3.0-or-later
// An entry of the queue in the command line's contract.
#pragma once

#include "models/domain/queue.h"

#include <QJsonObject>

namespace goodfaith::app {

QJsonObject toJson(const QueueRow& row, Instant asOf, Currency main);

}  // namespace goodfaith::app
