// SPDX-License-Identifier: GPL-3.0-or-later
// Money: whole minor units and a currency, never floating point.
// Two currencies do not add up to a number: a MoneyBag keeps them apart.
#pragma once

#include <QString>

#include <array>
#include <compare>
#include <map>
#include <optional>

namespace goodfaith {

// An ISO 4217 code in capitals. The default one is "none" and prints as "".
class Currency {
public:
    constexpr Currency() = default;
    // Three ASCII letters in any case; nothing otherwise.
    static std::optional<Currency> fromCode(QStringView code);

    QString code() const;
    bool isNone() const { return code_[0] == 0; }
    // Digits after the decimal mark: EUR 2, JPY 0, KWD 3; 2 where nothing is known.
    int minorDigits() const;
    friend constexpr auto operator<=>(const Currency&, const Currency&) = default;

private:
    std::array<char, 3> code_{};
};

struct Money {
    qint64 minor = 0;
    Currency currency;

    friend bool operator==(const Money&, const Money&) = default;
};

// A plain decimal number ("1299.5", "-3", "1299,50" after normalising) in major units to minor
// units. Nothing when it is not a number, has more digits than the currency allows (zeros may
// follow), or does not fit. `text` has '.' as the decimal mark and no grouping.
std::optional<Money> moneyFromDecimal(QStringView text, Currency currency);

// "1299.50 EUR": the form of payloads and tests. Screens format with the user's locale instead.
QString toString(Money money);
std::optional<Money> moneyFromString(QStringView text);
// "1299.50", without the currency.
QString toDecimal(Money money);

// Sums kept by currency, in the order of their codes. Currencies whose sum is zero stay listed. A
// sum that does not fit stays at the greatest or least number.
class MoneyBag {
public:
    MoneyBag& operator+=(Money money);
    MoneyBag& operator-=(Money money);
    MoneyBag& operator+=(const MoneyBag& other);

    Money in(Currency currency) const;
    bool isEmpty() const { return sums_.empty(); }
    const std::map<Currency, qint64>& sums() const { return sums_; }
    friend bool operator==(const MoneyBag&, const MoneyBag&) = default;

private:
    std::map<Currency, qint64> sums_;
};

}  // namespace goodfaith
