// SPDX-License-Identifier: GPL-3.0-or-later
// How the scores of a customer came about, from the facts in a database.
#pragma once

#include "app/linked_cases.h"
#include "models/domain/score_course.h"

namespace goodfaith::app {

ScoreCourse courseOf(store::Database& database, CustomerId customer, const JudgedBy& by);

}  // namespace goodfaith::app
