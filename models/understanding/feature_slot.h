// SPDX-License-Identifier: GPL-3.0-or-later
// Where in the model's table of weights a thing seen in a text stands: its kind and itself, hashed.
#pragma once

#include "models/understanding/text_hash.h"

#include <cstddef>
#include <cstdint>

namespace goodfaith::understanding {

inline constexpr int slotBits = 16;
inline constexpr size_t slotCount = size_t(1) << slotBits;

// So that equal words of two kinds do not share a slot.
enum class FeatureKind : uint64_t {
    Word = 1,
    Pair,
    SkipPair,
    Part,
    Class,
    ClassPair,
    ClassWord,
    WordClass,
    ClassTriple,
    Scoped,
    First,
    Last,
    Phrase,
    PhraseOdds,
    Plain,
};

constexpr uint64_t joined(uint64_t first, uint64_t second) {
    return mixed(first * 0x9e3779b97f4a7c15ULL + second);
}

constexpr uint16_t slotOf(FeatureKind kind, uint64_t what) {
    return uint16_t(joined(uint64_t(kind), what) >> (64 - slotBits));
}

}  // namespace goodfaith::understanding
