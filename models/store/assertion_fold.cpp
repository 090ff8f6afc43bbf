// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/assertion_fold.h"

#include "models/store/assertion_table.h"
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

// A file that says what it said the last time says nothing new: its word counts from then. Without
// this, importing an old and a new export of the same rows every night would turn facts back and
// forth every night.
std::vector<Assertion> asFirstSaid(const std::vector<StoredAssertion>& inOrderOfImports) {
    std::vector<Assertion> said;
    for (size_t i = 0; i < inOrderOfImports.size(); ++i) {
        const StoredAssertion& one = inOrderOfImports[i];
        said.push_back({one.effectiveAt(), one.import, decode(one.body)});
        for (size_t before = i; before-- > 0;) {
            const StoredAssertion& other = inOrderOfImports[before];
            if (other.path != one.path)
                continue;
            if (other.body == one.body && other.ownDate == one.ownDate) {
                said[i].effectiveAt = said[before].effectiveAt;
                said[i].import = said[before].import;
            }
            break;
        }
    }
    return said;
}

}  // namespace goodfaith::store
