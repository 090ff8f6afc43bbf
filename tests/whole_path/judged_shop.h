// SPDX-License-Identifier: GPL-3.0-or-later
// A shop's files imported as the program does it, everybody judged, and each claim followed: what
// became of it between the text and the verdict.
#pragma once

#include "models/domain/judgement.h"
#include "tests/whole_path/truth.h"

#include <map>

namespace goodfaith::whole_path {

// How far a claim came; the first that holds.
enum class Fate {
    Contradicted,  // what a claim that is not true should be
    Excused,       // we admitted a fault, sent a replacement, were late …
    OffTopic,      // a case about the order, of another topic; no record speaks against that
    Unproven,      // a case about the order, of the topic; no record speaks against it
    InAnother,     // its messages are in a case about another order
    NoOrder,       // a case that is about no order
    Unread,        // none of its messages was taken for a complaint
};
inline constexpr int fateCount = int(Fate::Unread) + 1;
const char* nameOf(Fate fate);

struct Followed {
    Claim claim;
    Fate fate = Fate::Unread;
    QStringList findings;  // the codes of what was found in the case
};

struct JudgedPerson {
    PersonTruth truth;
    VerdictKind verdict = VerdictKind::GoodFaith;
    double pChronic = 0;
    std::vector<Followed> claims;
};

struct ReadingCounts {
    int complaints = 0, found = 0, onTopic = 0;  // first messages of claims, true or not
    int others = 0, falseAlarms = 0;
    std::map<std::pair<Topic, Topic>, int> topics;  // of those found: what is true, what was read
};

struct JudgedShop {
    std::vector<JudgedPerson> people;
    ReadingCounts readings;
};

// Imports the files of `folder` into a database beside them.
JudgedShop judgedShop(const QString& folder, const std::vector<PersonTruth>& people);

}  // namespace goodfaith::whole_path
