// SPDX-License-Identifier: GPL-3.0-or-later
// Two customers of whom a person should say whether they are one.
#pragma once

#include "models/domain/ids.h"

#include <QString>

#include <vector>

namespace goodfaith {

// Same: may be one person. Linked: two who belong together, by an address or a phone in common.
enum class SuggestionKind { Same, Linked };
QString nameOf(SuggestionKind kind);  // "same", "linked"

// One field in which the two were compared.
struct MatchEvidence {
    QString field;      // "family_name", "date_of_birth", "street", …
    QString agreement;  // in words: "same", "day and month swapped"
    double weight = 0;  // bits; above 0 speaks for what is suggested
    friend bool operator==(const MatchEvidence&, const MatchEvidence&) = default;
};

struct Suggestion {
    CustomerId a;
    CustomerId b;  // above a
    SuggestionKind kind = SuggestionKind::Same;
    double probability = 0;  // that they are what `kind` says
    std::vector<MatchEvidence> evidence;
    friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

}  // namespace goodfaith
