// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/promises.h"

#include "models/understanding/promise_due.h"

#include <algorithm>
#include <tuple>

namespace goodfaith::understanding {
namespace {

// A refund or a parcel may be entered before the mail that speaks of it is written.
constexpr auto enteredBefore = std::chrono::days(7);

// Kept by a record, whose time is often a mere day.
bool isKeptByRecord(PromiseKind kind) {
    return kind == PromiseKind::Refund || kind == PromiseKind::Replacement ||
           kind == PromiseKind::Dispatch || kind == PromiseKind::Delivery;
}

struct Done {
    Instant at;
    EventId event;
};

// Looks for the first thing that does what was promised.
class Keeping {
public:
    Keeping(const CustomerFacts& facts, const std::vector<Contact>& contacts)
        : facts_(facts), contacts_(contacts) {}

    std::optional<Done> of(const Promise& promise) const {
        switch (promise.kind) {
            case PromiseKind::Call:
                return contact(promise, &isCall);
            case PromiseKind::Reply:
            case PromiseKind::Other:  // whoever hears from us again can say so
                return contact(promise, &isWord);
            case PromiseKind::Refund:
                return earlier(refund(promise), inItsPlace(promise));
            case PromiseKind::Replacement:
                return earlier(replacement(promise), refund(promise));
            case PromiseKind::Dispatch:
                return parcel(promise, &ShipmentFact::shippedAt);
            case PromiseKind::Delivery:
                return parcel(promise, &ShipmentFact::deliveredAt);
        }
        return std::nullopt;
    }

private:
    static bool isCall(const Contact& contact) {
        return contact.call == CallOutcome::Answered || contact.call == CallOutcome::Attempt;
    }

    static bool isWord(const Contact& contact) { return contact.isAnswer(); }

    std::optional<Done> contact(const Promise& promise, bool (*does)(const Contact&)) const {
        for (const Contact& contact : contacts_) {
            if (contact.at > promise.madeAt && does(contact))
                return Done{contact.at, contact.event};
        }
        return std::nullopt;
    }

    // About one of the orders of the promise, or about any where neither says which.
    bool isAbout(const Promise& promise, EventId order) const {
        return promise.orders.empty() || order.isNone() ||
               std::find(promise.orders.begin(), promise.orders.end(), order) !=
                   promise.orders.end();
    }

    static void take(std::optional<Done>& first, Instant at, EventId event, Instant since) {
        if (at >= since && (!first || std::tie(at, event) < std::tie(first->at, first->event)))
            first = Done{at, event};
    }

    std::optional<Done> refund(const Promise& promise) const {
        std::optional<Done> first;
        for (const RefundFact& refund : facts_.refunds) {
            if (refund.kind != RefundKind::Chargeback && isAbout(promise, refund.order))
                take(first, refund.at, refund.id, promise.madeAt - enteredBefore);
        }
        return first;
    }

    const OrderFact* replaced(const OrderFact& replacement) const {
        const auto found =
            std::find_if(facts_.orders.begin(), facts_.orders.end(), [&](const OrderFact& order) {
                return !replacement.replacesOrderKey.isEmpty() &&
                       order.key == replacement.replacesOrderKey &&
                       order.source == replacement.source;
            });
        return found == facts_.orders.end() ? nullptr : &*found;
    }

    static std::optional<Done> earlier(std::optional<Done> one, std::optional<Done> other) {
        return !one || (other && other->at < one->at) ? other : one;
    }

    // An order in its place. Whoever gets goods for the money or money for the goods was not let
    // down.
    std::optional<Done> inItsPlace(const Promise& promise) const {
        std::optional<Done> first;
        for (const OrderFact& order : facts_.orders) {
            const OrderFact* original = replaced(order);
            if (original != nullptr && isAbout(promise, original->id))
                take(first, order.orderedAt, order.id, promise.madeAt - enteredBefore);
        }
        return first;
    }

    // An order in its place, or a further parcel of the order.
    std::optional<Done> replacement(const Promise& promise) const {
        std::optional<Done> first = inItsPlace(promise);
        for (const ShipmentFact& shipment : facts_.shipments) {
            if (shipment.shippedAt && isAbout(promise, shipment.order))
                take(first, *shipment.shippedAt, shipment.id, promise.madeAt - enteredBefore);
        }
        return first;
    }

    // Of an order known when it was promised, or of what was sent in its place.
    bool isParcelOf(const Promise& promise, const ShipmentFact& shipment) const {
        const OrderFact* order = facts_.order(shipment.order);
        if (order == nullptr)
            return isAbout(promise, shipment.order);
        const OrderFact* original = replaced(*order);
        return isAbout(promise, original == nullptr ? order->id : original->id) &&
               (original != nullptr || order->orderedAt <= promise.madeAt);
    }

    std::optional<Done> parcel(const Promise& promise,
                               std::optional<Instant> ShipmentFact::*when) const {
        std::optional<Done> first;
        for (const ShipmentFact& shipment : facts_.shipments) {
            // What was delivered was sent, whether or not somebody wrote down when.
            const auto at = (shipment.*when) ? shipment.*when : shipment.deliveredAt;
            if (at && isParcelOf(promise, shipment))
                take(first, *at, shipment.id, promise.madeAt - enteredBefore);
        }
        return first;
    }

    const CustomerFacts& facts_;
    const std::vector<Contact>& contacts_;
};

std::vector<EventId> ordersOf(const Contact& contact, const CustomerFacts& facts,
                              const std::vector<Case>& cases, int caseOf) {
    std::vector<EventId> orders;
    for (const size_t order : contact.orders)
        orders.push_back(facts.orders[order].id);
    if (orders.empty() && caseOf >= 0)
        orders = cases[size_t(caseOf)].orders;
    std::sort(orders.begin(), orders.end());
    return orders;
}

void judge(Promise& promise, const Keeping& keeping, const QTimeZone& zone, Instant asOf) {
    const Instant until = isKeptByRecord(promise.kind)
                              ? std::max(promise.due, endOfDay(dayOf(promise.due, zone), zone))
                              : promise.due;
    if (const auto done = keeping.of(promise)) {
        promise.doneAt = done->at;
        promise.done = done->event;
        promise.state = done->at <= until ? PromiseState::Kept : PromiseState::Broken;
    } else {
        promise.state = asOf <= until ? PromiseState::Due : PromiseState::Unknown;
    }
}

// Said again, in the same mail or a later one, it is the same promise.
bool isRepeated(const std::vector<Promise>& promises, const Promise& promise) {
    return std::any_of(promises.begin(), promises.end(), [&](const Promise& earlier) {
        return earlier.kind == promise.kind && earlier.due == promise.due &&
               earlier.orders == promise.orders;
    });
}

// The last word of a person on what a message promises.
const PromiseWord* wordOn(EventId event, const PeopleSaid& said, Instant asOf) {
    const auto last = std::find_if(
        said.promiseWords.rbegin(), said.promiseWords.rend(),
        [&](const PromiseWord& word) { return word.event == event && word.at <= asOf; });
    return last == said.promiseWords.rend() ? nullptr : &*last;
}

void settle(Promise& promise, const PromiseWord& word) {
    promise.state = PromiseState::Kept;
    promise.doneAt = std::min(promise.doneAt.value_or(word.at), word.at);
}

void addWord(Promise& promise, const PeopleSaid& said, Instant asOf) {
    const WaitName name{QueueKind::Promise, promise.event, promise.place, promise.noted};
    promise.isSeenTo = wordThatEnds(said.queueWords, name, asOf) != nullptr;
}

bool promisesAnything(const Contact& contact) {
    return contact.isOutbound() && contact.reading != nullptr && !contact.reading->promises.empty();
}

}  // namespace

std::vector<Promise> promisesOf(const CustomerFacts& facts, const std::vector<Contact>& contacts,
                                const std::vector<Case>& cases, const std::vector<int>& caseOf,
                                const ShopSettings& settings, Instant asOf,
                                const PeopleSaid& said) {
    std::vector<Promise> promises;
    if (std::none_of(contacts.begin(), contacts.end(), promisesAnything) && said.notes.empty())
        return promises;
    const BusinessCalendar calendar = calendarOf(settings);
    const Keeping keeping(facts, contacts);
    for (size_t at = 0; at < contacts.size(); ++at) {
        const Contact& contact = contacts[at];
        const PromiseWord* word = wordOn(contact.event, said, asOf);
        if (!promisesAnything(contact) || (word != nullptr && !word->kept))
            continue;
        for (size_t place = 0; place < contact.reading->promises.size(); ++place) {
            const StatedPromise& stated = contact.reading->promises[place];
            const auto due = dueOf(stated.due, contact.at, calendar, isMonthFirst(settings));
            Promise promise{
                contact.event, stated.kind, stated.phrase,
                contact.at,    {},          ordersOf(contact, facts, cases, caseOf[at])};
            promise.due = due.value_or(Instant());
            promise.place = int(place);
            if (!due || isRepeated(promises, promise))
                continue;
            judge(promise, keeping, settings.timeZone, asOf);
            if (word != nullptr)
                settle(promise, *word);
            addWord(promise, said, asOf);
            promises.push_back(std::move(promise));
        }
    }
    for (const Note& note : said.notes) {
        if (!note.due || note.at > asOf)
            continue;
        Promise promise{{}, note.kind, note.text, note.at, *note.due, {}};
        promise.noted = note.act;
        judge(promise, keeping, settings.timeZone, asOf);
        addWord(promise, said, asOf);
        promises.push_back(std::move(promise));
    }
    std::stable_sort(promises.begin(), promises.end(), [](const Promise& a, const Promise& b) {
        return std::tie(a.madeAt, a.due) < std::tie(b.madeAt, b.due);
    });
    return promises;
}

}  // namespace goodfaith::understanding
