// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/comparators.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace goodfaith::identity {
namespace {

constexpr qsizetype longest = 64;

struct Common {
    int count = 0;
    int transposed = 0;
};

// Characters that both have, not too far apart, and how many of them stand in another order.
Common commonCharacters(QStringView a, QStringView b) {
    const qsizetype reach = std::max<qsizetype>(std::max(a.size(), b.size()) / 2 - 1, 0);
    quint64 usedOfB = 0;
    std::array<QChar, longest> inOrderOfA;
    Common common;
    for (qsizetype i = 0; i < a.size(); ++i) {
        const qsizetype last = std::min(b.size() - 1, i + reach);
        for (qsizetype j = std::max<qsizetype>(0, i - reach); j <= last; ++j) {
            if (a[i] != b[j] || ((usedOfB >> j) & 1) != 0)
                continue;
            usedOfB |= quint64{1} << j;
            inOrderOfA[static_cast<size_t>(common.count++)] = a[i];
            break;
        }
    }
    int at = 0;
    for (qsizetype j = 0; j < b.size(); ++j) {
        if (((usedOfB >> j) & 1) != 0 && inOrderOfA[static_cast<size_t>(at++)] != b[j])
            ++common.transposed;
    }
    return common;
}

qsizetype commonPrefix(QStringView a, QStringView b, qsizetype most) {
    const qsizetype end = std::min({a.size(), b.size(), most});
    qsizetype length = 0;
    while (length < end && a[length] == b[length])
        ++length;
    return length;
}

}  // namespace

double jaroWinkler(QStringView a, QStringView b) {
    a = a.left(longest);
    b = b.left(longest);
    if (a.isEmpty() || b.isEmpty())
        return 0;
    const Common common = commonCharacters(a, b);
    if (common.count == 0)
        return 0;
    constexpr double prefixScale = 0.1;
    constexpr qsizetype longestPrefix = 4;
    const double count = common.count;
    const double jaro =
        (count / static_cast<double>(a.size()) + count / static_cast<double>(b.size()) +
         (count - common.transposed / 2) / count) /
        3;
    const auto prefix = static_cast<double>(commonPrefix(a, b, longestPrefix));
    return jaro + prefix * prefixScale * (1 - jaro);
}

int editDistance(QStringView a, QStringView b, int most) {
    a = a.left(longest);
    b = b.left(longest);
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    std::array<std::array<int, longest + 1>, 3> rows;
    for (size_t j = 0; j <= static_cast<size_t>(b.size()); ++j)
        rows[0][j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        auto& row = rows[static_cast<size_t>(i % 3)];
        const auto& above = rows[static_cast<size_t>((i + 2) % 3)];
        const auto& twoAbove = rows[static_cast<size_t>((i + 1) % 3)];
        row[0] = static_cast<int>(i);
        int best = row[0];
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[at] = std::min({above[at] + 1, row[at - 1] + 1, above[at - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], twoAbove[at - 2] + 1);
            best = std::min(best, row[at]);
        }
        if (best > most)
            return most + 1;
    }
    return std::min(rows[static_cast<size_t>(a.size() % 3)][static_cast<size_t>(b.size())],
                    most + 1);
}

}  // namespace goodfaith::identity
