// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/month_names.h"
#include "importers/csv/values.h"

#include <QRegularExpression>

#include <algorithm>

namespace goodfaith::importers {
namespace {

constexpr int firstYear = 1970;
constexpr int lastYear = 2100;
constexpr int firstShortYear = 70;  // "70" is 1970, "69" is 2069
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
    QString zone;  // named where it gives no offset by itself
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

// "+0100", "GMT+1", "CEST"; nothing for what is no such thing.
std::optional<qint64> offsetFrom(QStringView text) {
    const qsizetype sign = std::max(text.indexOf(u'+'), text.indexOf(u'-'));
    if (sign < 0)
        return offsetOfAbbreviation(text);
    QString digits = text.mid(sign + 1).toString();
    digits.remove(u':');
    const int number = digits.toInt();
    const qint64 seconds =
        digits.size() > 2 ? (number / 100 * 60 + number % 100) * 60LL : number * 3600LL;
    return text[sign] == u'-' ? -seconds : seconds;
}

QTime timeFrom(const QRegularExpressionMatch& match) {
    if (!match.hasCaptured(5))
        return {0, 0};
    int hour = match.captured(5).toInt();
    if (const QString half = match.captured(9).toUpper(); !half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return {};
        hour = hour % 12 + (half.startsWith(u'P') ? 12 : 0);
    }
    const int millis = match.captured(8).leftJustified(3, u'0', true).toInt();
    return {hour, match.captured(6).toInt(), match.captured(7).toInt(), millis};
}

// A time of day and a zone behind a date whose four groups come before: hour 5, minute 6, second 7,
// fraction 8, half of the day 9, zone 10.
QRegularExpression dateForm(const QString& date) {
    return QRegularExpression(
        QStringLiteral("\\A(?:\\p{L}{2,12}\\.?,?\\s+)?") + date +
            QStringLiteral("(?:(?:T|[\\s,]+(?:at\\s+|um\\s+|\\x{E0}\\s+)?)(\\d{1,2}):(\\d{2})"
                           "(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
                           "\\s*((?:AM|PM)\\b|[ap]\\.\\s?m\\.)?)?"
                           "(?:\\s*(Z|(?:UTC|GMT)?[-+]\\d{1,2}(?::?\\d{2})?|\\p{L}{3,5}|"
                           "[A-Z]+(?:/[A-Z_]+){1,2})"
                           "(?:\\s+\\(?[A-Z]{3,5}\\)?)?)?\\z"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

void readClock(Moment& moment, const QRegularExpressionMatch& match) {
    moment.time = timeFrom(match);
    const QString zone = match.captured(10);
    if (zone.isEmpty())
        return;
    moment.offsetSeconds = offsetFrom(zone);
    if (!moment.offsetSeconds)
        moment.zone = zone;
}

std::optional<Moment> numericMoment(const QString& text) {
    static const QRegularExpression form =
        dateForm(QStringLiteral("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qsizetype firstDigits = match.capturedLength(1);
    const qsizetype lastDigits = match.capturedLength(4);
    Moment moment;
    moment.date = {match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt(),
                   match.captured(2).front(), firstDigits == 4,          lastDigits == 2};
    readClock(moment, match);
    const bool fits = firstDigits == 4 ? lastDigits <= 2
                                       : firstDigits <= 2 && (lastDigits == 4 || lastDigits == 2);
    moment.valid = fits && moment.time.isValid();
    return moment;
}

int fullYear(int year, bool isShort) {
    if (!isShort)
        return year;
    return year < firstShortYear ? 2000 + year : 1900 + year;
}

// "Oct 7, 2025, 9:50:26 AM", "10-Dez-25", "7 de octubre de 2025", "Tue, 07 Oct 2025 09:50:26 GMT".
std::optional<Moment> namedMoment(const QString& text) {
    static const QRegularExpression dayFirst = dateForm(
        QStringLiteral("(\\d{1,2})(?:\\.|st|nd|rd|th|er)?[\\s/-]*(?:de\\s+)?(\\p{L}{3,12})()"
                       "(?:\\.?[\\s,/-]+|\\s+de\\s+)(\\d{4}|\\d{2})"));
    static const QRegularExpression monthFirst =
        dateForm(QStringLiteral("()(\\p{L}{3,12})\\.?[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?"
                                "(?:,\\s*|[\\s-]+)(\\d{4}|\\d{2})"));
    auto match = dayFirst.match(text);
    if (!match.hasMatch())
        match = monthFirst.match(text);
    const auto month = match.hasMatch() ? monthFromName(match.captured(2)) : std::nullopt;
    if (!month)
        return std::nullopt;
    Moment moment;
    const int year = fullYear(match.captured(4).toInt(), match.capturedLength(4) == 2);
    const QString day = match.captured(1) + match.captured(3);
    moment.date = {year, *month, day.toInt(), u'-', true, false};
    readClock(moment, match);
    moment.valid = moment.time.isValid();
    return moment;
}

Moment momentFrom(QStringView text) {
    if (const auto iso = isoMoment(text))
        return *iso;
    if (text.size() > longestTime)
        return {};
    const QString whole = text.toString();
    if (const auto numeric = numericMoment(whole))
        return *numeric;
    return namedMoment(whole).value_or(Moment());
}

DateOrder orderWithin(const DateParts& date) {
    if (date.yearFirst)
        return DateOrder::YearFirst;
    if (date.separator == u'.')
        return DateOrder::DayFirst;
    if (date.shortYear && date.second <= 12)
        return DateOrder::Unknown;  // 25/12/10 may begin with the year
    if (date.first > 12 && date.second <= 12)
        return DateOrder::DayFirst;
    return date.second > 12 && date.first <= 12 ? DateOrder::MonthFirst : DateOrder::Unknown;
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

DateHint dateHintOf(QStringView cell) {
    const Moment moment = momentFrom(cell.trimmed());
    if (!moment.valid || moment.date.yearFirst || moment.date.separator == u'.')
        return {};
    const DateOrder order = orderWithin(moment.date);
    return {order, moment.date.separator, order == DateOrder::Unknown};
}

DateOrder dateOrderOf(QStringView cell) {
    return dateHintOf(cell).order;
}

DateOrder TimeReader::orderFor(QChar separator) const {
    if (order_ != DateOrder::Unknown)
        return order_;
    return separator == u'/' ? slashOrder_ : separator == u'-' ? hyphenOrder_ : DateOrder::Unknown;
}

void TimeReader::learn(QChar separator, DateOrder order) {
    (separator == u'/' ? slashOrder_ : hyphenOrder_) = order;
}

Reading<Instant> TimeReader::read(QStringView cell) {
    note_ = ClockNote::None;
    const Moment moment = momentFrom(cell.trimmed());
    if (!moment.valid)
        return expected(
            QStringLiteral("expected a time such as 2024-03-01T09:30:00+01:00 or "
                           "2024-03-01 09:30:00"));
    DateOrder order = orderWithin(moment.date);
    if (const auto set = orderFor(moment.date.separator);
        !moment.date.yearFirst && set != DateOrder::Unknown)
        order = set;
    if (order == DateOrder::Unknown)
        return expected(
            QStringLiteral("expected a date whose day and month can be told apart: set "
                           "the date order (--date-order dmy or mdy)"));
    const QDate day = dayFrom(moment.date, order);
    if (!day.isValid())
        return expected(QStringLiteral("expected a date that exists%1")
                            .arg(order == DateOrder::DayFirst     ? u", the day before the month"
                                 : order == DateOrder::MonthFirst ? u", the month before the day"
                                                                  : u""));
    if (day.year() < firstYear || day.year() > lastYear)
        return expected(QStringLiteral("expected a year from 1970 to 2100"));
    if (moment.offsetSeconds)
        return {fromLocalUtc(day, moment.time) - std::chrono::seconds(*moment.offsetSeconds), {}};
    if (moment.zone.isEmpty())
        return {fromLocal(day, moment.time), {}};
    const QByteArray name = moment.zone.toLatin1();
    if (!QTimeZone::isTimeZoneIdAvailable(name))
        return expected(QStringLiteral("expected a time zone such as +01:00, CET or Europe/Berlin "
                                       "behind the time, not “%1”")
                            .arg(moment.zone));
    return {fromChange(day, moment.time, QTimeZone(name)), {}};
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
    return fromChange(day, time, zone_);
}

// On a day near a change of the clock: notes a time that there is not, or is twice.
Instant TimeReader::fromChange(QDate day, QTime time, const QTimeZone& zone) {
    const Instant instant = instantFromLocal(day, time, zone);
    if (toLocal(instant, zone).time() != time) {
        note_ = ClockNote::Gap;
        return instant;
    }
    const Instant wall = fromLocalUtc(day, time);
    for (const qint64 days : {-1, 1}) {
        const int offset = zone.offsetFromUtc(
            QDateTime::fromMSecsSinceEpoch(toMillis(wall) + days * msecsPerDay, QTimeZone::utc()));
        const Instant other = wall - std::chrono::seconds(offset);
        const QDateTime local = toLocal(other, zone);
        if (other != instant && local.date() == day && local.time() == time)
            note_ = ClockNote::Fold;
    }
    return instant;
}

}  // namespace goodfaith::importers
