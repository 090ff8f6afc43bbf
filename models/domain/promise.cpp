// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/promise.h"

#include "models/domain/names.h"

#include <QStringList>

namespace goodfaith {
namespace {

constexpr auto kinds = std::to_array<Named<PromiseKind>>({
    {PromiseKind::Call, "call"},
    {PromiseKind::Reply, "reply"},
    {PromiseKind::Refund, "refund"},
    {PromiseKind::Replacement, "replacement"},
    {PromiseKind::Dispatch, "dispatch"},
    {PromiseKind::Delivery, "delivery"},
    {PromiseKind::Other, "other"},
});

constexpr auto states = std::to_array<Named<PromiseState>>({
    {PromiseState::Due, "due"},
    {PromiseState::Kept, "kept"},
    {PromiseState::Broken, "broken"},
    {PromiseState::Unknown, "unknown"},
});

// Stored: numbers, the kind's name and the phrase, apart by tabs.
constexpr qsizetype fieldsOfPromise = 13;

template <class Enum>
int numberOf(Enum value) {
    return static_cast<int>(value);
}

QString lineOf(const StatedPromise& promise) {
    const RelativeDue& due = promise.due;
    QStringList fields{nameOf(promise.kind)};
    for (const int number : {numberOf(due.base), due.count, numberOf(due.unit), due.day, due.month,
                             due.year, int(due.isOfNextWeek), int(due.mayBeMonthFirst),
                             int(due.isDayBefore), numberOf(due.part), due.minute.value_or(-1)})
        fields << QString::number(number);
    return (fields << promise.phrase.simplified()).join(u'\t');
}

template <class Enum>
Enum within(int number, Enum last) {
    return number >= 0 && number <= numberOf(last) ? static_cast<Enum>(number) : Enum{};
}

std::optional<StatedPromise> promiseFrom(const QString& line) {
    const QStringList fields = line.split(u'\t');
    const auto kind = promiseKindFromName(fields.front());
    if (fields.size() != fieldsOfPromise || !kind)
        return std::nullopt;
    const auto number = [&](qsizetype at) { return fields[at].toInt(); };
    StatedPromise promise{*kind, {}, fields.back()};
    RelativeDue& due = promise.due;
    due.base = within(number(1), DueBase::Period);
    due.count = number(2);
    due.unit = within(number(3), DueUnit::WorkingDay);
    due.day = number(4);
    due.month = number(5);
    due.year = number(6);
    due.isOfNextWeek = number(7) != 0;
    due.mayBeMonthFirst = number(8) != 0;
    due.isDayBefore = number(9) != 0;
    due.part = within(number(10), DayPart::Close);
    if (number(11) >= 0)
        due.minute = number(11);
    return promise;
}

}  // namespace

QString nameOf(PromiseKind kind) {
    return nameIn(kinds, kind);
}

std::optional<PromiseKind> promiseKindFromName(QStringView name) {
    return valueIn(kinds, name);
}

QString nameOf(PromiseState state) {
    return nameIn(states, state);
}

QString textOf(const std::vector<StatedPromise>& promises) {
    QStringList lines;
    for (const StatedPromise& promise : promises)
        lines << lineOf(promise);
    return lines.join(u'\n');
}

std::vector<StatedPromise> statedPromisesFrom(const QString& text) {
    std::vector<StatedPromise> promises;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (auto promise = promiseFrom(line))
            promises.push_back(std::move(*promise));
    }
    return promises;
}

bool Promise::stands(Instant asOf) const {
    constexpr auto overdueAtMost = std::chrono::days(14);
    return !isSeenTo && (state == PromiseState::Due || (!doneAt && asOf - due <= overdueAtMost));
}

}  // namespace goodfaith
