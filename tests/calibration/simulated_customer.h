// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody made up whose truth is known, as the shop's records and readings would show them.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/understanding.h"

#include <array>

namespace goodfaith::calibration {

enum class Kind {
    // Honest.
    Quiet,
    Ordinary,
    Newcomer,
    HeavyBuyer,
    Angry,
    Demanding,
    BadCarrier,
    CostlyReturner,
    LateWriter,
    // Not honest, once or twice.
    Opportunist,
    // Again and again.
    DeniesReceipt,
    Wardrober,
    KeepsGoods,
    ChargesBack,
    SendsEmptyParcels,
    PoliteMixer,
    LeavesNoTrace,
    IdentityHopper,
};
inline constexpr int kindCount = int(Kind::IdentityHopper) + 1;

const char* nameOf(Kind kind);  // "heavy buyer"
constexpr bool isHonest(Kind kind) {
    return kind < Kind::Opportunist;
}
constexpr bool isHabitual(Kind kind) {
    return kind > Kind::Opportunist;
}

struct SimulatedCustomer {
    Kind kind = Kind::Ordinary;
    std::vector<EventId> abused;  // orders with an abusive claim, one each
    int onRecord = 0;             // of these claims, those that a record speaks against
    int person = 0;               // the same for all accounts of one person
    int household = 0;            // of those that share a phone, address or payer; 0: with nobody
    CustomerFacts facts;
    std::vector<EventReading> readings;  // by event
    // What their messages truly were, by event: a complaint of that topic, or none.
    std::vector<std::pair<EventId, Topic>> meant;
};

}  // namespace goodfaith::calibration
