// SPDX-License-Identifier: GPL-3.0-or-later
// How much a customer spends on a day of buying: Gamma-Gamma (Fader & Hardie, “The Gamma-Gamma
// Model of Monetary Value”, 2013). The first day is left out, as are customers without another.
#pragma once

#include "models/domain/value_model.h"

#include <map>
#include <optional>
#include <tuple>

namespace goodfaith::scoring {

struct SpendingHistory {
    int days = 0;     // x: repeated days of buying, above 0
    double mean = 0;  // z: spent on one of them, above 0
    friend bool operator<(const SpendingHistory& one, const SpendingHistory& other) {
        return std::tie(one.days, one.mean) < std::tie(other.days, other.mean);
    }
};
using CustomersBySpending = std::map<SpendingHistory, int>;

double logLikelihood(const SpendingModel& model, const CustomersBySpending& customers);
// On a day of buying of a customer of whom that is known; nothing known: days = 0. Needs q above 1.
double expectedSpending(const SpendingModel& model, const SpendingHistory& customer);

struct FittedSpending {
    SpendingModel model;
    SpendingModel standardErrors;
    double logLikelihood = 0;
};
// Nothing where the fit does not converge to a proper maximum with a mean.
std::optional<FittedSpending> fitSpending(const CustomersBySpending& customers);

}  // namespace goodfaith::scoring
