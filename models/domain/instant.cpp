// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/instant.h"

#include <QRegularExpression>

namespace goodfaith {
namespace {

constexpr int firstYear = 1900;
constexpr int lastYear = 2200;

bool isYearUsable(const QDate& day) {
    return day.isValid() && day.year() >= firstYear && day.year() <= lastYear;
}

Instant fromUtc(QDate day, QTime time) {
    return instantFromMillis(QDateTime(day, time, QTimeZone::utc()).toMSecsSinceEpoch());
}

Duration offsetAt(Instant instant, const QTimeZone& zone) {
    const auto moment = QDateTime::fromMSecsSinceEpoch(toMillis(instant), QTimeZone::utc());
    return std::chrono::seconds(zone.offsetFromUtc(moment));
}

struct IsoParts {
    QDate day;
    QTime time;
    QString offset;  // "", "Z" or "+01:00"
    bool hasTime = false;
};

std::optional<IsoParts> splitIso(QStringView text) {
    static const QRegularExpression form(
        QStringLiteral("\\A(\\d{4})-(\\d{2})-(\\d{2})"
                       "(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
                       "\\s?(Z|z|UTC|[+-]\\d{2}(?::?\\d{2})?)?)?\\z"));
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&](int group) { return match.captured(group).toInt(); };
    IsoParts parts;
    parts.day = QDate(number(1), number(2), number(3));
    parts.hasTime = match.hasCaptured(4);
    const int millis = match.captured(7).leftJustified(3, u'0').left(3).toInt();
    parts.time = parts.hasTime ? QTime(number(4), number(5), number(6), millis) : QTime(0, 0);
    parts.offset = match.captured(8).toUpper();
    if (!isYearUsable(parts.day) || !parts.time.isValid())
        return std::nullopt;
    return parts;
}

// Seconds east of UTC, for "+01:00", "+0100", "+01".
std::optional<int> offsetSeconds(const QString& offset) {
    const int hours = QStringView(offset).mid(1, 2).toInt();
    const int minutes = QStringView(offset).right(2).toInt() * (offset.size() > 3 ? 1 : 0);
    if (hours > 15 || minutes > 59)
        return std::nullopt;
    return (offset.startsWith(u'-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}

}  // namespace

QString toIsoUtc(Instant instant) {
    const auto moment = QDateTime::fromMSecsSinceEpoch(toMillis(instant), QTimeZone::utc());
    const bool whole = toMillis(instant) % 1000 == 0;
    return moment.toString(whole ? QStringLiteral("yyyy-MM-ddTHH:mm:ss'Z'")
                                 : QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz'Z'"));
}

std::optional<Instant> parseIso(QStringView text, const QTimeZone& zone) {
    const auto parts = splitIso(text.trimmed());
    if (!parts)
        return std::nullopt;
    if (!parts->hasTime)
        return startOfDay(parts->day, zone);
    if (parts->offset.isEmpty())
        return instantFromLocal(parts->day, parts->time, zone);
    if (!parts->offset.startsWith(u'+') && !parts->offset.startsWith(u'-'))
        return fromUtc(parts->day, parts->time);
    const auto seconds = offsetSeconds(parts->offset);
    if (!seconds)
        return std::nullopt;
    return fromUtc(parts->day, parts->time) - std::chrono::seconds(*seconds);
}

std::optional<Instant> parseAsOf(QStringView text, const QTimeZone& zone) {
    const auto parts = splitIso(text.trimmed());
    if (parts && !parts->hasTime)
        return endOfDay(parts->day, zone);
    return parseIso(text, zone);
}

// QDateTime takes the second of the two instants of a fold, and none in a day that a zone skips.
Instant instantFromLocal(QDate day, QTime time, const QTimeZone& zone) {
    const Instant wall = fromUtc(day, time);
    const Duration before = offsetAt(wall - std::chrono::days(1), zone);
    const Duration after = offsetAt(wall + std::chrono::days(1), zone);
    const Instant first = wall - before;
    const Instant second = wall - after;
    const bool isSecond = offsetAt(first, zone) != before && offsetAt(second, zone) == after;
    return isSecond ? second : first;
}

Instant startOfDay(QDate day, const QTimeZone& zone) {
    const Instant midnight = instantFromLocal(day, QTime(0, 0), zone);
    if (toLocal(midnight, zone).time() == QTime(0, 0))
        return midnight;
    const QDateTime later = day.startOfDay(zone);  // midnight is in a gap
    return later.isValid() ? instantFromMillis(later.toMSecsSinceEpoch()) : midnight;
}

Instant endOfDay(QDate day, const QTimeZone& zone) {
    return startOfDay(day.addDays(1), zone) - Duration(1);
}

QDate dayOf(Instant instant, const QTimeZone& zone) {
    return toLocal(instant, zone).date();
}

QDateTime toLocal(Instant instant, const QTimeZone& zone) {
    return QDateTime::fromMSecsSinceEpoch(toMillis(instant), zone);
}

Instant monthsBefore(Instant instant, int months) {
    return monthsAfter(instant, -months);
}

Instant monthsAfter(Instant instant, int months) {
    const auto moment = QDateTime::fromMSecsSinceEpoch(toMillis(instant), QTimeZone::utc());
    return instantFromMillis(moment.addMonths(months).toMSecsSinceEpoch());
}

}  // namespace goodfaith
