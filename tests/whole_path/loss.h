// SPDX-License-Identifier: GPL-3.0-or-later
// What became of one claim: follows it through readings, cases and evidence.
#pragma once

#include "models/scoring/judged_case.h"
#include "tests/whole_path/judged_shop.h"

#include <QHash>

namespace goodfaith::whole_path {

struct Known {
    const CustomerFacts& facts;
    const Understanding& understanding;
    const std::vector<scoring::JudgedCase>& cases;
    const QHash<QString, EventId>& eventsByKey;
};

Followed followed(const Claim& claim, const Known& known);

}  // namespace goodfaith::whole_path
