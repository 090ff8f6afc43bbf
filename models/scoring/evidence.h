// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of evidence: what each item is called, whom it speaks for, what it rests on, and which
// complaints it explains. A new item is one function, one line in one of the tables and its weight
// (weights.h).
#pragma once

#include "models/domain/connection.h"
#include "models/scoring/judged_case.h"
#include "models/scoring/statistics.h"
#include "models/scoring/weights.h"

#include <array>

namespace goodfaith::scoring {

enum class Basis { Records, Words };
enum class Side { For, Against };  // the customer

using Events = std::vector<EventId>;

// What one complaint case shows. `find`: the events it rests on, empty where it does not hold.
struct CaseEvidence {
    const char* code;
    Side side;
    Basis basis;
    bool contradicts;  // the complaint itself; else it only weighs
    Events (*find)(const History&, const Case&);
    // What it says of some cases; %1 is "2 of 3 complaints" or "the complaint of 3 May".
    const char* sentence;
    // What it says instead, where figures must be named.
    QString (*tell)(const History&, const Case& latest) = nullptr;
    Weight weight = {};  // of each case
};
const std::vector<CaseEvidence>& caseEvidence();

// An item for the customer explains a complaint about one of these topics: the case is supported,
// and evidence against within it is void.
struct Explanation {
    const char* code;
    std::vector<Topic> topics;  // empty: every topic
};
const std::vector<Explanation>& explanations();
// Beyond that, an item for the customer can void single items against, in a case of any topic.
struct Excuse {
    const char* code;
    const char* voids;
};
const std::vector<Excuse>& excuses();

// What the customer as a whole shows.
struct CustomerFinding {
    double amount = 1;              // times the weight
    QString text;                   // CustomerInput::sentence: one plain one, with figures
    Events events;                  // what it rests on
    std::optional<Instant> latest;  // of what speaks against: it fades from then on
};
struct CustomerInput {
    const History& history;
    const std::vector<JudgedCase>& cases;
    const ShopParameters& parameters;
    RatePrior prior;
    const std::vector<LinkedCase>& linked;  // by openedAt
    Sentences sentences = Sentences::Written;

    // What `write` returns; "" where sentences are left out, and then it is not called.
    template <class Write>
    QString sentence(Write write) const {
        return sentences == Sentences::Written ? write() : QString();
    }
};
struct CustomerEvidence {
    const char* code;
    Side side;
    std::optional<CustomerFinding> (*find)(const CustomerInput&);
    Weight weight = {};
};
const std::vector<CustomerEvidence>& customerEvidence();

// Evidence against halves every twelve months; 1 for what is new.
double fading(Instant since, Instant asOf);

}  // namespace goodfaith::scoring
