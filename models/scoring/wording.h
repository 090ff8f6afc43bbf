// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, money and times as they stand in sentences, in English and on every machine the same.
#pragma once

#include "models/domain/instant.h"
#include "models/domain/judgement.h"
#include "models/domain/money.h"

#include <QString>

namespace goodfaith::scoring {

QString counted(int count, QStringView noun);  // "1 order", "14 orders"
QString times(int count);                      // "once", "twice", "3 times"
QString ordinal(int number);                   // "first", … "third", "11th"
QString decimalText(double number);            // one decimal at most: "0.7", "3"
QString moneyText(Money money);                // "€1,820", "€12.50", "CHF 99"
// "3 May", and "3 May 2023" where the as-of's year is another.
QString dayText(Instant instant, Instant asOf, const QTimeZone& zone);
// "Tuesday" within the last six days, else as dayText.
QString recentDayText(Instant instant, Instant asOf, const QTimeZone& zone);
QString durationText(Duration duration);     // "40 minutes", "26 hours", "3 days"
QString listText(const QStringList& parts);  // "a, b and c"
QString sentenceStart(QString text);         // the first letter a capital one
QString wordsOf(VerdictKind verdict);        // "needs a look"

}  // namespace goodfaith::scoring
