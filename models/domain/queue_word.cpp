// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/queue_word.h"

#include "models/domain/names.h"

#include <algorithm>
#include <tuple>

namespace goodfaith {
namespace {

constexpr auto kinds = std::to_array<Named<QueueKind>>({
    {QueueKind::Reply, "reply"},
    {QueueKind::Callback, "callback"},
    {QueueKind::Promise, "promise"},
    {QueueKind::Case, "case"},
    {QueueKind::FollowUp, "follow_up"},
});

constexpr auto letters = std::to_array<Named<QueueKind>>({
    {QueueKind::Reply, "r"},
    {QueueKind::Callback, "b"},
    {QueueKind::Promise, "p"},
    {QueueKind::Case, "c"},
    {QueueKind::FollowUp, "f"},
});
constexpr QChar notedLetter = u'n';

std::optional<qint64> numberFrom(QStringView text) {
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    isNumber = isNumber && std::all_of(text.begin(), text.end(), isDigit);
    return isNumber && number > 0 ? std::optional(number) : std::nullopt;
}

bool isSame(const WaitName& a, const WaitName& b) {
    return matterOf(a.kind) == matterOf(b.kind) &&
           std::tie(a.event, a.place, a.noted) == std::tie(b.event, b.place, b.noted);
}

}  // namespace

QueueKind matterOf(QueueKind kind) {
    return kind == QueueKind::Callback ? QueueKind::Reply : kind;
}

const QueueWord* lastWordOn(const std::vector<QueueWord>& words, const WaitName& part,
                            Instant asOf) {
    const auto isAbout = [&](const QueueWord& word) {
        return word.at <= asOf &&
               std::any_of(word.meant.begin(), word.meant.end(),
                           [&](const WaitName& meant) { return isSame(meant, part); });
    };
    const auto last = std::find_if(words.rbegin(), words.rend(), isAbout);
    return last == words.rend() ? nullptr : &*last;
}

const QueueWord* wordThatEnds(const std::vector<QueueWord>& words, const WaitName& part,
                              Instant asOf) {
    const QueueWord* last = lastWordOn(words, part, asOf);
    return last == nullptr || last->until ? nullptr : last;
}

QString nameOf(QueueKind kind) {
    return nameIn(kinds, kind);
}

QString textOf(const WaitName& wait) {
    if (!wait.noted.isNone())
        return notedLetter + QString::number(wait.noted.value());
    const QString text = nameIn(letters, wait.kind) + QString::number(wait.event.value());
    return wait.place == 0 ? text : QStringLiteral("%1.%2").arg(text).arg(wait.place + 1);
}

std::optional<WaitName> waitNameFrom(QStringView text) {
    if (text.isEmpty())
        return std::nullopt;
    const qsizetype point = text.indexOf(u'.');
    const auto number = numberFrom(text.mid(1, point < 0 ? -1 : point - 1));
    if (!number)
        return std::nullopt;
    if (text.front() == notedLetter && point < 0)
        return WaitName{QueueKind::Promise, {}, 0, ActId(*number)};
    const auto kind = valueIn(letters, text.first(1));
    const auto place = point < 0 ? std::optional<qint64>(1) : numberFrom(text.mid(point + 1));
    const bool mayHavePlace = kind == QueueKind::Promise || point < 0;
    if (!kind || !place || !mayHavePlace || *place > std::numeric_limits<int>::max())
        return std::nullopt;
    return WaitName{*kind, EventId(*number), int(*place) - 1, {}};
}

}  // namespace goodfaith
