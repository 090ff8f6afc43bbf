// SPDX-License-Identifier: GPL-3.0-or-later
// What moved the scores from one look at a customer to the next, in plain sentences.
#pragma once

#include "models/domain/score_course.h"
#include "models/scoring/course_state.h"

#include <unordered_set>

namespace goodfaith::scoring {

// Asked from the oldest pair of looks to the newest: a score that creeps is told once it has moved
// far enough.
class StepTeller {
public:
    StepTeller(const CourseInput& input, const CourseState& first);
    // Without its points; nothing where nothing worth a sentence happened.
    std::optional<CourseStep> tell(const CourseState& before, const CourseState& after);

private:
    std::vector<EventId> own(std::vector<EventId> events) const;

    const CourseInput& input_;
    std::unordered_set<EventId> events_;
    const CourseState* toldValue_;  // as of when each score was told last
    const CourseState* toldComplaints_;
    const CourseState* toldResponse_;
};

// The words of agents, and where one of them ended by its review date.
std::vector<CourseStep> judgementSteps(const CourseInput& input);

}  // namespace goodfaith::scoring
