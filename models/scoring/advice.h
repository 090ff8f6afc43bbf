// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent should know and do before replying, in two to five sentences: what is owed, our
// part first, worth and frequency, what the evidence says, what to do next. Never an accusation,
// never a refusal by itself.
#pragma once

#include "models/domain/brief.h"
#include "models/scoring/judged_case.h"

namespace goodfaith::scoring {

// `brief`: all but its advice.
QStringList adviceFor(const Brief& brief, const History& history,
                      const std::vector<JudgedCase>& cases);

}  // namespace goodfaith::scoring
