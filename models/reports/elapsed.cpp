// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/elapsed.h"

namespace goodfaith::reports {

Stopwatch::Stopwatch(const ReportInput& input)
    : input_(input), calendar_(calendarOf(input.settings)) {}

Elapsed Stopwatch::elapsed(Instant since, std::optional<Instant> end) const {
    const bool ended = end && *end <= input_.asOf;
    const Instant until = ended ? *end : input_.answersKnownTo;
    return {std::max(until - since, Duration::zero()), calendar_.businessTime(since, until), ended};
}

Duration Stopwatch::counted(const Elapsed& elapsed) const {
    return input_.settings.targetsIn == TargetTime::Business ? elapsed.business : elapsed.calendar;
}

bool Stopwatch::isWithinTarget(const Elapsed& elapsed) const {
    return counted(elapsed) <= input_.settings.replyTarget;
}

bool Stopwatch::isPastLimit(const Elapsed& elapsed) const {
    return counted(elapsed) > input_.settings.replyLimit;
}

bool Stopwatch::isDue(const Elapsed& elapsed) const {
    return elapsed.ended || !isWithinTarget(elapsed);
}

QString targetTimeWords(const ShopSettings& settings) {
    return settings.targetsIn == TargetTime::Business ? QStringLiteral(" of our hours of work")
                                                      : QString();
}

QString hoursWords(Duration duration) {
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(duration).count();
    return hours == 1 ? QStringLiteral("one hour") : QStringLiteral("%1 hours").arg(hours);
}

}  // namespace goodfaith::reports
