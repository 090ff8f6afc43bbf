// SPDX-License-Identifier: GPL-3.0-or-later
// How values are worded on screens: money, times, counts, names of kinds and verdicts. The locale,
// the shop's zone and "now" are given; nothing here reads the clock.
#pragma once

#include "models/domain/instant.h"
#include "models/domain/money.h"
#include "models/domain/record.h"
#include "models/domain/score.h"
#include "models/domain/understanding.h"

#include <QLocale>
#include <QString>

namespace goodfaith::items {

class Format {
public:
    Format() : Format(QLocale(), QTimeZone::utc(), Instant()) {}
    // `main`: the currency that sums lead with.
    Format(QLocale locale, QTimeZone zone, Instant now, Currency main = {});

    const QTimeZone& zone() const { return zone_; }
    const QLocale& locale() const { return locale_; }
    Instant now() const { return now_; }

    QString number(qint64 value) const;
    // "1 order", "14 orders", "1,204 orders".
    QString counted(qint64 count, const QString& one, const QString& many) const;
    QString money(Money money) const;  // "€1,820.00"
    // The main currency first, the others after it: "€1,820.00 + £20.00"; "" for an empty bag.
    QString money(const MoneyBag& bag) const;
    QString share(double share) const;  // 0.5: "50%"
    QString bytes(qint64 bytes) const;
    QString duration(Duration duration) const;  // "40 s", "6 min", "26 h", "9 days"

    QString time(Instant instant) const;   // "14:05"
    QString day(QDate day) const;          // "2 Jul 2024"
    QString exact(Instant instant) const;  // "Tue 2 Jul 2024 14:05"
    // Relative up to a week ("26 h ago", "in 3 h"), then the day.
    QString when(Instant instant) const;
    // The same for a row below a month's heading: "26 h ago", then "2 Jul 14:05".
    QString whenInMonth(Instant instant) const;
    QString month(Instant instant) const;  // "July 2024"

private:
    QString relative(Instant instant) const;  // "" beyond a week

    QLocale locale_;
    QTimeZone zone_;
    Instant now_;
    Currency main_;
};

QString kindName(RecordKind kind);        // "Order", "Mail"
QString kindNamePlural(RecordKind kind);  // "Orders", "Mails"
QString kindIcon(RecordKind kind);        // a name in resources/icons
QString directionArrow(Direction direction);
QString directionName(Direction direction);  // "from the customer"
QString topicName(Topic topic);
QString caseStateName(CaseState state);        // "waits for us"
QString caseOutcomeName(CaseOutcome outcome);  // "refund", "nothing"
QString promiseName(PromiseKind kind);         // "call back"
QString queueKindName(QueueKind kind);         // "Reply", "Quiet case"
QString queueKindNamePlural(QueueKind kind);
QString templateName(const QString& name);  // "order_items": "Order items"
// What a file may be read as: "as it looks (Orders)", "Saved: Monthly".
QString foundTitle(const QString& found);  // "" where nothing was recognised
QString savedMappingTitle(const QString& name);
// The name of a report's series: a topic's, "written", "phone"; else as it is.
QString seriesName(const QString& name);
QString verdictName(VerdictKind verdict);

// How much speaks for what is shown: words, never a percentage.
enum class Strength { Little, Some, Strong };
// How far the evidence moved the verdict shown away from the prior (good faith) or towards it.
Strength strengthOf(const Score& score);
Strength strengthOf(const Reason& reason);
QString strengthName(Strength strength);  // "strong evidence"

}  // namespace goodfaith::items
