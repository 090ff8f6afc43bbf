// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/promise_record.h"

#include "models/scoring/wording.h"

#include <algorithm>

namespace goodfaith::scoring {
namespace {

bool isKnownOf(const Promise& promise, RecordKind kind, const History& history) {
    const QTimeZone& zone = history.settings().timeZone;
    const Instant until = endOfDay(dayOf(promise.due, zone), zone) + history.grace();
    return !promise.orders.empty() &&
           std::all_of(promise.orders.begin(), promise.orders.end(), [&](EventId order) {
               return history.isKnownThroughout(kind, order, promise.madeAt, until);
           });
}

// Calls and messages do not come in late; records have the grace of any absence.
bool wouldBeKnown(const Promise& promise, const History& history) {
    switch (promise.kind) {
        case PromiseKind::Call:
            return history.coverage().covers(RecordKind::Call, promise.due);
        case PromiseKind::Reply:
            return history.coverage().covers(RecordKind::Message, promise.due);
        case PromiseKind::Refund:
            return isKnownOf(promise, RecordKind::Refund, history);
        case PromiseKind::Replacement:
            return isKnownOf(promise, RecordKind::Order, history) &&
                   isKnownOf(promise, RecordKind::Shipment, history);
        case PromiseKind::Dispatch:
        case PromiseKind::Delivery:
            return isKnownOf(promise, RecordKind::Shipment, history);
        case PromiseKind::Other:
            break;
    }
    return false;
}

bool belongsTo(const Promise& promise, const Case& matter, const History& history) {
    if (std::find(matter.events.begin(), matter.events.end(), promise.event) != matter.events.end())
        return true;
    return std::any_of(promise.orders.begin(), promise.orders.end(), [&](EventId order) {
        return std::binary_search(matter.orders.begin(), matter.orders.end(), order) &&
               history.belongs(matter, order, promise.due);
    });
}

template <class Visit>
void forEachBroken(const History& history, const Case& matter, Visit visit) {
    for (const Promise& promise : history.promises()) {
        if (promise.state == PromiseState::Broken && belongsTo(promise, matter, history))
            visit(promise);
    }
}

QString deedText(const Promise& promise) {
    switch (promise.kind) {
        case PromiseKind::Call:
            return QStringLiteral("to call them");
        case PromiseKind::Reply:
            return QStringLiteral("to write to them");
        case PromiseKind::Refund:
            return QStringLiteral("them their money back");
        case PromiseKind::Replacement:
            return QStringLiteral("them a replacement");
        case PromiseKind::Dispatch:
            return QStringLiteral("to send the goods");
        case PromiseKind::Delivery:
            return QStringLiteral("them the goods");
        case PromiseKind::Other:
            break;
    }
    return QStringLiteral("them something (\u201c%1\u201d)").arg(promise.phrase);
}

}  // namespace

Promise judged(const Promise& promise, const History& history) {
    Promise known = promise;
    if (known.state == PromiseState::Unknown && wouldBeKnown(promise, history))
        known.state = PromiseState::Broken;
    return known;
}

std::vector<EventId> brokenPromise(const History& history, const Case& matter) {
    std::vector<EventId> found;
    forEachBroken(history, matter, [&](const Promise& promise) { found.push_back(promise.event); });
    return found;
}

bool wasLeftWithBrokenPromise(const History& history, const Case& matter, Instant at) {
    bool was = false;
    forEachBroken(history, matter, [&](const Promise& promise) {
        was = was || (promise.due < at && (!promise.doneAt || *promise.doneAt > at));
    });
    return was;
}

const Promise* nextPromise(const History& history) {
    const Promise* next = nullptr;
    for (const Promise& promise : history.promises()) {
        if (promise.stands(history.asOf()) && (next == nullptr || promise.due < next->due))
            next = &promise;
    }
    return next;
}

QString promiseText(const Promise& promise, const History& history) {
    const QTimeZone& zone = history.settings().timeZone;
    const Instant asOf = history.asOf();
    QString day = recentDayText(promise.due, asOf, zone);
    if (dayOf(promise.due, zone) == dayOf(asOf, zone))
        day = QStringLiteral("today");
    const QString text = QStringLiteral("%1 by %2, %3")
                             .arg(deedText(promise), day,
                                  toLocal(promise.due, zone).toString(QStringLiteral("HH:mm")));
    if (promise.due >= asOf)
        return text;
    return promise.kind == PromiseKind::Other
               ? text
               : QString(text + QStringLiteral(", and nothing shows that it was done"));
}

}  // namespace goodfaith::scoring
