// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/birth_date.h"

#include <array>
#include <vector>

namespace goodfaith::identity {
namespace {

constexpr qsizetype digitsOfYear = 4;
constexpr qsizetype digitsOfDate = 8;

// The runs of digits, of at most `most`; a letter other than the T before a time ends them.
std::vector<QStringView> numbersOf(QStringView text, size_t most) {
    std::vector<QStringView> numbers;
    for (qsizetype i = 0; i < text.size() && numbers.size() < most;) {
        const qsizetype from = i;
        while (i < text.size() && text[i] >= u'0' && text[i] <= u'9')
            ++i;
        if (i > from)
            numbers.push_back(text.mid(from, i - from));
        else if (text[i++].isLetter())
            return {};
    }
    return numbers;
}

QDate dateOf(const std::vector<QStringView>& parts) {
    if (parts.size() == 1 || (!parts.empty() && parts[0].size() == digitsOfDate))
        return QDate::fromString(parts[0].toString(), QStringLiteral("yyyyMMdd"));
    if (parts.size() < 3)
        return {};
    const std::array numbers{parts[0].toInt(), parts[1].toInt(), parts[2].toInt()};
    if (parts[0].size() == digitsOfYear)
        return {numbers[0], numbers[1], numbers[2]};
    if (parts[2].size() != digitsOfYear)
        return {};
    const QDate dayFirst(numbers[2], numbers[1], numbers[0]);
    return dayFirst.isValid() ? dayFirst : QDate(numbers[2], numbers[0], numbers[1]);
}

}  // namespace

QDate readBirthDate(const QString& text) {
    constexpr size_t partsOfDate = 3;
    const QDate date = dateOf(numbersOf(text, partsOfDate));
    const bool isFiller = date == QDate(1900, 1, 1) || date == QDate(1970, 1, 1);
    return isFiller ? QDate() : date;
}

}  // namespace goodfaith::identity
