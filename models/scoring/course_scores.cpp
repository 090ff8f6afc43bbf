// SPDX-License-Identifier: GPL-3.0-or-later
// What moved the three scores where no complaint did.
#include "models/scoring/course_causes.h"
#include "models/scoring/wording.h"

#include <algorithm>

namespace goodfaith::scoring {
namespace {

using Events = std::vector<EventId>;

// What the later of two maps has and the earlier has not.
template <class Value>
std::map<EventId, Value> newOnes(const std::map<EventId, Value>& before,
                                 const std::map<EventId, Value>& after) {
    std::map<EventId, Value> found;
    for (const auto& [event, value] : after) {
        if (before.count(event) == 0)
            found.emplace(event, value);
    }
    return found;
}

template <class Value>
Events keysOf(const std::map<EventId, Value>& values) {
    Events events;
    for (const auto& [event, value] : values)
        events.push_back(event);
    return events;
}

QString sumText(const MoneyBag& bag) {
    QStringList sums;
    for (const auto& [currency, minor] : bag.sums())
        sums << moneyText({minor, currency});
    return listText(sums);
}

// "3 answers came later than our target"
void addAnswersOf(Answering kind, const char* one, const char* many, Between& between) {
    Events events;
    for (const auto& [inquiry, answering] : between.after.answers) {
        const auto was = between.before.answers.find(inquiry);
        if (answering == kind && (was == between.before.answers.end() || was->second != answering))
            events.push_back(inquiry);
    }
    if (events.empty())
        return;
    const auto count = static_cast<int>(events.size());
    between.add(0, count == 1 ? QString::fromLatin1(one) : QString::fromLatin1(many).arg(count),
                events);
}

}  // namespace

void addPurchases(Between& between) {
    const auto orders = newOnes(between.before.orders, between.after.orders);
    const auto refunds = newOnes(between.before.refunds, between.after.refunds);
    MoneyBag spent, given;
    for (const auto& [event, total] : orders) {
        if (total)
            spent += *total;
    }
    for (const auto& [event, amount] : refunds)
        given += amount;
    if (!orders.empty()) {
        const QString count = orders.size() == 1
                                  ? QStringLiteral("an order")
                                  : counted(static_cast<int>(orders.size()), u"order");
        between.add(
            0, spent.isEmpty() ? count : QStringLiteral("%1 worth %2").arg(count, sumText(spent)),
            keysOf(orders));
    }
    if (!refunds.empty())
        between.add(0, sumText(given) + QStringLiteral(" paid back"), keysOf(refunds));
    if (orders.empty() && refunds.empty() &&
        !newOnes(between.after.orders, between.before.orders).empty())
        between.add(0,
                    QStringLiteral("orders of more than %1 ago count no longer")
                        .arg(counted(between.input.settings.windowMonths, u"month")),
                    {});
}

void addUntroubledOrders(Between& between) {
    const auto& before = between.before.score.complaints;
    const auto& after = between.after.score.complaints;
    const int more = after.matureOrders - before.matureOrders;
    if (after.cases < before.cases)
        between.add(0,
                    QStringLiteral("complaints of more than %1 ago count no longer")
                        .arg(counted(between.input.settings.windowMonths, u"month")),
                    {});
    else if (after.score && !before.score)
        between.add(0,
                    QStringLiteral("%1 now, enough to compare complaints with")
                        .arg(counted(after.matureOrders, u"order")),
                    keysOf(between.after.orders));
    else if (more > 0 && after.cases == before.cases)
        between.add(0, QStringLiteral("%1 more without a complaint").arg(counted(more, u"order")),
                    keysOf(newOnes(between.before.orders, between.after.orders)));
}

void addAnswers(Between& between) {
    addAnswersOf(Answering::Overdue, "a message has waited longer than our target",
                 "%1 messages have waited longer than our target", between);
    addAnswersOf(Answering::Late, "an answer came later than our target",
                 "%1 answers came later than our target", between);
    addAnswersOf(Answering::InTime, "an answer came in time", "%1 answers came in time", between);
}

}  // namespace goodfaith::scoring
