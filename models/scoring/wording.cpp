// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/wording.h"

#include <QLocale>
#include <QStringList>

#include <array>
#include <cmath>
#include <utility>

namespace goodfaith::scoring {
namespace {

const QLocale& english() {
    static const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    return locale;
}

QString symbolOf(const QString& code) {
    static const std::array<std::pair<const char16_t*, const char16_t*>, 8> symbols{{
        {u"EUR", u"€"},
        {u"GBP", u"£"},
        {u"USD", u"$"},
        {u"JPY", u"¥"},
        {u"INR", u"₹"},
        {u"KRW", u"₩"},
        {u"UAH", u"₴"},
        {u"ILS", u"₪"},
    }};
    for (const auto& [known, symbol] : symbols) {
        if (code == QStringView(known))
            return QString::fromUtf16(symbol);
    }
    return code.isEmpty() ? QString() : QString(code + u'\u00a0');
}

}  // namespace

QString counted(int count, QStringView noun) {
    return QStringLiteral("%1 %2%3").arg(english().toString(count), noun, count == 1 ? u"" : u"s");
}

QString times(int count) {
    if (count == 1)
        return QStringLiteral("once");
    return count == 2 ? QStringLiteral("twice") : QStringLiteral("%1 times").arg(count);
}

QString ordinal(int number) {
    static const std::array words = {u"first", u"second",  u"third",  u"fourth", u"fifth",
                                     u"sixth", u"seventh", u"eighth", u"ninth",  u"tenth"};
    if (number >= 1 && number <= static_cast<int>(words.size()))
        return QString::fromUtf16(words[static_cast<size_t>(number - 1)]);
    const int last = number % 10;
    const bool isTeen = number % 100 / 10 == 1;
    const auto* ending = isTeen || last == 0 || last > 3 ? "th"
                         : last == 1                     ? "st"
                         : last == 2                     ? "nd"
                                                         : "rd";
    return QString::number(number) + QLatin1String(ending);
}

QString decimalText(double number) {
    const double tenths = std::round(number * 10) / 10;
    return english().toString(tenths, 'f', tenths == std::round(tenths) ? 0 : 1);
}

QString moneyText(Money money) {
    const QString decimal = toDecimal(money);
    const bool isNegative = decimal.startsWith(u'-');
    const QStringList parts = decimal.mid(isNegative ? 1 : 0).split(u'.');
    QString text = english().toString(parts.front().toULongLong());
    if (parts.size() > 1 && parts.back().count(u'0') < parts.back().size())
        text += u'.' + parts.back();
    return (isNegative ? QStringLiteral("-") : QString()) + symbolOf(money.currency.code()) + text;
}

QString dayText(Instant instant, Instant asOf, const QTimeZone& zone) {
    const QDate day = dayOf(instant, zone);
    const bool isThisYear = day.year() == dayOf(asOf, zone).year();
    return english().toString(day, isThisYear ? u"d MMMM" : u"d MMMM yyyy");
}

QString recentDayText(Instant instant, Instant asOf, const QTimeZone& zone) {
    const QDate day = dayOf(instant, zone);
    const auto age = day.daysTo(dayOf(asOf, zone));
    constexpr int daysNamed = 6;
    return age >= 0 && age <= daysNamed ? english().toString(day, u"dddd")
                                        : dayText(instant, asOf, zone);
}

QString durationText(Duration duration) {
    using namespace std::chrono;
    constexpr auto hoursUpTo = hours(48);
    if (duration < hours(1))
        return counted(static_cast<int>(floor<minutes>(duration).count()), u"minute");
    if (duration <= hoursUpTo)
        return counted(static_cast<int>(floor<hours>(duration).count()), u"hour");
    return counted(static_cast<int>(floor<days>(duration).count()), u"day");
}

QString listText(const QStringList& parts) {
    if (parts.size() < 2)
        return parts.join(QString());
    return parts.mid(0, parts.size() - 1).join(QStringLiteral(", ")) + QStringLiteral(" and ") +
           parts.back();
}

QString sentenceStart(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString wordsOf(VerdictKind verdict) {
    switch (verdict) {
        case VerdictKind::NeedsLook:
            return QStringLiteral("needs a look");
        case VerdictKind::ChronicPattern:
            return QStringLiteral("chronic pattern");
        case VerdictKind::GoodFaith:
            break;
    }
    return QStringLiteral("good faith");
}

}  // namespace goodfaith::scoring
