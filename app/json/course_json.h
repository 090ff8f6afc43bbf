// SPDX-License-Identifier: GPL-3.0-or-later
// How scores came about, in the JSON of the command line.
#pragma once

#include "models/domain/score_course.h"

#include <QJsonObject>

namespace goodfaith::app {

// Days are the shop's.
QJsonObject toJson(const ScoreCourse& course);

}  // namespace goodfaith::app
