// SPDX-License-Identifier: GPL-3.0-or-later
// A language's words of promises as resources/language/en.promises.json has them: how something is
// promised, how times are named, and the words that make a promise none.
#pragma once

#include "models/domain/promise.h"
#include "models/understanding/phrases.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace goodfaith::understanding {

// What a phrase of time says; words within it say the rest.
struct TimeGroup {
    enum class Role {
        Day,       // names a day or a span by itself
        WeakDay,   // supposes a day where none is named: "first thing"
        Modifier,  // of a day that is named beside it: "morning", "noon"
    };
    Role role = Role::Day;
    RelativeDue due;
    bool countIsSaid = false;  // by a number within it
    bool isEndOfMonth = false;
};

struct PromiseLanguage {
    PhraseBook commitments, times;
    std::vector<PromiseKind> kinds;     // of the commitments, by group
    std::vector<TimeGroup> timeGroups;  // by group
    QHash<QString, int> numbers, weekdays, months;
    QHash<QString, QSet<QString>> classes;

    bool isIn(const char* wordClass, const QString& word) const {
        return classes.value(QLatin1String(wordClass)).contains(word);
    }
    // Throws Failure (Unreadable) when the resource is damaged.
    static PromiseLanguage load(const QString& name);
};

}  // namespace goodfaith::understanding
