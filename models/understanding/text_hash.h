// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes of texts that are the same on every machine and in every version: trained weights rest on
// them. Characters are added one by one, so beginnings cost nothing more.
#pragma once

#include <QStringView>

#include <cstdint>

namespace goodfaith::understanding {

constexpr uint64_t mixed(uint64_t value) {
    value ^= value >> 33;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33;
    value *= 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33);
}

// FNV-1a, mixed at the end.
class TextHash {
public:
    void add(QChar c) { state_ = (state_ ^ c.unicode()) * 0x100000001b3ULL; }
    uint64_t value() const { return mixed(state_); }

private:
    uint64_t state_ = 0xcbf29ce484222325ULL;
};

inline uint64_t hashOf(QStringView text) {
    TextHash hash;
    for (const QChar c : text)
        hash.add(c);
    return hash.value();
}

}  // namespace goodfaith::understanding
