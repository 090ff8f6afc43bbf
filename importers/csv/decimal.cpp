// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/decimal.h"

#include <algorithm>

namespace goodfaith::importers {
namespace {

using boost::multiprecision::cpp_int;

constexpr qsizetype longestText = 64;

cpp_int powerOfTen(int exponent) {
    return boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(exponent));
}

}  // namespace

std::optional<Decimal> Decimal::fromText(QStringView text) {
    const bool isNegative = text.startsWith(u'-');
    if (isNegative)
        text = text.mid(1);
    if (text.isEmpty() || text.size() > longestText)
        return std::nullopt;
    Decimal decimal;
    bool isBehindMark = false;
    bool hasDigit = false;
    for (const QChar c : text) {
        if (c == u'.' && !isBehindMark) {
            isBehindMark = true;
            continue;
        }
        if (c < u'0' || c > u'9')
            return std::nullopt;
        hasDigit = true;
        decimal.unscaled_ = decimal.unscaled_ * 10 + (c.unicode() - u'0');
        decimal.scale_ += isBehindMark ? 1 : 0;
    }
    if (isNegative)
        decimal.unscaled_ = -decimal.unscaled_;
    return hasDigit ? std::optional(decimal) : std::nullopt;
}

void Decimal::rescale(int scale) {
    unscaled_ *= powerOfTen(scale - scale_);
    scale_ = scale;
}

Decimal& Decimal::operator+=(Decimal other) {
    const int scale = std::max(scale_, other.scale_);
    rescale(scale);
    other.rescale(scale);
    unscaled_ += other.unscaled_;
    return *this;
}

Decimal& Decimal::operator*=(const Decimal& other) {
    unscaled_ *= other.unscaled_;
    scale_ += other.scale_;
    return *this;
}

Decimal Decimal::restOfOne() const {
    Decimal rest;
    rest.unscaled_ = powerOfTen(scale_) - unscaled_;
    rest.scale_ = scale_;
    return rest;
}

QString Decimal::rounded(int digits) const {
    const bool isNegative = unscaled_ < 0;
    cpp_int value = abs(unscaled_);
    int scale = scale_;
    if (scale > digits) {
        const cpp_int unit = powerOfTen(scale - digits);
        value = (value + unit / 2) / unit;
        scale = digits;
    }
    QString text = QString::fromStdString(value.str()).rightJustified(scale + 1, u'0');
    if (scale > 0)
        text.insert(text.size() - scale, u'.');
    return isNegative && value != 0 ? QString(u'-' + text) : text;
}

}  // namespace goodfaith::importers
