// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers that are the same on every machine and library: xoshiro256** seeded by splitmix64,
// whole numbers only. Every customer draws from a stream of their own, so a change in one story
// leaves the others as they were. Draw once per call and operator: the order in which arguments and
// operands are evaluated is up to the compiler (but not within braces).
#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace goodfaith::sample_shop {

class Random {
public:
    explicit Random(quint64 seed, quint64 stream = 0);

    quint64 next();
    // 0 to limit - 1; 0 when limit is 0 or less.
    int below(int limit);
    // Both ends included.
    int between(int least, int most) { return least + below(most - least + 1); }
    bool chance(int perThousand) { return below(1000) < perThousand; }
    // Mostly near `typical`, seldom up to twenty times that: how long people take for things.
    int longTailed(int typical);

    template <class Container>
    const auto& pick(const Container& choices) {
        return choices[static_cast<typename Container::size_type>(
            below(static_cast<int>(std::size(choices))))];
    }

private:
    std::array<quint64, 4> state_;
};

}  // namespace goodfaith::sample_shop
