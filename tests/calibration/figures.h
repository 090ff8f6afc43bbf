// SPDX-License-Identifier: GPL-3.0-or-later
// Shares with their exact intervals, and how honest probabilities are.
#pragma once

#include "tests/calibration/outcome.h"

#include <functional>

namespace goodfaith::calibration {

struct Share {
    int some = 0;
    int all = 0;

    double value() const { return all == 0 ? 0 : double(some) / all; }
    // Clopper–Pearson, 95 % two-sided.
    double low() const;
    double high() const;
};

using Is = std::function<bool(const Outcome&)>;
Share shareOf(const std::vector<Outcome>& outcomes, const Is& among, const Is& counts);

// Customers of whom about the same was said, and what is true of them.
struct Bin {
    double from = 0, to = 0;
    double said = 0;  // on average
    Share pattern;
};
std::vector<Bin> reliabilityOf(const std::vector<Outcome>& outcomes);

// How well messages were read: of those taken for complaints, how many are; of complaints, how many
// were taken for one.
struct ReadingQuality {
    Share precision, recall;
    void add(const SimulatedShop& shop);
};

// How often customers write, about anything: threads that they began.
struct Contacts {
    qint64 threads = 0, orders = 0;
    void add(const SimulatedShop& shop);
    double ofHundredOrders() const;
};

bool isChronicClaimant(const Outcome& outcome);  // at least four abusive claims
// The same, of whom records speak against as many claims as the gates ask for.
bool isWithinReach(const Outcome& outcome);

}  // namespace goodfaith::calibration
