// SPDX-License-Identifier: GPL-3.0-or-later
// The rules' steps of resolving: who becomes one person by a key that they share.
#pragma once

#include "models/domain/identity_key.h"
#include "models/identity/party_groups.h"
#include "models/identity/person_name.h"

#include <QHash>

#include <boost/dynamic_bitset.hpp>
#include <map>
#include <optional>
#include <vector>

namespace goodfaith::identity {

class KeyJoiner {
public:
    // Both must outlive the joiner.
    KeyJoiner(const std::vector<LinkedParty>& parties, PartyGroups& groups);

    // `bearers`: the parties that bear the key, ascending.
    void join(const NormalisedKey& key, const std::vector<size_t>& bearers);

private:
    using Names = std::vector<size_t>;           // ascending indices of names_
    using Neighbours = boost::dynamic_bitset<>;  // of candidates, itself included

    // One of the groups that bear the key, or several against which nothing ever stands and whose
    // names are the same.
    struct Candidate {
        std::vector<size_t> groups;
        Names names;
        Neighbours sameName;  // whose names agree with it
        Neighbours mayBeOne;  // and against whom nothing stands
    };
    using Candidates = std::vector<Candidate>;

    bool nothingStandsAgainst(const std::vector<size_t>& groups) const;
    void joinAll(const std::vector<size_t>& groups);
    void joinByNames(const std::vector<size_t>& groups);
    Candidates candidatesFrom(const std::vector<size_t>& groups);
    void findNeighbours(Candidates& candidates);
    void joinDoubtful(size_t doubtful, const Candidates& candidates, const Neighbours& allDoubtful);
    bool areTwoPersons(size_t one, size_t other, const Candidates& candidates) const;
    size_t lowestOf(const std::vector<size_t>& accounts) const;

    Names namesOf(size_t group);
    bool namesAgree(const Names& a, const Names& b);
    bool nameAgrees(size_t a, size_t b);

    const std::vector<LinkedParty>& parties_;
    PartyGroups& groups_;
    JoinReason reason_;
    QHash<QString, size_t> indexOfName_;  // by the text
    std::vector<PersonName> names_;
    std::map<std::pair<size_t, size_t>, bool> agreement_;
};

}  // namespace goodfaith::identity
