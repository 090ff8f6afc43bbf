// SPDX-License-Identifier: GPL-3.0-or-later
// How often a customer will buy: BG/NBD (Fader, Hardie & Lee, “Counting Your Customers the Easy
// Way”, Marketing Science 24, 2005; the numbers of formulas are theirs).
#pragma once

#include "models/domain/value_model.h"

#include <map>
#include <optional>
#include <tuple>

namespace goodfaith::scoring {

// Days of buying, not orders. Weeks since the first one.
struct BuyingHistory {
    int repeats = 0;      // x: days of buying after the first
    double last = 0;      // t_x: when the last of them was; 0 without
    double observed = 0;  // T: until now
    friend bool operator<(const BuyingHistory& one, const BuyingHistory& other) {
        return std::tie(one.repeats, one.last, one.observed) <
               std::tie(other.repeats, other.last, other.observed);
    }
};
using CustomersByBuying = std::map<BuyingHistory, int>;

double logLikelihood(const BuyingModel& model, const CustomersByBuying& customers);  // (6)
// Days of buying within so many weeks of a customer's first.  (9)
double expectedDays(const BuyingModel& model, double weeks);
// Further ones within so many weeks from now.  (10)
double expectedDays(const BuyingModel& model, const BuyingHistory& customer, double weeks);
// 1 for who never came again: then nothing is known, so never show that as a certainty.
double probabilityActive(const BuyingModel& model, const BuyingHistory& customer);

struct FittedBuying {
    BuyingModel model;
    BuyingModel standardErrors;
    double logLikelihood = 0;
};
// Nothing where the fit does not converge to a proper maximum.
std::optional<FittedBuying> fitBuying(const CustomersByBuying& customers);

}  // namespace goodfaith::scoring
