// SPDX-License-Identifier: GPL-3.0-or-later
// The members of PartyKeys by the names they are stored under: one table for whoever goes through
// them.
#pragma once

#include "models/domain/record.h"

#include <array>
#include <utility>

namespace goodfaith::store {

inline constexpr auto partyKeyMembers =
    std::to_array<std::pair<const char*, QString PartyKeys::*>>({
        {"email", &PartyKeys::email},
        {"phone", &PartyKeys::phone},
        {"shop_number", &PartyKeys::shopNumber},
        {"name", &PartyKeys::name},
        {"company", &PartyKeys::company},
        {"street", &PartyKeys::street},
        {"postcode", &PartyKeys::postcode},
        {"city", &PartyKeys::city},
        {"region", &PartyKeys::region},
        {"country", &PartyKeys::country},
    });

// Every key that `newer` knows replaces the older one.
inline PartyKeys mergedKeys(PartyKeys older, const PartyKeys& newer) {
    for (const auto& [name, member] : partyKeyMembers) {
        if (!(newer.*member).isEmpty())
            older.*member = newer.*member;
    }
    return older;
}

}  // namespace goodfaith::store
