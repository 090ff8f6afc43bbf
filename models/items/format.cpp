// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/format.h"

#include <QCoreApplication>

#include <cmath>
#include <cstdlib>

namespace goodfaith::items {
namespace {

using namespace std::chrono_literals;

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day24 = 24 * hour;

QString words(const char* text) {
    return QCoreApplication::translate("Format", text);
}

QString currencySymbol(const QString& code) {
    if (code == u"EUR")
        return QStringLiteral("€");
    if (code == u"GBP")
        return QStringLiteral("£");
    if (code == u"USD")
        return QStringLiteral("$");
    return code;
}

// The C locale's own patterns have seconds and no grouping: not for people.
QLocale forPeople(const QLocale& locale) {
    return locale.language() == QLocale::C
               ? QLocale(QLocale::English, QLocale::Script::LatinScript, QLocale::UnitedKingdom)
               : locale;
}

}  // namespace

Format::Format(QLocale locale, QTimeZone zone, Instant now, Currency main)
    : locale_(forPeople(locale)), zone_(std::move(zone)), now_(now), main_(main) {}

QString Format::number(qint64 value) const {
    return locale_.toString(value);
}

QString Format::counted(qint64 count, const QString& one, const QString& many) const {
    return number(count) + u' ' + (count == 1 ? one : many);
}

QString Format::money(Money money) const {
    if (money.currency.isNone())
        return {};
    const int digits = money.currency.minorDigits();
    const QString code = money.currency.code();
    const double major = static_cast<double>(money.minor) / std::pow(10.0, digits);
    QString text = locale_.toCurrencyString(std::abs(major), currencySymbol(code), digits);
    if (text.startsWith(code))
        text.insert(code.size(), QChar::Nbsp);
    return money.minor < 0 ? QStringLiteral("−") + text : text;
}

QString Format::money(const MoneyBag& bag) const {
    QStringList parts;
    for (const auto& [currency, minor] : bag.sums()) {
        if (currency == main_)
            parts.prepend(money({minor, currency}));
        else if (minor != 0)
            parts.append(money({minor, currency}));
    }
    return parts.join(QStringLiteral(" + "));
}

QString Format::share(double share) const {
    return locale_.toString(static_cast<qint64>(std::lround(share * 100))) + locale_.percent();
}

QString Format::bytes(qint64 bytes) const {
    return locale_.formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString Format::duration(Duration duration) const {
    const qint64 seconds = std::llabs(toSeconds(duration));
    if (seconds < minute)
        return words("%1 s").arg(number(seconds));
    if (seconds < 2 * hour)
        return words("%1 min").arg(number(seconds / minute));
    if (seconds < 3 * day24)
        return words("%1 h").arg(number(seconds / hour));
    return counted(seconds / day24, words("day"), words("days"));
}

QString Format::time(Instant instant) const {
    return locale_.toString(toLocal(instant, zone_).time(), QLocale::ShortFormat);
}

QString Format::day(QDate day) const {
    return locale_.toString(day, QStringLiteral("d MMM yyyy"));
}

QString Format::exact(Instant instant) const {
    const QDate date = toLocal(instant, zone_).date();
    return locale_.toString(date, QStringLiteral("ddd d MMM yyyy")) + u' ' + time(instant);
}

QString Format::relative(Instant instant) const {
    const Duration ago = now_ - instant;
    if (std::chrono::abs(ago) > Duration(7 * 24h))
        return {};
    if (std::chrono::abs(ago) < Duration(1min))
        return words("just now");
    return (ago.count() > 0 ? words("%1 ago") : words("in %1")).arg(duration(ago));
}

QString Format::when(Instant instant) const {
    const QString near = relative(instant);
    return near.isEmpty() ? day(toLocal(instant, zone_).date()) : near;
}

QString Format::whenInMonth(Instant instant) const {
    if (const QString near = relative(instant); !near.isEmpty())
        return near;
    const QDateTime local = toLocal(instant, zone_);
    const QString date = locale_.toString(local.date(), QStringLiteral("d MMM"));
    // A record that has a mere date stands at its day's first instant.
    return local.time() == QTime(0, 0) ? date : QString(date + u' ' + time(instant));
}

QString Format::month(Instant instant) const {
    return locale_.toString(toLocal(instant, zone_).date(), QStringLiteral("MMMM yyyy"));
}

}  // namespace goodfaith::items
