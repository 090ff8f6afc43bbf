// SPDX-License-Identifier: GPL-3.0-or-later
// The rules' steps of resolving: who becomes one person by a key that they share.
#pragma once

#include "models/domain/identity_key.h"
#include "models/identity/party_groups.h"
#include "models/identity/person_name.h"

#include <boost/dynamic_bitset.hpp>
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
    using Neighbours = boost::dynamic_bitset<>;  // by position among `groups`, itself included

    bool nothingStandsAgainst(const std::vector<size_t>& groups) const;
    void joinAll(const std::vector<size_t>& groups);
    void joinByNames(const std::vector<size_t>& groups);
    void joinDoubtful(size_t position, const std::vector<size_t>& groups,
                      const std::vector<Neighbours>& neighbours, const Neighbours& doubtful);
    std::vector<Neighbours> whoMayBeOne(const std::vector<size_t>& groups);
    bool areTwoPersons(size_t one, size_t other);
    bool namesAgree(size_t one, size_t other);
    const PersonName& nameOf(size_t party);

    const std::vector<LinkedParty>& parties_;
    PartyGroups& groups_;
    std::vector<std::optional<PersonName>> names_;
    JoinReason reason_;
};

}  // namespace goodfaith::identity
