// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/business_hours.h"

#include "models/domain/failure.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace goodfaith {
namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr size_t daysOfWeek = 7;
// So many that hardly a week is left would make "the next working day" mean nothing.
constexpr int mostHolidaysOfEachYear = 100;
constexpr size_t mostHolidays = 1000;
constexpr int furthestFromEaster = 100;
const std::array dayNames = {u"Mon", u"Tue", u"Wed", u"Thu", u"Fri", u"Sat", u"Sun"};

[[noreturn]] void refuseHours(const QString& text) {
    throw Failure(FailureKind::WrongUse,
                  QStringLiteral("\"%1\" cannot be used here: expected opening hours such as "
                                 "Mon-Fri 09:00-12:30 13:00-17:00; Sat 10:00-14:00.")
                      .arg(text));
}

[[noreturn]] void refuseHoliday(const QString& text) {
    throw Failure(FailureKind::WrongUse,
                  QStringLiteral("\"%1\" cannot be used here: expected dates such as 2026-12-31, "
                                 "12-25 (of every year) or easter+1.")
                      .arg(text));
}

std::optional<size_t> dayFrom(const QString& text) {
    constexpr qsizetype shortest = 3;
    for (size_t day = 0; day < daysOfWeek; ++day) {
        static const std::array wholeNames = {u"monday", u"tuesday",  u"wednesday", u"thursday",
                                              u"friday", u"saturday", u"sunday"};
        const auto whole = QString::fromUtf16(wholeNames[day]);
        if (text.size() >= shortest && whole.startsWith(text.toLower()))
            return day;
    }
    return std::nullopt;
}

// "Mon", "Mon-Fri", "Fri-Mon".
std::vector<size_t> daysFrom(const QString& part, const QString& whole) {
    const QStringList ends = part.split(u'-');
    const auto first = dayFrom(ends.front().trimmed());
    const auto last = dayFrom(ends.back().trimmed());
    if (ends.size() > 2 || !first || !last)
        refuseHours(whole);
    std::vector<size_t> days{*first};
    while (days.back() != *last)
        days.push_back((days.back() + 1) % daysOfWeek);
    return days;
}

// "9", "09:00", "24:00".
int minuteFrom(const QString& text, const QString& whole) {
    static const QRegularExpression form(QStringLiteral("\\A(\\d{1,2})(?:[:.](\\d{2}))?\\z"));
    const auto match = form.match(text.trimmed());
    const int minutes = match.captured(2).toInt();
    const int minute = match.captured(1).toInt() * 60 + minutes;
    if (!match.hasMatch() || minutes > 59 || minute > minutesOfDay)
        refuseHours(whole);
    return minute;
}

DaySpan spanFrom(const QString& text, const QString& whole) {
    const QStringList ends = text.split(u'-');
    if (ends.size() != 2)
        refuseHours(whole);
    const DaySpan span{minuteFrom(ends.front(), whole), minuteFrom(ends.back(), whole)};
    if (span.end <= span.begin) {
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("\"%1\" ends before it begins. Hours over midnight are "
                                     "written as two spans: Fri 20:00-24:00; Sat 00:00-02:00.")
                          .arg(text));
    }
    return span;
}

void tidy(std::vector<DaySpan>& spans) {
    std::sort(spans.begin(), spans.end(),
              [](const DaySpan& a, const DaySpan& b) { return a.begin < b.begin; });
    std::vector<DaySpan> apart;
    for (const DaySpan& span : spans) {
        if (!apart.empty() && span.begin <= apart.back().end)
            apart.back().end = std::max(apart.back().end, span.end);
        else
            apart.push_back(span);
    }
    spans = std::move(apart);
}

// "Mon-Wed, Fri 9-12 13-17".
void addTo(WeekHours& hours, const QString& part, const QString& whole) {
    static const QRegularExpression form(
        QStringLiteral("\\A([[:alpha:]][[:alpha:]\\s,-]*?)\\s+(closed|\\d[\\d\\s:.,-]*)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    QString plain = part.trimmed();
    static const QRegularExpression dashes(QStringLiteral("\\s*[-\u2010-\u2015]\\s*"));
    plain.replace(dashes, QStringLiteral("-"));
    const auto match = form.match(plain);
    if (!match.hasMatch())
        refuseHours(whole);
    static const QRegularExpression betweenSpans(QStringLiteral("[\\s,]+"));
    std::vector<DaySpan> spans;
    if (match.captured(2).compare(u"closed", Qt::CaseInsensitive) != 0) {
        for (const QString& span : match.captured(2).split(betweenSpans, Qt::SkipEmptyParts))
            spans.push_back(spanFrom(span, whole));
    }
    for (const QString& days : match.captured(1).split(u',', Qt::SkipEmptyParts)) {
        for (const size_t day : daysFrom(days.trimmed(), whole))
            hours[day].insert(hours[day].end(), spans.begin(), spans.end());
    }
}

QString minuteText(int minute) {
    return QStringLiteral("%1:%2")
        .arg(minute / 60, 2, 10, QChar(u'0'))
        .arg(minute % 60, 2, 10, QChar(u'0'));
}

QString spansText(const std::vector<DaySpan>& spans) {
    QStringList texts;
    for (const DaySpan& span : spans)
        texts << minuteText(span.begin) + u'-' + minuteText(span.end);
    return texts.join(u' ');
}

Holiday holidayFrom(const QString& text) {
    static const QRegularExpression date(
        QStringLiteral("\\A(?:(\\d{4})-)?(\\d{1,2})-(\\d{1,2})\\z"));
    static const QRegularExpression easter(
        QStringLiteral("\\Aeaster\\s*(?:([+-])\\s*(\\d{1,3}))?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    Holiday holiday;
    if (const auto match = easter.match(text); match.hasMatch()) {
        holiday.kind = Holiday::Kind::Easter;
        holiday.daysAfterEaster = (match.captured(1) == u"-" ? -1 : 1) * match.captured(2).toInt();
        if (std::abs(holiday.daysAfterEaster) > furthestFromEaster)
            refuseHoliday(text);
        return holiday;
    }
    const auto match = date.match(text);
    if (!match.hasMatch())
        refuseHoliday(text);
    holiday.kind = match.hasCaptured(1) ? Holiday::Kind::Date : Holiday::Kind::Yearly;
    holiday.year = match.captured(1).toInt();
    holiday.month = match.captured(2).toInt();
    holiday.day = match.captured(3).toInt();
    constexpr int someLeapYear = 2024;
    const bool isYearly = holiday.kind == Holiday::Kind::Yearly;
    if (!QDate::isValid(isYearly ? someLeapYear : holiday.year, holiday.month, holiday.day))
        refuseHoliday(text);
    return holiday;
}

QString textOf(const Holiday& holiday) {
    if (holiday.kind == Holiday::Kind::Easter) {
        const int days = holiday.daysAfterEaster;
        return days == 0 ? QStringLiteral("easter")
                         : QStringLiteral("easter%1%2").arg(days < 0 ? u"" : u"+").arg(days);
    }
    const QString day = QStringLiteral("%1-%2")
                            .arg(holiday.month, 2, 10, QChar(u'0'))
                            .arg(holiday.day, 2, 10, QChar(u'0'));
    return holiday.kind == Holiday::Kind::Yearly
               ? day
               : QStringLiteral("%1-%2").arg(holiday.year, 4, 10, QChar(u'0')).arg(day);
}

}  // namespace

WeekHours usualHours() {
    WeekHours hours;
    constexpr size_t saturday = 5;
    std::fill_n(hours.begin(), saturday, std::vector<DaySpan>{{9 * 60, 17 * 60}});
    return hours;
}

WeekHours weekHoursFrom(const QString& text) {
    WeekHours hours;
    for (const QString& part : text.split(u';')) {
        if (!part.trimmed().isEmpty())
            addTo(hours, part, text);
    }
    for (auto& spans : hours)
        tidy(spans);
    if (std::all_of(hours.begin(), hours.end(), [](const auto& day) { return day.empty(); })) {
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("By \"%1\" nobody is ever there, and nothing could become "
                                     "due: expected at least one day with opening hours, such as "
                                     "Mon-Fri 09:00-17:00.")
                          .arg(text));
    }
    return hours;
}

QString weekHoursText(const WeekHours& hours) {
    QStringList parts;
    for (size_t first = 0; first < daysOfWeek;) {
        size_t last = first;
        while (last + 1 < daysOfWeek && hours[last + 1] == hours[first])
            ++last;
        const QString days = last == first ? QString::fromUtf16(dayNames[first])
                                           : QString::fromUtf16(dayNames[first]) + u'-' +
                                                 QString::fromUtf16(dayNames[last]);
        if (!hours[first].empty())
            parts << days + u' ' + spansText(hours[first]);
        first = last + 1;
    }
    return parts.join(QStringLiteral("; "));
}

bool Holiday::isOn(QDate date) const {
    switch (kind) {
        case Kind::Date:
            return date == QDate(year, month, day);
        case Kind::Yearly:
            return date.month() == month && date.day() == day;
        case Kind::Easter:
            return date == easterSunday(date.year()).addDays(daysAfterEaster);
    }
    return false;
}

std::vector<Holiday> holidaysFrom(const QString& text) {
    std::vector<Holiday> holidays;
    int ofEachYear = 0;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        const Holiday holiday = holidayFrom(part.trimmed());
        if (std::find(holidays.begin(), holidays.end(), holiday) != holidays.end())
            continue;
        ofEachYear += holiday.kind == Holiday::Kind::Date ? 0 : 1;
        holidays.push_back(holiday);
    }
    if (ofEachYear > mostHolidaysOfEachYear || holidays.size() > mostHolidays) {
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("These are too many holidays: up to %1 that come every year "
                                     "and %2 in all can be kept.")
                          .arg(mostHolidaysOfEachYear)
                          .arg(mostHolidays));
    }
    return holidays;
}

QString holidaysText(const std::vector<Holiday>& holidays) {
    QStringList texts;
    for (const Holiday& holiday : holidays)
        texts << textOf(holiday);
    return texts.join(QStringLiteral(", "));
}

// Butcher's algorithm (Nature, 1876).
QDate easterSunday(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return QDate(year, n / 31, n % 31 + 1);
}

}  // namespace goodfaith
