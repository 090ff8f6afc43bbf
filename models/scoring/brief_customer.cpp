// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/brief_customer.h"

#include "models/scoring/advice.h"
#include "models/scoring/complaint_frequency.h"
#include "models/scoring/queue.h"
#include "models/scoring/what_would_change.h"

#include <algorithm>
#include <tuple>

namespace goodfaith::scoring {
namespace {

constexpr int recentMonths = 6;
constexpr size_t mostFavourites = 3;

std::vector<FavouriteItem> favouriteItems(const History& history) {
    std::map<QString, FavouriteItem> byItem;
    for (const auto* order : history.orders()) {
        for (const auto& item : order->items) {
            const QString& name = item.sku.isEmpty() ? item.title : item.sku;
            if (name.isEmpty() || item.quantity <= 0)
                continue;
            auto& entry = byItem[name];
            entry.sku = item.sku;
            entry.title = item.title.isEmpty() ? entry.title : item.title;  // the latest name
            entry.quantity += item.quantity;
        }
    }
    std::vector<FavouriteItem> items;
    for (const auto& [name, item] : byItem)
        items.push_back(item);
    std::stable_sort(
        items.begin(), items.end(),
        [](const FavouriteItem& a, const FavouriteItem& b) { return a.quantity > b.quantity; });
    items.resize(std::min(items.size(), mostFavourites));
    return items;
}

MoneyBag spentSince(const History& history, Instant since) {
    MoneyBag spent;
    for (const auto* order : history.orders()) {
        if (order->total && order->orderedAt >= since)
            spent += *order->total;
    }
    return spent;
}

MoneyBag compensated(const History& history) {
    MoneyBag sum;
    for (const auto& refund : history.facts().refunds) {
        if (refund.kind == RefundKind::Compensation || refund.kind == RefundKind::StoreCredit)
            sum += refund.amount;
    }
    return sum;
}

std::map<RecordKind, Instant> dataKnownTo(const History& history) {
    std::map<RecordKind, Instant> known;
    for (const auto& period : history.coverage().periods()) {
        if (period.from > history.asOf())
            continue;
        const Instant to = std::min(period.to, history.asOf());
        const auto [at, isNew] = known.emplace(period.kind, to);
        at->second = std::max(at->second, to);
    }
    return known;
}

CaseTimes timesOf(const Case& matter, const History& history) {
    CaseTimes times;
    const Instant now = std::max(history.asOf(), matter.openedAt);
    times.open = now - matter.openedAt;
    times.openInBusinessTime = history.calendar().businessTime(matter.openedAt, now);
    for (const Wait* wait : history.waitsOf(matter)) {
        if (!wait->firstOfCase || !history.isAnswered(*wait))
            continue;
        times.firstReply = history.elapsed(*wait);
        times.firstReplyInBusinessTime = history.businessElapsed(*wait);
        break;
    }
    return times;
}

void addOwed(const History& history, Brief& brief) {
    for (const Wait& wait : history.waits()) {
        if (history.isAnswered(wait))
            continue;
        if (const QueueWord* word = wordThatEnds(history, wait))
            brief.seenTo = *word;
        else if (!brief.owed)
            brief.owed = OwedAnswer{wait.since, history.counted(wait.since, history.asOf())};
    }
}

std::vector<Case> resolvedCases(const History& history) {
    std::vector<Case> resolved;
    std::copy_if(history.cases().rbegin(), history.cases().rend(), std::back_inserter(resolved),
                 [&](const Case& matter) {
                     return matter.state == CaseState::Resolved &&
                            matter.openedAt >= history.windowStart();
                 });
    return resolved;
}

std::vector<Promise> promisesToShow(const History& history) {
    const Instant recent = monthsBefore(history.asOf(), recentMonths);
    std::vector<Promise> shown;
    std::copy_if(history.promises().begin(), history.promises().end(), std::back_inserter(shown),
                 [&](const Promise& promise) {
                     return promise.stands(history.asOf()) || promise.madeAt >= recent;
                 });
    std::stable_sort(shown.begin(), shown.end(),
                     [](const Promise& a, const Promise& b) { return a.due < b.due; });
    return shown;
}

// What an overview says of now, as it was then.
CustomerOverview overviewAsOf(CustomerOverview overview, const History& history) {
    if (!overview.lastContact || *overview.lastContact <= history.asOf())
        return overview;
    overview.lastContact.reset();
    const auto& facts = history.facts();
    if (!facts.messages.empty())
        overview.lastContact = facts.messages.back().at;
    if (!facts.calls.empty())
        overview.lastContact =
            std::max(overview.lastContact.value_or(facts.calls.back().at), facts.calls.back().at);
    return overview;
}

}  // namespace

Brief briefCustomer(const ScoringInput& input, const CustomerOverview& overview) {
    const History history(input.facts, input.understanding, input.coverage, input.settings,
                          input.asOf, &input.parameters.issues);
    const auto cases = judgeCases(history);
    Brief brief;
    brief.score = scoreHistory(history, cases, input.parameters, input.linked);
    brief.overview = overviewAsOf(overview, history);
    addOwed(history, brief);
    std::copy_if(history.cases().begin(), history.cases().end(),
                 std::back_inserter(brief.openCases),
                 [](const Case& matter) { return matter.state != CaseState::Resolved; });
    brief.resolvedCases = resolvedCases(history);
    for (const Case& matter : brief.openCases)
        brief.caseTimes.push_back(timesOf(matter, history));
    brief.promises = promisesToShow(history);
    brief.notes.assign(input.understanding.notes.rbegin(), input.understanding.notes.rend());
    brief.judgements.assign(input.understanding.judgements.rbegin(),
                            input.understanding.judgements.rend());
    brief.favouriteItems = favouriteItems(history);
    brief.spentLastSixMonths = spentSince(history, monthsBefore(input.asOf, recentMonths));
    brief.visitsLastSixMonths = history.facts().visits;
    brief.compensatedSoFar = compensated(history);
    brief.dataKnownTo = dataKnownTo(history);
    brief.advice = adviceFor(brief, history, cases);
    brief.whatWouldChange = whatWouldChange(
        {history, cases, input.parameters, priorOf(input.parameters), input.linked});
    return brief;
}

}  // namespace goodfaith::scoring
