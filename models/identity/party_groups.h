// SPDX-License-Identifier: GPL-3.0-or-later
// Parties on their way to becoming persons: groups that are united step by step, what stands
// against a union, and which union brought each party in.
#pragma once

#include "models/domain/identity_key.h"

#include <QStringView>

#include <set>
#include <utility>
#include <vector>

namespace goodfaith::identity {

struct JoinReason {
    QString rule;
    QString evidence;
};

struct PartyJoin {
    size_t one = 0;
    size_t other = 0;
    JoinReason reason;
};

// Parties are named by their index; a group by any of its parties.
class PartyGroups {
public:
    // `parties` must outlive the groups. In the beginning everybody is alone.
    explicit PartyGroups(const std::vector<LinkedParty>& parties);

    size_t size() const { return rootOf_.size(); }
    // The party that stands for the group: the same one for all of its parties.
    size_t rootOf(size_t party) const { return rootOf_[party]; }
    const std::vector<size_t>& membersOf(size_t party) const { return groupOf(party).members; }
    const std::vector<PartyJoin>& joins() const { return joins_; }

    // A person keeps these two apart. Not to be asked of two in one group.
    void keepApart(size_t one, size_t other);
    bool areKeptApart(size_t one, size_t other) const;
    // Both bear numbers of one source, and not one in common.
    bool haveOtherNumbers(size_t one, size_t other) const;
    // Whether a rule may unite them.
    bool mayJoin(size_t one, size_t other) const;
    // Whether anything could ever stand against a union with this group.
    bool isBound(size_t party) const;
    // The lowest shop number of the group by length, then by text; "" without one.
    QStringView lowestNumber(size_t party) const;

    // Does nothing where they are one group already.
    void join(size_t one, size_t other, const JoinReason& reason);

private:
    using ShopNumber = std::pair<SourceId, QStringView>;

    struct Group {
        std::vector<size_t> members;
        std::vector<ShopNumber> numbers;
        std::set<size_t> keptApart;  // parties that may not come in
    };

    const Group& groupOf(size_t party) const { return groups_[rootOf_[party]]; }

    std::vector<size_t> rootOf_;
    std::vector<Group> groups_;  // of the roots; the others are empty
    std::vector<PartyJoin> joins_;
};

}  // namespace goodfaith::identity
