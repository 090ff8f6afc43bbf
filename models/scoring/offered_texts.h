// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases filled with what is known of the customer at hand, and answers to frequent questions, in
// the order in which they fit the matter at hand. What a phrase may fit: the topics of complaints
// ("late"), what evidence shows ("slow_reply"), and the situations of situationsKnown().
#pragma once

#include "models/domain/shop_text.h"
#include "models/scoring/score_customer.h"
#include "models/scoring/slot_text.h"

class QJsonObject;

namespace goodfaith::scoring {

// Of each slot what it says: {"order", "the number of the order"}.
const std::vector<std::pair<const char*, const char*>>& slotsKnown();
const std::vector<const char*>& situationsKnown();
// What a text has wrong, as a sentence; "" when nothing. Phrases alone have slots.
QString problemOf(const ShopText& text);

// Throws Failure (Unreadable) where one is wrong.
std::vector<ShopText> phrasesFrom(const QJsonObject& object);
// Those that the program ships.
const std::vector<ShopText>& shippedPhrases();

// `firstName`: how the customer is greeted; "" when that is not known. What cannot be filled comes
// last.
std::vector<OfferedText> offerPhrases(const ScoringInput& input, const QString& firstName,
                                      const std::vector<ShopText>& phrases);
// Those that share words with what the customer asks come first.
std::vector<OfferedText> offerAnswers(const ScoringInput& input,
                                      const std::vector<ShopText>& answers);
// The same for words that somebody looks for.
std::vector<OfferedText> answersTo(const QString& question, const std::vector<ShopText>& answers);

}  // namespace goodfaith::scoring
