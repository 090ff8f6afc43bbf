// SPDX-License-Identifier: GPL-3.0-or-later
// What a person did, told as every command tells it.
#pragma once

#include "app/cli/command.h"
#include "app/customer_acts.h"

namespace goodfaith::app {

// The sentence, or what changed as JSON; the exit code.
int print(const ActNotice& notice, const Invocation& invocation);

}  // namespace goodfaith::app
