// SPDX-License-Identifier: GPL-3.0-or-later
// How the scores of a customer came about. Finds the days on which anything but sums changed by
// looking at the ends of months and of the days on which complaints began, and closing in on each
// difference; so it takes a hundred looks at most, however long the story is.
#pragma once

#include "models/domain/score_course.h"
#include "models/scoring/course_state.h"

namespace goodfaith::scoring {

// No points where nothing is known yet.
ScoreCourse courseOf(const CourseInput& input);

}  // namespace goodfaith::scoring
