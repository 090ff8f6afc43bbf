// SPDX-License-Identifier: GPL-3.0-or-later
// Decimal numbers of any size and without loss: quantities times prices, and their sums.
#pragma once

#include <QString>

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>

namespace goodfaith::importers {

class Decimal {
public:
    Decimal() = default;
    // "1299.5", "-3": '.' as the only mark, at most 64 characters. Nothing when it is no number.
    static std::optional<Decimal> fromText(QStringView text);

    Decimal& operator+=(Decimal other);
    Decimal& operator*=(const Decimal& other);
    // 1 - this: what a discount of this share leaves.
    Decimal restOfOne() const;

    // With at most so many digits behind the mark, halves away from zero.
    QString rounded(int digits) const;
    QString text() const { return rounded(scale_); }

private:
    boost::multiprecision::cpp_int unscaled_;
    int scale_ = 0;

    void rescale(int scale);
};

}  // namespace goodfaith::importers
