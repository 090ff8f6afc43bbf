// SPDX-License-Identifier: GPL-3.0-or-later
// How a shop's customers buy, as fitted to all of them: BG/NBD (Fader, Hardie & Lee 2005) for how
// often, Gamma-Gamma (Fader & Hardie 2013) for how much. Time is in weeks, money in the main
// currency's minor units.
#pragma once

namespace goodfaith {

// A customer's rate of buying is Gamma(r, rate alpha) a week; after each day of buying one leaves
// for good with a probability that is Beta(a, b). All are above 0.
struct BuyingModel {
    double r = 0;
    double alpha = 0;
    double a = 0;
    double b = 0;
    friend bool operator==(const BuyingModel&, const BuyingModel&) = default;
};

// What one spends on a day of buying is Gamma(p, rate nu), nu being Gamma(q, rate gamma). All are
// above 0; a mean exists where q is above 1.
struct SpendingModel {
    double p = 0;
    double q = 0;
    double gamma = 0;
    friend bool operator==(const SpendingModel&, const SpendingModel&) = default;
};

}  // namespace goodfaith
