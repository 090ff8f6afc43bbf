// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/queue.h"

#include "models/scoring/purchase_value.h"

#include <algorithm>
#include <tuple>

namespace goodfaith::scoring {
namespace {

// So long it makes sense to ask whether all is well.
constexpr int followUpStandsDays = 14;

bool isIn(const std::vector<EventId>& events, EventId event) {
    return std::find(events.begin(), events.end(), event) != events.end();
}

bool shareAny(const std::vector<EventId>& some, const std::vector<EventId>& others) {
    return std::any_of(some.begin(), some.end(), [&](EventId one) { return isIn(others, one); });
}

bool isTheirTurn(const Case& matter) {
    const bool isOurs =
        matter.state == CaseState::Answered || matter.state == CaseState::WaitingForThem;
    return isOurs && matter.answeredAt;
}

// A message of a person, or a call. In a call that was answered both spoke.
struct Touch {
    Instant at;
    EventId event;
    bool isTheirs = false;
    bool isOurs = false;
    bool isCall = false;
};

class QueueFinder {
public:
    explicit QueueFinder(const History& history)
        : history_(history), touches_(touchesOf(history)) {}

    std::vector<QueueEntry> find() {
        for (const Wait& wait : history_.waits())
            addInquiry(wait);
        for (const Promise& promise : history_.promises())
            addPromise(promise);
        for (const Case& matter : history_.cases()) {
            addQuietCase(matter);
            addFollowUp(matter);
        }
        std::sort(entries_.begin(), entries_.end(), [](const QueueEntry& a, const QueueEntry& b) {
            return std::tie(a.due, a.since, a.wait.event) < std::tie(b.due, b.since, b.wait.event);
        });
        return std::move(entries_);
    }

private:
    static std::vector<Touch> touchesOf(const History& history) {
        std::vector<Touch> touches;
        for (const MessageFact& message : history.facts().messages) {
            const Reading* reading = history.reading(message.id);
            const bool isHuman = reading == nullptr || reading->nature == MessageNature::Human;
            if (isHuman && message.direction != Direction::None)
                touches.push_back({message.at, message.id, message.direction == Direction::Inbound,
                                   message.direction == Direction::Outbound, false});
        }
        for (const CallFact& call : history.facts().calls) {
            const bool isTheirs = call.direction == Direction::Inbound;
            const bool isOurs = !isTheirs || call.disposition == CallDisposition::Answered;
            if (call.direction != Direction::None && call.disposition != CallDisposition::Failed)
                touches.push_back({call.at, call.id, isTheirs, isOurs, true});
        }
        std::sort(touches.begin(), touches.end(), [](const Touch& a, const Touch& b) {
            return std::tie(a.at, a.event) < std::tie(b.at, b.event);
        });
        return touches;
    }

    const Touch* touch(EventId event) const {
        const auto found = std::find_if(touches_.begin(), touches_.end(),
                                        [&](const Touch& one) { return one.event == event; });
        return found == touches_.end() ? nullptr : &*found;
    }

    const Case* caseOf(const std::vector<EventId>& events) const {
        for (const Case& matter : history_.cases()) {
            if (shareAny(events, matter.events))
                return &matter;
        }
        return nullptr;
    }

    const QueueWord* wordOn(const WaitName& part) const {
        return lastWordOn(history_.queueWords(), part, history_.asOf());
    }

    bool isFinished(const WaitName& part) const {
        return wordThatEnds(history_.queueWords(), part, history_.asOf()) != nullptr;
    }

    // It is put off where each of its parts is: who writes again waits again.
    void putOff(QueueEntry& entry, const std::vector<WaitName>& parts) const {
        const QueueWord* last = nullptr;
        for (const WaitName& part : parts) {
            const QueueWord* word = wordOn(part);
            if (word == nullptr || !word->until)
                return;
            last = last == nullptr || last->act < word->act ? word : last;
        }
        if (last == nullptr)
            return;
        entry.putOffUntil = last->until;
        entry.putOffReason = last->reason;
    }

    QueueEntry& add(const WaitName& name, const std::vector<EventId>& events) {
        QueueEntry& entry = entries_.emplace_back();
        entry.wait = name;
        entry.customer = history_.facts().id;
        if (const Case* matter = caseOf(events))
            entry.topic = matter->topic;
        entry.events = events;
        return entry;
    }

    void addInquiry(const Wait& wait) {
        if (history_.isAnswered(wait))
            return;
        std::vector<EventId> open;
        std::vector<WaitName> parts;
        const auto take = [&](EventId event) {
            const WaitName part{QueueKind::Reply, event, 0, {}};
            if (isFinished(part))
                return;
            open.push_back(event);
            parts.push_back(part);
        };
        take(wait.inquiry);
        std::for_each(wait.chasedBy.begin(), wait.chasedBy.end(), take);
        if (open.empty())
            return;
        const Touch* first = touch(open.front());
        const bool isCall = first != nullptr ? first->isCall : wait.kind == RecordKind::Call;
        QueueEntry& entry =
            add({isCall ? QueueKind::Callback : QueueKind::Reply, open.front(), 0, {}}, open);
        entry.since = entry.from = first != nullptr ? first->at : wait.since;
        entry.due = dueByTarget(history_.settings(), history_.calendar(), entry.since,
                                history_.settings().replyTarget);
        entry.lastWords = open.back();
        putOff(entry, parts);
    }

    void addPromise(const Promise& promise) {
        const WaitName name{QueueKind::Promise, promise.event, promise.place, promise.noted};
        if (promise.doneAt || promise.isSeenTo)
            return;
        QueueEntry& entry =
            add(name, promise.event.isNone() ? std::vector<EventId>() : std::vector{promise.event});
        entry.since = entry.from = promise.madeAt;
        entry.due = promise.due;
        entry.promise = promise.kind;
        entry.phrase = promise.phrase;
        entry.lastWords = lastWordsIn(nullptr);
        putOff(entry, {name});
    }

    // Their latest message or call: in the case, or any.
    EventId lastWordsIn(const Case* matter) const {
        for (auto one = touches_.rbegin(); one != touches_.rend(); ++one) {
            if (one->isTheirs && (matter == nullptr || isIn(matter->events, one->event)))
                return one->event;
        }
        return {};
    }

    // Each of their messages and calls in the case; else each of its events.
    std::vector<WaitName> partsOf(const Case& matter, QueueKind kind) const {
        std::vector<WaitName> theirs, all;
        for (const EventId event : matter.events) {
            const Touch* one = touch(event);
            all.push_back({kind, event, 0, {}});
            if (one != nullptr && one->isTheirs)
                theirs.push_back(all.back());
        }
        return theirs.empty() ? all : theirs;
    }

    bool areFinished(const std::vector<WaitName>& parts) const {
        return std::all_of(parts.begin(), parts.end(),
                           [&](const WaitName& part) { return isFinished(part); });
    }

    // Somebody waits in it already, or did until a person saw to it; or a promise stands.
    bool isSeenTo(const Case& matter) const {
        const auto& waits = history_.waits();
        const auto& promises = history_.promises();
        return std::any_of(waits.begin(), waits.end(),
                           [&](const Wait& wait) {
                               return !history_.isAnswered(wait) &&
                                      (isIn(matter.events, wait.inquiry) ||
                                       shareAny(wait.chasedBy, matter.events));
                           }) ||
               std::any_of(promises.begin(), promises.end(), [&](const Promise& promise) {
                   return !promise.doneAt && (isIn(matter.events, promise.event) ||
                                              shareAny(promise.orders, matter.orders));
               });
    }

    // A case that is known by records alone asks for no answer.
    bool isSpokenOf(const Case& matter) const {
        return std::any_of(touches_.begin(), touches_.end(),
                           [&](const Touch& touch) { return isIn(matter.events, touch.event); });
    }

    void addQuietCase(const Case& matter) {
        if (matter.state == CaseState::Resolved || isSeenTo(matter) || !isSpokenOf(matter))
            return;
        const bool isAnswered = isTheirTurn(matter);
        const Instant from = matter.lastAt + std::chrono::days(history_.settings().quietDays);
        const Instant due = (isAnswered ? *matter.answeredAt : matter.lastAt) + silenceThatResolves;
        const auto parts = partsOf(matter, QueueKind::Case);
        if ((isAnswered && from >= due) || areFinished(parts))
            return;
        QueueEntry& entry = add({QueueKind::Case, matter.id, 0, {}}, matter.events);
        entry.since = matter.lastAt;
        entry.from = from;
        entry.due = due;
        if (isAnswered)
            entry.until = due;
        entry.lastWords = lastWordsIn(&matter);
        putOff(entry, parts);
    }

    bool wasAskedSince(Instant from) const {
        return std::any_of(touches_.begin(), touches_.end(),
                           [&](const Touch& one) { return one.isOurs && one.at >= from; });
    }

    // When it was resolved, or will be if they stay silent.
    static std::optional<Instant> settledAt(const Case& matter) {
        if (isTheirTurn(matter))
            return *matter.answeredAt + silenceThatResolves;
        return matter.settledAt;
    }

    void addFollowUp(const Case& matter) {
        const auto resolved = settledAt(matter);
        const int days = history_.settings().followUpDays;
        if (!resolved || days == 0 || !isSpokenOf(matter))
            return;
        const QTimeZone& zone = history_.settings().timeZone;
        const QDate day = dayOf(*resolved, zone).addDays(days);
        const Instant from = startOfDay(day, zone);
        const Instant due = endOfDay(day.addDays(followUpStandsDays), zone);
        const auto parts = partsOf(matter, QueueKind::FollowUp);
        if (due < history_.asOf() || wasAskedSince(from) || areFinished(parts))
            return;
        QueueEntry& entry = add({QueueKind::FollowUp, matter.id, 0, {}}, matter.events);
        entry.since = *resolved;
        entry.from = from;
        entry.due = due;
        entry.until = due + Duration(1);
        entry.lastWords = lastWordsIn(&matter);
        putOff(entry, parts);
    }

    const History& history_;
    std::vector<Touch> touches_;  // by time
    std::vector<QueueEntry> entries_;
};

// Of most customers nothing does, and that is soon seen.
bool mayWait(const History& history) {
    const auto any = [](const auto& list, auto is) {
        return std::any_of(list.begin(), list.end(), is);
    };
    const auto longestFollowUp =
        std::chrono::days(history.settings().followUpDays + followUpStandsDays + 2);
    return any(history.waits(), [&](const Wait& wait) { return !history.isAnswered(wait); }) ||
           any(history.promises(), [](const Promise& promise) { return !promise.doneAt; }) ||
           any(history.cases(), [&](const Case& matter) {
               return !matter.settledAt || history.asOf() - *matter.settledAt <= longestFollowUp;
           });
}

}  // namespace

CustomerQueue queueOf(const History& history) {
    if (!mayWait(history))
        return {};
    return {QueueFinder(history).find(), purchaseFigures(history, history.settings().currency).net};
}

const QueueWord* wordThatEnds(const History& history, const Wait& wait) {
    const QueueWord* last = nullptr;
    std::vector<EventId> inquiries{wait.inquiry};
    inquiries.insert(inquiries.end(), wait.chasedBy.begin(), wait.chasedBy.end());
    for (const EventId inquiry : inquiries) {
        last = goodfaith::wordThatEnds(history.queueWords(), {QueueKind::Reply, inquiry, 0, {}},
                                       history.asOf());
        if (last == nullptr)
            return nullptr;
    }
    return last;
}

const QueueEntry* entryNamed(const CustomerQueue& queue, const WaitName& wait) {
    const auto found = std::find_if(queue.entries.begin(), queue.entries.end(),
                                    [&](const QueueEntry& entry) { return entry.wait == wait; });
    return found == queue.entries.end() ? nullptr : &*found;
}

std::vector<WaitName> meantBy(const QueueEntry& entry) {
    if (entry.wait.kind == QueueKind::Promise)
        return {entry.wait};
    std::vector<WaitName> meant;
    for (const EventId event : entry.events)
        meant.push_back({matterOf(entry.wait.kind), event, 0, {}});
    return meant;
}

void sortByUrgency(std::vector<QueueRow>& rows, Currency main) {
    std::sort(rows.begin(), rows.end(), [&](const QueueRow& a, const QueueRow& b) {
        return std::make_tuple(a.entry.due, -a.value.in(main).minor, a.entry.since,
                               textOf(a.entry.wait)) <
               std::make_tuple(b.entry.due, -b.value.in(main).minor, b.entry.since,
                               textOf(b.entry.wait));
    });
}

const Wait* longestWaiting(const History& history) {
    const auto open =
        std::find_if(history.waits().begin(), history.waits().end(), [&](const Wait& wait) {
            return !history.isAnswered(wait) && wordThatEnds(history, wait) == nullptr;
        });
    return open == history.waits().end() ? nullptr : &*open;
}

bool isGivenUp(const Wait& wait, const History& history) {
    constexpr auto patience = std::chrono::days(30);
    return history.asOf() - wait.since > patience;
}

}  // namespace goodfaith::scoring
