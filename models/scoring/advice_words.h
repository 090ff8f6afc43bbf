// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of advice: resources/scoring/advice.json, each with the slots that this program
// fills in it.
#pragma once

#include "models/scoring/slot_text.h"

class QJsonObject;

namespace goodfaith::scoring {

// By name. Throws Failure (Unreadable) where one is missing, is not known, or names a slot that
// nobody fills.
using AdviceWords = std::map<QString, QString>;
AdviceWords adviceWordsFrom(const QJsonObject& object);

// One of those that the program ships, filled.
QString adviceText(const QString& name, const SlotValues& values = {});
// Whether there is such a one: "remedy.late".
bool hasAdvice(const QString& name);

}  // namespace goodfaith::scoring
