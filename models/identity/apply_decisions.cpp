// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/apply_decisions.h"

#include <algorithm>
#include <array>

namespace goodfaith::identity {
namespace {

using Side = std::vector<size_t>;  // indices of the parties that are here, in the decision's order
using Sides = std::array<Side, 2>;

Side partiesOf(const std::vector<QByteArray>& contents, const std::vector<LinkedParty>& parties) {
    Side side;
    for (const QByteArray& content : contents) {
        const auto found = std::lower_bound(
            parties.begin(), parties.end(), content,
            [](const LinkedParty& party, const QByteArray& key) { return party.content < key; });
        if (found != parties.end() && found->content == content)
            side.push_back(static_cast<size_t>(found - parties.begin()));
    }
    return side;
}

bool contains(const Side& side, size_t party) {
    return std::find(side.begin(), side.end(), party) != side.end();
}

class DecisionSteps {
public:
    explicit DecisionSteps(PartyGroups& groups) : groups_(groups) {}

    // At the first pair that newer decisions leave together; where they parted the sides since, at
    // one pair in each part.
    void unite(const Sides& sides, qint64 number) {
        const JoinReason reason{QStringLiteral("person"), QString::number(number)};
        Side united;
        const auto isIn = [&](size_t party) {
            return std::any_of(united.begin(), united.end(),
                               [&](size_t anchor) { return !groups_.areKeptApart(anchor, party); });
        };
        for (const size_t one : sides[0]) {
            for (const size_t other : sides[1]) {
                if ((isIn(one) && isIn(other)) || groups_.areKeptApart(one, other))
                    continue;
                groups_.join(one, other, reason);
                united.push_back(one);
            }
        }
        united_.push_back(sides);
    }

    void part(const Sides& sides) {
        for (const size_t one : sides[0]) {
            for (const size_t other : sides[1]) {
                if (groups_.rootOf(one) != groups_.rootOf(other) && !isSaidToBeOne(one, other))
                    groups_.keepApart(one, other);
            }
        }
    }

private:
    // By a newer decision.
    bool isSaidToBeOne(size_t one, size_t other) const {
        return std::any_of(united_.begin(), united_.end(), [&](const Sides& sides) {
            return (contains(sides[0], one) && contains(sides[1], other)) ||
                   (contains(sides[0], other) && contains(sides[1], one));
        });
    }

    PartyGroups& groups_;
    std::vector<Sides> united_;
};

}  // namespace

void applyDecisions(const std::vector<LinkedParty>& parties, const std::vector<Decision>& decisions,
                    PartyGroups& groups) {
    std::vector<const Decision*> newestFirst;
    for (const Decision& decision : decisions)
        newestFirst.push_back(&decision);
    std::sort(newestFirst.begin(), newestFirst.end(),
              [](const Decision* a, const Decision* b) { return a->number > b->number; });
    DecisionSteps steps(groups);
    for (const Decision* decision : newestFirst) {
        const Sides sides{partiesOf(decision->sides[0], parties),
                          partiesOf(decision->sides[1], parties)};
        if (decision->kind == Decision::Kind::Same)
            steps.unite(sides, decision->number);
        else
            steps.part(sides);
    }
}

}  // namespace goodfaith::identity
