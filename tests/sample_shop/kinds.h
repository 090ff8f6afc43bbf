// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of customers and what each lives through. What somebody is gets written to truth.csv,
// for tests; the shop's own records never say it.
#pragma once

#include "tests/sample_shop/story.h"

namespace goodfaith::sample_shop {

enum class Kind { Great, Ordinary, Unlucky, Angry, CostlyReturner, Opportunist, Chronic };
QString nameOf(Kind kind);

// The first two are always the same: Ada Lindqvist (great, and often let down by us) and Victor
// Hale (a chronic complainer).
void tellCustomer(Shop& shop, quint64 seed, int index);
// What arrives beside customers' mail: newsletters of ours, suppliers' bulk mail, withheld calls.
void tellNoise(Shop& shop, quint64 seed, int customers);

}  // namespace goodfaith::sample_shop
