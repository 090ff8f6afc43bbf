// SPDX-License-Identifier: GPL-3.0-or-later
// Whose timeline a record is on, and which way a message or call went. Derived from our own
// addresses and numbers, so a later change of those settings puts earlier mail and calls right.
#pragma once

#include "models/domain/record.h"
#include "models/domain/settings.h"
#include "models/identity/phone_number.h"

#include <QSet>

#include <vector>

namespace goodfaith::identity {

struct CounterpartResult {
    Direction direction = Direction::None;
    int counterpart = -1;      // index into record.parties; -1: nobody, or whoever its order is of
    std::vector<bool> isOurs;  // per party
};

class CounterpartRule {
public:
    explicit CounterpartRule(const ShopSettings& settings);

    // A message from us is outbound and on its first outside addressee's timeline, one to us
    // inbound and on its sender's; between ourselves it is nobody's. Calls likewise by number,
    // unless the file states the direction. Chats, forms, surveys and reviews are inbound.
    // Everything else is its buyer's, contact's or sender's.
    CounterpartResult apply(const ImportedRecord& record);

private:
    bool isOurs(const ImportedRecord& record, const ImportedParty& party);
    bool isSomebody(const ImportedRecord& record, const ImportedParty& party);
    bool isOurNumber(const QString& number);

    ShopSettings settings_;
    PhoneReader phones_;
    QSet<QString> ownNumbers_;
};

}  // namespace goodfaith::identity
