// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/values.h"

#include <QRegularExpression>

namespace goodfaith::importers {
namespace {

constexpr int firstYear = 1970;
constexpr int lastYear = 2100;
constexpr qsizetype longestTime = 64;
constexpr qint64 msecsPerDay = 24LL * 3600 * 1000;

struct DateParts {
    int first = 0;
    int second = 0;
    int third = 0;
    QChar separator;
    bool yearFirst = false;
    bool shortYear = false;
};

struct Moment {
    DateParts date;
    QTime time{0, 0};
    std::optional<qint64> offsetSeconds;
    bool valid = false;
};

int digitsAt(QStringView text, qsizetype from, qsizetype count) {
    int number = 0;
    for (qsizetype i = from; i < from + count; ++i) {
        const char16_t c = text[i].unicode();
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c - u'0');
    }
    return number;
}

// "Z", "+01:00", " +0100".
std::optional<qint64> isoOffset(QStringView text) {
    if (text == u"Z")
        return 0;
    text = text.startsWith(u' ') ? text.mid(1) : text;
    const bool colon = text.size() == 6 && text[3] == u':';
    if ((text.size() != 5 && !colon) || (text[0] != u'+' && text[0] != u'-'))
        return std::nullopt;
    const int hours = digitsAt(text, 1, 2);
    const int minutes = digitsAt(text, colon ? 4 : 3, 2);
    if (hours < 0 || hours > 15 || minutes < 0 || minutes > 59)
        return std::nullopt;
    return (text[0] == u'-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

// "2024-03-01T09:30:00" and what follows it: what nearly every cell is, without a regular
// expression.
std::optional<Moment> isoMoment(QStringView text) {
    if (text.size() != 10 && text.size() < 19)
        return std::nullopt;
    if (text[4] != u'-' || text[7] != u'-')
        return std::nullopt;
    Moment moment;
    moment.date = {
        digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2), u'-', true, false};
    if (moment.date.first < 0 || moment.date.second < 0 || moment.date.third < 0)
        return std::nullopt;
    moment.valid = true;
    if (text.size() == 10)
        return moment;
    if ((text[10] != u'T' && text[10] != u' ') || text[13] != u':' || text[16] != u':')
        return std::nullopt;
    moment.time = QTime(digitsAt(text, 11, 2), digitsAt(text, 14, 2), digitsAt(text, 17, 2));
    const auto rest = text.mid(19);
    moment.offsetSeconds = isoOffset(rest);
    if (!rest.isEmpty() && !moment.offsetSeconds)
        return std::nullopt;
    return moment.time.isValid() ? std::optional(moment) : std::nullopt;
}

std::optional<qint64> offsetFrom(const QString& text) {
    if (text.isEmpty())
        return std::nullopt;
    if (!text.startsWith(u'+') && !text.startsWith(u'-'))
        return 0;
    const qint64 hours = QStringView(text).mid(1, 2).toInt();
    const qint64 minutes = text.size() > 3 ? QStringView(text).right(2).toInt() : 0;
    return (text.startsWith(u'-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}

QTime timeFrom(const QRegularExpressionMatch& match) {
    if (!match.hasCaptured(5))
        return {0, 0};
    int hour = match.captured(5).toInt();
    const QString half = match.captured(9).toUpper();
    if (!half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return {};
        hour = hour % 12 + (half == u"PM" ? 12 : 0);
    }
    const int millis = match.captured(8).leftJustified(3, u'0', true).toInt();
    return {hour, match.captured(6).toInt(), match.captured(7).toInt(), millis};
}

Moment momentFrom(QStringView text) {
    if (const auto iso = isoMoment(text))
        return *iso;
    static const QRegularExpression form(
        QStringLiteral("\\A(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})(?:(?:T|,?\\s+)(\\d{1,2}):"
                       "(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*(AM|PM)?"
                       "\\s*(Z|UTC|GMT|[-+]\\d{2}(?::?\\d{2})?)?)?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    Moment moment;
    if (text.size() > longestTime)
        return moment;
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return moment;
    const qsizetype firstDigits = match.capturedLength(1);
    const qsizetype lastDigits = match.capturedLength(4);
    moment.date = {match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt(),
                   match.captured(2).front(), firstDigits == 4,          lastDigits == 2};
    moment.time = timeFrom(match);
    moment.offsetSeconds = offsetFrom(match.captured(10));
    const bool fits = firstDigits == 4 ? lastDigits <= 2
                                       : firstDigits <= 2 && (lastDigits == 4 || lastDigits == 2);
    moment.valid = fits && moment.time.isValid();
    return moment;
}

DateOrder orderWithin(const DateParts& date) {
    if (date.yearFirst)
        return DateOrder::YearFirst;
    if (date.separator == u'.')
        return DateOrder::DayFirst;
    if (date.shortYear)
        return DateOrder::Unknown;
    if (date.first > 12 && date.second <= 12)
        return DateOrder::DayFirst;
    return date.second > 12 && date.first <= 12 ? DateOrder::MonthFirst : DateOrder::Unknown;
}

int fullYear(int year, bool isShort) {
    if (!isShort)
        return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

QDate dayFrom(const DateParts& date, DateOrder order) {
    const int year = fullYear(date.third, date.shortYear);
    switch (order) {
        case DateOrder::YearFirst:
            return date.yearFirst ? QDate(date.first, date.second, date.third)
                                  : QDate(fullYear(date.first, true), date.second, date.third);
        case DateOrder::DayFirst:
            return {year, date.second, date.first};
        case DateOrder::MonthFirst:
            return {year, date.first, date.second};
        case DateOrder::Unknown:
            break;
    }
    return {};
}

Reading<Instant> expected(const QString& reason) {
    return {std::nullopt, reason};
}

}  // namespace

std::optional<DateOrder> dateOrderFromName(QStringView name) {
    if (name == u"dmy")
        return DateOrder::DayFirst;
    if (name == u"mdy")
        return DateOrder::MonthFirst;
    if (name == u"ymd")
        return DateOrder::YearFirst;
    return std::nullopt;
}

DateOrder dateOrderOf(QStringView cell) {
    const Moment moment = momentFrom(cell.trimmed());
    if (!moment.valid || moment.date.yearFirst || moment.date.separator == u'.')
        return DateOrder::Unknown;
    return orderWithin(moment.date);
}

Reading<Instant> TimeReader::read(QStringView cell) {
    const Moment moment = momentFrom(cell.trimmed());
    if (!moment.valid)
        return expected(
            QStringLiteral("expected a time such as 2024-03-01T09:30:00+01:00 or "
                           "2024-03-01 09:30:00"));
    DateOrder order = orderWithin(moment.date);
    if (!moment.date.yearFirst && order_ != DateOrder::Unknown)
        order = order_;
    if (order == DateOrder::Unknown)
        return expected(
            QStringLiteral("expected a date whose day and month can be told apart: set "
                           "the date order (dmy or mdy)"));
    const QDate day = dayFrom(moment.date, order);
    if (!day.isValid())
        return expected(QStringLiteral("expected a date that exists%1")
                            .arg(order == DateOrder::DayFirst     ? u", the day before the month"
                                 : order == DateOrder::MonthFirst ? u", the month before the day"
                                                                  : u""));
    if (day.year() < firstYear || day.year() > lastYear)
        return expected(QStringLiteral("expected a year from 1970 to 2100"));
    if (!moment.offsetSeconds)
        return {fromLocal(day, moment.time), {}};
    return {fromLocalUtc(day, moment.time) - std::chrono::seconds(*moment.offsetSeconds), {}};
}

Instant TimeReader::fromLocalUtc(QDate day, QTime time) {
    constexpr qint64 epoch = 2440588;  // the Julian day of 1 January 1970
    return instantFromMillis((day.toJulianDay() - epoch) * msecsPerDay +
                             time.msecsSinceStartOfDay());
}

// Asking for a zone's offset costs more than the rest of the row, so it is asked once a day; on a
// day near a change of offset every time is worked out by itself.
Instant TimeReader::fromLocal(QDate day, QTime time) {
    auto found = offsets_.find(day);
    if (found == offsets_.end()) {
        const Instant midnight = fromLocalUtc(day, QTime(0, 0));
        const auto offsetAt = [&](qint64 days) {
            return zone_.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(
                toMillis(midnight) + days * msecsPerDay, QTimeZone::utc()));
        };
        const int before = offsetAt(-1);
        found = offsets_.insert(
            day, before == offsetAt(2) ? std::optional<qint64>(before * 1000LL) : std::nullopt);
    }
    if (*found)
        return fromLocalUtc(day, time) - Duration(**found);
    return instantFromLocal(day, time, zone_);
}

}  // namespace goodfaith::importers
