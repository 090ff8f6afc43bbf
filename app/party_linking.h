// SPDX-License-Identifier: GPL-3.0-or-later
// Says of parties which customer they are: of the components that a change concerns, the rules and
// people's words are followed anew, and what the links say otherwise is written. So nothing depends
// on the way that a shop came about. All within the caller's transaction.
#pragma once

#include "models/identity/resolve.h"
#include "models/store/founder_table.h"
#include "models/store/party_graph.h"
#include "models/store/party_links.h"

#include <set>

namespace goodfaith::app {

struct LinkingResult {
    std::set<CustomerId> created;  // numbers that somebody goes by now
    std::set<CustomerId> gone;     // numbers that nobody goes by any more
    std::set<CustomerId> changed;  // whose parties are others now, those created included
    bool regrouped = false;        // a party that had a customer has another one, or none
};

// What put records on other timelines. A party that imports leave without any leaves its numbers to
// others; one that an act leaves so gets them back when that is undone.
enum class Cause { Imports, Act };

// Lives as long as a run of changes: what it reads of people's words is read once.
class PartyLinking {
public:
    explicit PartyLinking(store::Database& database);

    // After records came to some parties and went away from others.
    LinkingResult relink(const std::vector<PartyId>& arrived, const std::vector<PartyId>& left,
                         Cause cause = Cause::Imports);
    // After words about these were said or taken back.
    LinkingResult relinkAround(const std::vector<QByteArray>& contents);
    // After records went away from these, and to whomever: all who wait for a customer.
    LinkingResult relinkWaiting(const std::vector<PartyId>& left);
    // After the rules changed, and records went away from these.
    LinkingResult relinkEverybody(const std::vector<PartyId>& left = {});
    CustomerId customerOf(PartyId party) const { return links_.customerOf(party); }

private:
    struct Work;

    void unlinkIdle(const std::vector<PartyId>& left, Cause cause, Work& work);
    void leaveNumbers(PartyId idle, const store::PartyLinks::Unlinked& unlinked,
                      const std::vector<PartyId>& neighbours, Cause cause);
    void takeBackNumbers(const std::vector<PartyId>& waiting, Work& work);
    void resolveAround(const std::vector<PartyId>& parties, Work& work);
    void settle(const identity::Cluster& cluster, Work& work);
    LinkingResult finish(Work work);

    store::Database& database_;
    store::PartyLinks links_;
    store::PartyGraph graph_;
    store::FounderTable founders_;
};

// Where keys and links were made by older rules: makes all of them anew. A transaction of its own.
void keepLinksByTheRules(store::Database& database);

}  // namespace goodfaith::app
