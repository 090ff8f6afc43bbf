// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of birth as shops' files write them.
#pragma once

#include <QDate>
#include <QString>

namespace goodfaith::identity {

// "1970-03-04", "19700304", "4.3.1970", "04/03/1970" (the day first, unless that is impossible),
// with or without a time behind. Invalid for anything else, for a year of two digits, and for the
// days that forms fill in when they were not asked: the first of January 1900 and 1970.
QDate readBirthDate(const QString& text);

}  // namespace goodfaith::identity
