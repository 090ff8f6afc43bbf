// SPDX-License-Identifier: GPL-3.0-or-later
// The shop's two years and its clock: London time and office hours, computed here so that no time
// zone database of the machine has a say.
#pragma once

#include "models/domain/instant.h"
#include "tests/sample_shop/random.h"

namespace goodfaith::sample_shop {

inline const QDate firstDay(2024, 11, 1);
inline const QDate lastDay(2026, 10, 31);

// 0 or 60.
int londonOffsetMinutes(Instant instant);
Instant londonTime(QDate day, int secondOfDay);
QDate londonDay(Instant instant);
// The end of the last day: nothing happens after it.
Instant endOfStory();

// "2026-03-01T09:30:00+00:00", in London time.
QString isoLondon(Instant instant);
QString isoUtc(Instant instant);
// "Tue, 3 Mar 2026 14:05:22 +0000"
QString mailDate(Instant instant, int offsetMinutes);

// A moment of that day when people shop and write: seldom at night, most in the evening.
Instant waking(Random& random, QDate day);
// So many minutes later, or in the morning when that is at night.
Instant laterAwake(Instant from, int minutes);
// The moment when so many minutes of office hours (Monday to Friday, 9:00 to 17:30) have passed.
Instant afterOfficeMinutes(Instant from, int minutes);
// The given day, or the next one that is not a Saturday or Sunday.
QDate workingDayFrom(QDate day);
QDate addWorkingDays(QDate day, int days);

}  // namespace goodfaith::sample_shop
