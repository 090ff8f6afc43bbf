// SPDX-License-Identifier: GPL-3.0-or-later
// What one customer adds to the facts in which common issues are found.
#pragma once

#include "models/domain/facts.h"
#include "models/issues/issue_facts.h"

namespace goodfaith::issues {

// `facts` as of the instant that `understanding` is of. Orders that were cancelled or never paid
// are left out.
void gather(const CustomerFacts& facts, const Understanding& understanding, const QTimeZone& zone,
            IssueFacts& into);

}  // namespace goodfaith::issues
