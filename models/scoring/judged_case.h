// SPDX-License-Identifier: GPL-3.0-or-later
// Each case judged by itself: supported (our records confirm it, or we caused it), contradicted
// (our records speak against it and no failure of ours explains it), else unverified and believed.
#pragma once

#include "models/domain/score.h"
#include "models/scoring/history.h"

namespace goodfaith::scoring {

struct CaseEvidence;

enum class Standing { Unverified, Supported, Contradicted };

struct CaseFinding {
    const CaseEvidence* evidence = nullptr;  // of the table, which outlives all
    std::vector<EventId> events;
};

struct JudgedCase {
    const Case* matter = nullptr;  // of the history
    Standing standing = Standing::Unverified;
    std::vector<CaseFinding> findings;  // without what is void, in the table's order
    bool againstRecords = false;        // contradicted, and by records rather than words alone
};

// In the order of the history's cases.
std::vector<JudgedCase> judgeCases(const History& history);

// The last one that is not resolved; nullptr where none is open.
const JudgedCase* currentCase(const std::vector<JudgedCase>& cases);

// Whether money or goods are asked for.
bool asksForValue(const Case& matter);
// How many of these cases there are, each on an order of its own.
int countOnOwnOrders(const std::vector<const Case*>& cases);
// Cases known to be about some order, opened within the window, that nothing of ours explains.
std::vector<const Case*> unsupportedOfWindow(const History& history,
                                             const std::vector<JudgedCase>& cases);

}  // namespace goodfaith::scoring
