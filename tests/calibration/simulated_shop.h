// SPDX-License-Identifier: GPL-3.0-or-later
// A whole shop of made-up customers, what is known of them, and what scoring says. The same seed
// gives the same shop on every machine.
#pragma once

#include "models/domain/coverage.h"
#include "models/domain/score.h"
#include "models/domain/settings.h"
#include "tests/calibration/shop_setting.h"
#include "tests/calibration/simulated_customer.h"

namespace goodfaith::calibration {

struct SimulatedShop {
    ShopSetting setting;
    ShopSettings settings;
    Coverage coverage;
    Instant asOf;
    std::vector<SimulatedCustomer> customers;
};

SimulatedShop simulatedShop(const ShopSetting& setting);
Understanding understood(const SimulatedShop& shop, const SimulatedCustomer& customer);
// As the program fits them, common issues included.
ShopParameters fittedParameters(const SimulatedShop& shop,
                                const std::vector<Understanding>& understandings);

}  // namespace goodfaith::calibration
