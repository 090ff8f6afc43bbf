// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/advice_words.h"

#include "models/domain/failure.h"
#include "models/domain/resource.h"

#include <QJsonObject>

#include <vector>

// A static library's resources are only linked in when they are named; outside any namespace.
static void keepScoringResources() {
    Q_INIT_RESOURCE(scoring_data);
}

namespace goodfaith::scoring {
namespace {

struct Known {
    const char* name;
    std::vector<const char*> slots;
};

const std::vector<Known>& known() {
    static const std::vector<Known> all = {
        {"owed.answer", {"since", "waited", "target"}},
        {"owed.call_back", {"since"}},
        {"owed.old_message", {"since"}},
        {"owed.promise", {"promise"}},
        {"owed.answer_and_promise", {"answer", "promise"}},
        {"part", {"failures"}},
        {"part.of", {"failure", "complaints"}},
        {"part.late_delivery", {}},
        {"part.carrier_exception", {}},
        {"part.billing_confirms", {}},
        {"part.return_confirms", {}},
        {"part.we_admitted", {}},
        {"part.slow_reply", {}},
        {"part.common_issue", {}},
        {"part.broken_promise", {}},
        {"worth", {"orders", "sum", "months", "complaints"}},
        {"worth.unknown", {"orders", "months", "complaints"}},
        {"worth.no_order", {"months", "complaints"}},
        {"worth.no_complaint", {}},
        {"evidence.contradicted", {"count", "complaints"}},
        {"evidence.often", {}},
        {"evidence.no_pattern", {"count", "complaints"}},
        {"evidence.confirmed", {"count", "complaints"}},
        {"evidence.nothing", {}},
        {"sorry.late_delivery", {}},
        {"sorry.late_again", {"ordinal"}},
        {"sorry.carrier_exception", {}},
        {"sorry.billing_confirms", {}},
        {"step", {"remedy"}},
        {"step.often_asked", {"remedy", "times"}},
        {"step.sorry", {"sorry", "remedy"}},
        {"step.sorry_often_asked", {"sorry", "remedy", "times"}},
        {"remedy", {}},
        {"careful", {}},
        {"no_case", {}},
        {"no_case.promise", {}},
        {"no_case.silence", {}},
        {"no_case.answer", {}},
        {"no_case.careful", {}},
        {"stale", {"kinds"}},
        {"stale.day", {"day"}},
        {"stale.between", {"first", "last"}},
        {"stale.first", {"kind", "day"}},
        {"stale.next", {"kind", "day"}},
    };
    return all;
}

[[noreturn]] void unreadable(const QString& what) {
    throw Failure(FailureKind::Unreadable,
                  QStringLiteral("The advice of this program %1. Install it again.").arg(what));
}

// Those of a topic stand beside a general one, and fill nothing.
bool isOfTopic(const QString& name) {
    return name.startsWith(QLatin1String("remedy.")) || name.startsWith(QLatin1String("careful."));
}

const AdviceWords& shippedWords() {
    static const AdviceWords words = [] {
        keepScoringResources();
        return adviceWordsFrom(jsonResource(QStringLiteral("scoring/advice")));
    }();
    return words;
}

}  // namespace

AdviceWords adviceWordsFrom(const QJsonObject& object) {
    AdviceWords words;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        words[entry.key()] = entry.value().toString();
    std::map<QString, QStringList> slotsOf;
    for (const auto& [name, slots] : known()) {
        QStringList& names = slotsOf[QLatin1String(name)];
        for (const char* slot : slots)
            names << QLatin1String(slot);
        if (words[QLatin1String(name)].isEmpty())
            unreadable(QStringLiteral("lacks \"%1\"").arg(QLatin1String(name)));
    }
    for (const auto& [name, text] : words) {
        if (slotsOf.count(name) == 0 && !isOfTopic(name))
            unreadable(QStringLiteral("has \"%1\", which nothing says").arg(name));
        for (const QString& slot : slotsIn(text)) {
            if (!slotsOf[name].contains(slot))
                unreadable(QStringLiteral("has no {%1} for \"%2\"").arg(slot, name));
        }
    }
    return words;
}

bool hasAdvice(const QString& name) {
    return shippedWords().count(name) > 0;
}

QString adviceText(const QString& name, const SlotValues& values) {
    return filled(shippedWords().at(name), values).text;
}

}  // namespace goodfaith::scoring
