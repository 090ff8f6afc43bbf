// SPDX-License-Identifier: GPL-3.0-or-later
// Which keys of some kinds may be there already: a filter of fixed size that is sometimes wrong
// about "may", never about "not". The first import then need not look for each in vain.
#pragma once

#include <QHash>
#include <QString>

#include <array>
#include <vector>

namespace goodfaith::store {

template <class Kind>
class KeyFilter {
public:
    void add(Kind kind, const QString& key) {
        for (const size_t bit : bitsOf(kind, key))
            bits_[bit] = true;
    }
    bool mayHave(Kind kind, const QString& key) const {
        const auto bits = bitsOf(kind, key);
        return bits_[bits[0]] && bits_[bits[1]];
    }

private:
    static constexpr size_t size = size_t{1} << 26;  // 8 MiB; one in 400 wrong of 2 million keys

    static std::array<size_t, 2> bitsOf(Kind kind, const QString& key) {
        constexpr size_t otherSeed = 0x9e3779b97f4a7c15;
        const auto seed = static_cast<size_t>(kind);
        return {qHash(key, seed) % size, qHash(key, seed ^ otherSeed) % size};
    }

    std::vector<bool> bits_ = std::vector<bool>(size);
};

}  // namespace goodfaith::store
