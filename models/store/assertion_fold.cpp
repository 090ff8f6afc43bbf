// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/assertion_fold.h"

#include "models/store/party_keys.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace goodfaith::store {
namespace {

using PartiesByRole = std::map<PartyRole, std::vector<ImportedParty>>;

void mergeParties(PartiesByRole& folded, const std::vector<ImportedParty>& newer) {
    PartiesByRole newerByRole;
    for (const auto& party : newer) {
        if (!party.keys.isEmpty())
            newerByRole[party.role].push_back(party);
    }
    for (auto& [role, parties] : newerByRole) {
        auto& known = folded[role];
        if (known.size() == 1 && parties.size() == 1)
            known.front().keys = mergedKeys(known.front().keys, parties.front().keys);
        else
            known = std::move(parties);
    }
}

}  // namespace

AssertionBody foldAssertions(std::vector<Assertion> assertions) {
    std::sort(assertions.begin(), assertions.end(), [](const Assertion& a, const Assertion& b) {
        return std::tie(a.effectiveAt, a.import) < std::tie(b.effectiveAt, b.import);
    });
    AssertionBody current;
    PartiesByRole parties;
    for (const auto& assertion : assertions) {
        current.fields.mergeFrom(assertion.body.fields);
        mergeParties(parties, assertion.body.parties);
    }
    for (auto& [role, ofRole] : parties)
        std::move(ofRole.begin(), ofRole.end(), std::back_inserter(current.parties));
    return current;
}

}  // namespace goodfaith::store
