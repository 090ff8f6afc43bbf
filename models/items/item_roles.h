// SPDX-License-Identifier: GPL-3.0-or-later
// The roles of all our item models. Texts come worded for the screen; the display role is one
// readable line, the accessible text says everything.
#pragma once

#include <qnamespace.h>

namespace goodfaith::items {

enum ItemRole {
    LineRole = Qt::UserRole + 1,  // TimelineLine, as int
    EventIdRole,                  // qint64
    KindRole,                     // RecordKind, as int
    DirectionRole,                // Direction, as int
    WhenRole,                     // "26 h ago", "2 Jul 14:05"
    TitleRole,
    SnippetRole,
    AmountRole,     // worded money, "" where there is none
    StatusRole,     // as the record has it
    AutomaticRole,  // bool: an auto-reply, a bounce or bulk mail
    SectionRole,    // of every event: its month, "July 2024"
    GapRole,        // of an event: the silence between it and the newer one, "" where none is
    CustomerIdRole,
    WhyRole,      // what matched
    KeysRole,     // addresses and numbers, one line
    WeightRole,   // double: above 0 against the customer
    EventsRole,   // QList<qint64>
    ProblemRole,  // bool: this row needs attention
    QuietRole,    // bool: this row matters less than the others
    UrgencyRole,  // Urgency, as int
    ShareRole,    // double: how much of the time that there is has passed, 0 to 1
    GroupRole,    // bool: this row is a heading
    VerdictRole,  // VerdictKind, as int: the verdict from here on; nothing where it stays
    JudgedRole,   // bool: an agent's word
};

// What one line of the timeline is.
enum class TimelineLine { Event, Month, Gap };

}  // namespace goodfaith::items
