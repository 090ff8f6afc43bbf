// SPDX-License-Identifier: GPL-3.0-or-later
// What the staff writes once and uses often: phrases for replies, with slots that a customer's
// facts fill, and answers to frequent questions.
#pragma once

#include "models/domain/instant.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace goodfaith {

// Stored by value: append only.
enum class ShopTextKind { Phrase, Answer };
QString nameOf(ShopTextKind kind);  // "phrase"

struct ShopText {
    ShopTextKind kind = ShopTextKind::Phrase;
    QString key;    // which one it is, whatever is changed in it; "" of one that is new
    QString title;  // what a phrase is for; the question that is answered
    QString text;
    QStringList fits;                  // what a phrase fits: see scoring/offered_texts.h
    std::optional<Instant> changedAt;  // nothing: as it was shipped
    QString by;                        // who changed it; "" when nobody said
};

// For a customer at hand.
struct OfferedText {
    ShopText said;
    QString text;         // filled
    QStringList missing;  // the slots that nothing is known for
    double fit = 0;       // above 0: it fits the matter at hand, the higher the better
};

}  // namespace goodfaith
