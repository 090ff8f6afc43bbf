// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/waits.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <set>
#include <tuple>

namespace goodfaith::understanding {
namespace {

// What is answered together: a case, else a thread, else all calls that belong to neither.
struct Lane {
    enum class Kind { Case, Thread, Calls };
    Kind kind = Kind::Calls;
    int number = 0;
    friend auto operator<=>(const Lane&, const Lane&) = default;
    friend size_t qHash(const Lane& lane, size_t seed = 0) {
        return qHashMulti(seed, int(lane.kind), lane.number);
    }
};

class WaitFinder {
public:
    WaitFinder(const std::vector<Contact>& contacts, const std::vector<int>& caseOf, Instant asOf)
        : contacts_(contacts), caseOf_(caseOf), asOf_(asOf) {}

    std::vector<Wait> find() {
        for (size_t at = 0; at < contacts_.size(); ++at)
            take(at);
        std::sort(waits_.begin(), waits_.end(), [](const Wait& a, const Wait& b) {
            return std::tie(a.since, a.inquiry) < std::tie(b.since, b.inquiry);
        });
        return std::move(waits_);
    }

private:
    void take(size_t at) {
        const Contact& contact = contacts_[at];
        const Lane lane = laneOf(at);
        if (contact.call == CallOutcome::Answered) {
            takeConversation(contact, lane);
        } else if (contact.repliedWithin && contact.isAnswer()) {
            takeChat(contact, lane);
        } else if (contact.isInquiry()) {
            waitFor(contact, lane);
        } else if (contact.isAnswer()) {
            answer(contact, lane);
        } else if (contact.call == CallOutcome::Attempt) {
            closeCalls(contact);
        } else if (isBounce(contact)) {
            reopen(lane);
        }
    }

    Lane laneOf(size_t at) const {
        if (caseOf_[at] >= 0)
            return {Lane::Kind::Case, caseOf_[at]};
        const Contact& contact = contacts_[at];
        return contact.isMessage() ? Lane{Lane::Kind::Thread, contact.thread} : Lane{};
    }

    static bool isBounce(const Contact& contact) {
        return contact.isMessage() && contact.reading &&
               contact.reading->nature == MessageNature::Bounce && !contact.isOutbound();
    }

    // Of calls outside any case each is a matter of its own.
    bool isFirstOf(const Lane& lane) {
        if (lane.kind == Lane::Kind::Calls)
            return true;
        const bool isNew = !begun_.contains(lane);
        begun_.insert(lane);
        return isNew;
    }

    size_t begin(const Contact& contact, const Lane& lane) {
        Wait wait;
        wait.inquiry = contact.event;
        wait.kind = contact.kind;
        wait.mailbox = contact.mailbox;
        wait.since = contact.at;
        wait.firstOfCase = isFirstOf(lane);
        waits_.push_back(wait);
        lanes_.push_back(lane);
        return waits_.size() - 1;
    }

    void setOpen(size_t place) {
        open_.insert(place);
        if (waits_[place].kind == RecordKind::Call)
            openCalls_.insert(place);
    }

    void waitFor(const Contact& contact, const Lane& lane) {
        const auto open = openByLane_.constFind(lane);
        size_t place = 0;
        if (open != openByLane_.cend()) {
            place = *open;
            ++waits_[place].chasers;
            waits_[place].chasedBy.push_back(contact.event);
        } else {
            place = begin(contact, lane);
            openByLane_.insert(lane, place);
            setOpen(place);
        }
        if (contact.isMessage())
            openByThread_.insert(contact.thread, place);
    }

    // A call that both took answers all that waits, and if they rang, itself.
    void takeConversation(const Contact& call, const Lane& lane) {
        const Instant answeredAt = call.isInbound() ? call.at + call.ring : call.at;
        const bool isOver = answeredAt <= asOf_;
        if (isOver) {
            for (const size_t place : std::set<size_t>(open_))
                close(place, call.event, answeredAt);
        }
        if (!call.isInbound())
            return;
        const size_t place = begin(call, lane);
        if (isOver) {
            waits_[place].answeredAt = answeredAt;
            waits_[place].answer = call.event;
        }
    }

    // They waited until our first line, where it is known when that was.
    void takeChat(const Contact& chat, const Lane& lane) {
        Contact ours = chat;
        if (chat.repliedAt) {
            waitFor(chat, lane);
            ours.at = *chat.repliedAt;
        }
        answer(ours, lane);
    }

    void answer(const Contact& message, const Lane& lane) {
        if (const auto open = openByLane_.constFind(lane); open != openByLane_.cend())
            closeIfOpen(*open, message);
        // A thread may have passed from one case to the next: its answer answers both.
        if (const auto open = openByThread_.constFind(message.thread); open != openByThread_.cend())
            closeIfOpen(*open, message);
        lastAnswered_.remove(lane);
        if (justClosed_)
            lastAnswered_.insert(lane, *justClosed_);
        justClosed_.reset();
        closeCalls(message);
    }

    void closeIfOpen(size_t place, const Contact& by) {
        if (!open_.contains(place))
            return;
        close(place, by.event, by.at);
        justClosed_ = place;
    }

    // Missed calls are made good by a call back, taken or not, and by writing.
    void closeCalls(const Contact& by) {
        for (const size_t place : std::set<size_t>(openCalls_))
            close(place, by.event, by.at);
    }

    void close(size_t place, EventId answer, Instant at) {
        waits_[place].answeredAt = at;
        waits_[place].answer = answer;
        open_.erase(place);
        openCalls_.erase(place);
        openByLane_.remove(lanes_[place]);
    }

    // An answer that came back undelivered was none: the clock goes on.
    void reopen(const Lane& lane) {
        const auto answered = lastAnswered_.constFind(lane);
        if (answered == lastAnswered_.cend() || openByLane_.contains(lane))
            return;
        waits_[*answered].answeredAt.reset();
        waits_[*answered].answer = EventId();
        setOpen(*answered);
        openByLane_.insert(lane, *answered);
    }

    const std::vector<Contact>& contacts_;
    const std::vector<int>& caseOf_;
    Instant asOf_;
    std::vector<Wait> waits_;
    std::vector<Lane> lanes_;  // by wait
    std::set<size_t> open_, openCalls_;
    QHash<Lane, size_t> openByLane_;
    QHash<int, size_t> openByThread_;
    QHash<Lane, size_t> lastAnswered_;  // by the lane's latest message of ours
    std::optional<size_t> justClosed_;
    QSet<Lane> begun_;
};

}  // namespace

std::vector<Wait> waitsOf(const std::vector<Contact>& contacts, const std::vector<int>& caseOf,
                          Instant asOf) {
    return WaitFinder(contacts, caseOf, asOf).find();
}

}  // namespace goodfaith::understanding
