// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample_shop/random.h"

#include <bit>

namespace goodfaith::sample_shop {
namespace {

quint64 splitMix(quint64& state) {
    state += 0x9E3779B97F4A7C15ULL;
    quint64 mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
}

// In percent of the typical time.
constexpr std::array longTail{10,  20,  30,  40,  50,  60,  70,  80,  90,  100,
                              110, 125, 140, 160, 190, 230, 300, 450, 800, 2000};

}  // namespace

Random::Random(quint64 seed, quint64 stream) {
    quint64 start = seed * 0xD1342543DE82EF95ULL + stream;
    for (quint64& word : state_)
        word = splitMix(start);
}

quint64 Random::next() {
    const quint64 result = std::rotl(state_[1] * 5, 7) * 9;
    const quint64 shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

int Random::below(int limit) {
    if (limit <= 0)
        return 0;
    return static_cast<int>(((next() >> 32) * static_cast<quint64>(limit)) >> 32);
}

int Random::longTailed(int typical) {
    const int percent = pick(longTail);
    const int scaled = typical * between(percent * 8 / 10, percent * 12 / 10) / 100;
    return scaled + below(3);
}

}  // namespace goodfaith::sample_shop
