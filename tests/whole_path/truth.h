// SPDX-License-Identifier: GPL-3.0-or-later
// What is true of a shop's people: who complained of what, and whether it was so. Nothing of it is
// in the shop's files.
#pragma once

#include "models/domain/instant.h"
#include "models/domain/topic.h"

#include <QStringList>

#include <vector>

namespace goodfaith::whole_path {

enum class Kind {
    // Honest.
    Ordinary,
    Great,
    Unlucky,
    Angry,
    CostlyReturner,
    BadArea,  // whose carrier says delivered, with a signature, and it was not
    // Not honest, once.
    Opportunist,
    // Again and again.
    DeniesReceipt,
    Wardrober,
    KeepsGoods,
    EmptyParcels,
    DoubleRecovery,
    PoliteMixer,
    Mixer,
    LeavesNoTrace,
};
inline constexpr int kindCount = int(Kind::LeavesNoTrace) + 1;

const char* nameOf(Kind kind);  // "keeps goods"
constexpr bool isHonest(Kind kind) {
    return kind < Kind::Opportunist;
}
constexpr bool isHabitual(Kind kind) {
    return kind > Kind::Opportunist;
}

// One matter complained of.
struct Claim {
    QString order;
    Topic topic = Topic::Other;
    bool isTrue = true;
    // Of what is not true: that the files hold a record against it (proof of delivery, what came
    // back, that nothing did, that it was made good twice).
    bool isOnRecord = false;
    Instant at;
    QStringList messages;  // the keys of what they wrote of it: mails, forms, chats, calls
};

struct PersonTruth {
    Kind kind = Kind::Ordinary;
    QStringList orders;
    std::vector<Claim> claims;

    int abusiveClaims() const;
    int abusiveOnRecord() const;
};

}  // namespace goodfaith::whole_path
