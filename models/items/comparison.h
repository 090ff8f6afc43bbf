// SPDX-License-Identifier: GPL-3.0-or-later
// Two customers side by side, field by field, with what speaks for their being one person between
// them: values, and the rows that they make in words.
#pragma once

#include "models/domain/overview.h"
#include "models/domain/suggestion.h"
#include "models/items/format.h"

#include <QDate>

#include <array>

namespace goodfaith::items {

struct ComparedSide {
    CustomerOverview customer;
    std::vector<PartyOverview> parties;
    std::vector<QDate> birthDates;
    KindCounts counts;  // of the timeline
};

struct Comparison {
    std::array<ComparedSide, 2> sides;
    Suggestion suggestion;  // without evidence where the two were not suggested
    QStringList conflicts;  // sentences: what speaks against joining them
};

// How far a field agrees; each is shown by a sign of its own, never by colour alone.
enum class Likeness { Unknown, Same, Similar, Different };
QString likenessSign(Likeness likeness);  // "=", "≈", "≠", ""

struct EvidenceWords {
    QString text;      // "family name nearly the same"
    QString strength;  // "strong", "little against it", "says nothing"
    QString exactly;   // for who hovers: bits, and what they mean
    Likeness likeness = Likeness::Unknown;
};

struct ComparedValue {
    QString text;
    bool isShared = false;  // the other has it too
};

struct ComparedRow {
    QString field;
    std::array<std::vector<ComparedValue>, 2> values;
    std::vector<EvidenceWords> evidence;
};

// Who they are first, then what each has on the timeline. What neither has is left out. Where
// nothing was compared, what the values themselves say stands in the evidence's place.
std::vector<ComparedRow> comparedRows(const Comparison& comparison, const Format& format);

QString titleOf(const CustomerOverview& customer);  // "Ada Lindqvist", else a key, else the number
QString titleWithNumber(const CustomerOverview& customer);  // "Ada Lindqvist (17)"
// "Very likely one person"; why is in the evidence.
QString suggestionTitle(const Suggestion& suggestion);
// "Joined, they are customer 17 with 15 orders and 31 mails, known by 3 sets of keys."
QString joinedSentence(const Comparison& comparison, const Format& format);
// "1 order, 2 mails and 3 calls"; "no events".
QString countsInWords(const KindCounts& counts, const Format& format);

}  // namespace goodfaith::items
