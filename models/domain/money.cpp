// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/money.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace goodfaith {
namespace {

// ISO 4217 currencies whose minor unit is not a hundredth.
constexpr std::string_view withoutMinor =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
constexpr std::string_view withThousandths = "BHD IQD JOD KWD LYD OMR TND";

constexpr qint64 greatest = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();

qint64 unitsPerMajor(Currency currency) {
    qint64 units = 1;
    for (int digit = 0; digit < currency.minorDigits(); ++digit)
        units *= 10;
    return units;
}

// Appends a decimal digit; false when the number no longer fits.
bool appendDigit(qint64& number, int digit) {
    if (number > (greatest - digit) / 10)
        return false;
    number = number * 10 + digit;
    return true;
}

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

}  // namespace

std::optional<Currency> Currency::fromCode(QStringView code) {
    if (code.size() != 3)
        return std::nullopt;
    Currency currency;
    for (qsizetype i = 0; i < 3; ++i) {
        // By hand: toUpper makes ASCII letters of others, such as the long s.
        const char16_t letter = code[i].unicode();
        const bool isSmall = letter >= u'a' && letter <= u'z';
        if (!isSmall && (letter < u'A' || letter > u'Z'))
            return std::nullopt;
        currency.code_[static_cast<size_t>(i)] =
            static_cast<char>(isSmall ? letter - u'a' + u'A' : letter);
    }
    return currency;
}

QString Currency::code() const {
    return isNone() ? QString() : QString::fromLatin1(code_.data(), 3);
}

int Currency::minorDigits() const {
    if (isNone())
        return 2;
    const std::string_view own(code_.data(), code_.size());
    if (withoutMinor.find(own) != std::string_view::npos)
        return 0;
    return withThousandths.find(own) != std::string_view::npos ? 3 : 2;
}

std::optional<Money> moneyFromDecimal(QStringView text, Currency currency) {
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.mid(1);
    qint64 number = 0;
    int fraction = -1;  // digits behind the mark, -1 before it
    bool any = false;
    for (const QChar c : text) {
        if (c == u'.' && fraction < 0) {
            fraction = 0;
            continue;
        }
        if (!isDigit(c))
            return std::nullopt;
        any = true;
        if (fraction >= currency.minorDigits()) {
            if (c != u'0')
                return std::nullopt;
            continue;
        }
        if (!appendDigit(number, c.digitValue()))
            return std::nullopt;
        fraction += fraction >= 0 ? 1 : 0;
    }
    if (!any)
        return std::nullopt;
    for (int digit = std::max(fraction, 0); digit < currency.minorDigits(); ++digit) {
        if (!appendDigit(number, 0))
            return std::nullopt;
    }
    return Money{negative ? -number : number, currency};
}

QString toDecimal(Money money) {
    const int digits = money.currency.minorDigits();
    const qint64 units = unitsPerMajor(money.currency);
    // Through quint64, so that the most negative number has an absolute value.
    const quint64 absolute =
        money.minor < 0 ? 0 - static_cast<quint64>(money.minor) : static_cast<quint64>(money.minor);
    QString text = QString::number(absolute / static_cast<quint64>(units));
    if (digits > 0) {
        const QString minor = QString::number(absolute % static_cast<quint64>(units));
        text += u'.' + minor.rightJustified(digits, u'0');
    }
    return money.minor < 0 ? QString(u'-' + text) : text;
}

QString toString(Money money) {
    const QString decimal = toDecimal(money);
    return money.currency.isNone() ? decimal : QString(decimal + u' ' + money.currency.code());
}

std::optional<Money> moneyFromString(QStringView text) {
    const qsizetype space = text.indexOf(u' ');
    if (space < 0)
        return moneyFromDecimal(text, Currency());
    const auto currency = Currency::fromCode(text.mid(space + 1));
    return currency ? moneyFromDecimal(text.left(space), *currency) : std::nullopt;
}

MoneyBag& MoneyBag::operator+=(Money money) {
    qint64& sum = sums_[money.currency];
    if (__builtin_add_overflow(sum, money.minor, &sum))
        sum = money.minor > 0 ? greatest : least;
    return *this;
}

MoneyBag& MoneyBag::operator-=(Money money) {
    qint64& sum = sums_[money.currency];
    if (__builtin_sub_overflow(sum, money.minor, &sum))
        sum = money.minor > 0 ? least : greatest;
    return *this;
}

MoneyBag& MoneyBag::operator+=(const MoneyBag& other) {
    for (const auto& [currency, minor] : other.sums_)
        *this += Money{minor, currency};
    return *this;
}

Money MoneyBag::in(Currency currency) const {
    const auto found = sums_.find(currency);
    return {found == sums_.end() ? 0 : found->second, currency};
}

}  // namespace goodfaith
