// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer's cases and orders show taken together. Nothing where an item does not hold.
// Against a customer every counted order is exposure, old or not yet due: so neither a late
// delivery nor time alone can raise a rate.
#pragma once

#include "models/scoring/evidence.h"

namespace goodfaith::scoring {

std::optional<CustomerFinding> tenure(const CustomerInput& input);
std::optional<CustomerFinding> keptBuying(const CustomerInput& input);
std::optional<CustomerFinding> repeatedClaim(const CustomerInput& input);
std::optional<CustomerFinding> complaintRate(const CustomerInput& input);
std::optional<CustomerFinding> refundRatio(const CustomerInput& input);
std::optional<CustomerFinding> linkedIdentity(const CustomerInput& input);

// The share of what was spent that unsupported cases of the window gave back; nothing where nothing
// was spent. In the currency given, or else the only one there is.
struct GivenBack {
    double share = 0;
    int orders = 0;  // for which anything was
    Events refunds;
    Instant latest;
};
std::optional<GivenBack> givenBack(const History& history, const std::vector<JudgedCase>& cases,
                                   Currency currency);

}  // namespace goodfaith::scoring
