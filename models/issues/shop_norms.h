// SPDX-License-Identifier: GPL-3.0-or-later
// What is normal in this shop, as learnt from what was seen before a day: how often is complained
// per order, how much products, carriers and regions differ, and how uneven complaints come in.
#pragma once

#include "models/issues/exposure.h"
#include "models/issues/key_book.h"

namespace goodfaith::issues {

inline constexpr auto windows = std::to_array<int>({1, 2, 4, 7, 14, 28});  // days
inline constexpr size_t topicCount = static_cast<size_t>(Topic::Other) + 1;

// Total, topics, and of each kind of attribute the whole and its topics.
inline constexpr size_t keyClasses = 2 + 2 * attributeKinds;

struct ShopNorms {
    // Complaints per order. By topic, None: all; for topics without an attribute and of each kind.
    std::array<double, topicCount> topicRates{};
    std::array<std::array<double, topicCount>, attributeKinds> attributeRates{};
    // How alike the rates are within a class: the shape of a Gamma distribution.
    std::array<double, keyClasses> likeness{};
    // Beyond Poisson: the variance of a window's count is mean + dispersion x mean squared.
    std::array<std::array<double, windows.size()>, keyClasses> dispersion{};

    static size_t classOf(const IssueFacts& facts, const IssueKey& key);
    double rateOf(const IssueFacts& facts, const IssueKey& key) const;
};

// What is left out of the past: complaints that belong to an issue, by place.
using Explained = std::vector<char>;  // 0 or 1: read often

ShopNorms normsBefore(const IssueFacts& facts, const KeyBook& book, const Exposure& exposure,
                      const Explained& explained, int from, int day);

}  // namespace goodfaith::issues
