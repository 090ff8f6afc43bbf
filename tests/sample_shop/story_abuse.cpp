// SPDX-License-Identifier: GPL-3.0-or-later
// Claims that the records speak against, over orders that went well.
#include "tests/sample_shop/story.h"

namespace goodfaith::sample_shop {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

// What the return department finds; nothing where the return never comes.
ReturnedItem returnFor(Abuse abuse, const QString& reason, Instant agreedAt, Instant receivedAt) {
    ReturnedItem item{agreedAt, std::nullopt, reason, QString(), QString(), QStringLiteral("open")};
    if (abuse == Abuse::ReturnedUsed)
        item.condition = QStringLiteral("used");
    else if (abuse == Abuse::ReturnedEmpty)
        item.condition = QStringLiteral("empty");
    else if (abuse == Abuse::ReturnedOther)
        item.condition = QStringLiteral("other_item");
    else
        return item;
    item.receivedAt = receivedAt;
    item.fault = QStringLiteral("customer");
    item.outcome = QStringLiteral("refunded");
    return item;
}

QString checkedSection(Abuse abuse) {
    if (abuse == Abuse::ReturnedUsed)
        return QStringLiteral("reply.checkedused");
    return abuse == Abuse::ReturnedEmpty ? QStringLiteral("reply.checkedempty")
                                         : QStringLiteral("reply.checkedother");
}

}  // namespace

Conversation Story::claimThread(const Order& order, const QString& topic) {
    return thread(Mailbox::Support, topic + QStringLiteral(".subject"), factsOf(order));
}

void Story::abusiveOrder(Instant at, Abuse abuse) {
    static const QStringList proofs{QStringLiteral("signature"), QStringLiteral("photo"),
                                    QStringLiteral("signature")};
    OrderWish wish;
    wish.at = at;
    wish.delivery = Delivery::OnTime;
    wish.bigSpender = true;
    wish.proof = random_.pick(proofs);
    const Order order = ledger_.order(customer, wish);
    if (abuse == Abuse::NeverArrived)
        claimNeverArrived(order);
    else
        claimWithReturn(order, abuse);
}

void Story::refundAfter(const Order& order, Instant at, const QString& reason) {
    ledger_.refund(order, at, order.product().pricePence, QStringLiteral("refund"), reason);
}

void Story::claimNeverArrived(const Order& order) {
    Conversation mails = claimThread(order, QStringLiteral("lost"));
    const Instant opened =
        waking(random_, londonDay(*order.deliveredAt).addDays(random_.between(2, 5)));
    mails.customerWrites(
        opened, {random_.chance(500) ? QStringLiteral("lost.fact") : QStringLiteral("never.again"),
                 QStringLiteral("ask.money.now")});
    const Instant answer = afterOfficeMinutes(opened, random_.longTailed(200));
    mails.agentWrites(answer, {QStringLiteral("reply.proof")});
    const Instant again = laterAwake(answer, random_.longTailed(180));
    mails.customerWrites(again, {QStringLiteral("never.more"), QStringLiteral("ask.money.now"),
                                 QStringLiteral("threat")});
    if (customer.phone.isKnown() && random_.chance(300))
        call(afterOfficeMinutes(again, 30), QStringLiteral("call.never"), factsOf(order));
    const Instant settled = afterOfficeMinutes(again, random_.longTailed(300));
    mails.agentWrites(settled, {QStringLiteral("reply.goodwill")});
    ledger_.refund(order, settled, order.total, QStringLiteral("refund"),
                   QStringLiteral("not received"));
}

void Story::claimWithReturn(const Order& order, Abuse abuse) {
    const bool broken =
        !order.product().electric || (order.product().fragile && random_.chance(500));
    const QString reason = broken ? QStringLiteral("damaged") : QStringLiteral("defective");
    if (random_.chance(250)) {
        Conversation earlier =
            thread(Mailbox::Support, QStringLiteral("thanks.subject"), factsOf(order));
        earlier.customerWrites(*order.deliveredAt + hours(3), {QStringLiteral("praise.then")});
    }
    Conversation mails =
        claimThread(order, broken ? QStringLiteral("damaged") : QStringLiteral("useless"));
    const Instant opened =
        waking(random_, londonDay(*order.deliveredAt).addDays(random_.between(3, 16)));
    mails.customerWrites(opened, {QString(reason + u".fact"), QStringLiteral("ask.money.now")});
    const Instant answer = afterOfficeMinutes(opened, random_.longTailed(220));
    const QDate back = addWorkingDays(londonDay(answer), random_.between(4, 9));
    const Instant received = londonTime(back, random_.between(34000, 58000));
    const ReturnedItem item = returnFor(abuse, reason, answer, received);
    const bool comesBack = item.receivedAt.has_value();
    mails.facts.insert(QStringLiteral("rma"), ledger_.returned(order, item));
    mails.agentWrites(answer, {QStringLiteral("reply.sendback")});
    const Instant again = laterAwake(answer, random_.longTailed(120));
    mails.customerWrites(again,
                         {comesBack ? QStringLiteral("agree.return") : QStringLiteral("insist")});
    const Instant settled = afterOfficeMinutes(again, random_.longTailed(250));
    mails.agentWrites(settled, {QStringLiteral("reply.goodwill")});
    refundAfter(order, settled, reason);
    followUp(order, abuse, mails, comesBack ? received : settled);
}

// What comes to light, or is asked for, after the money was paid.
void Story::followUp(const Order& order, Abuse abuse, Conversation& mails, Instant at) {
    if (abuse == Abuse::ReturnedUsed || abuse == Abuse::ReturnedEmpty ||
        abuse == Abuse::ReturnedOther) {
        mails.agentWrites(afterOfficeMinutes(at, random_.between(60, 400)),
                          {checkedSection(abuse)});
    } else if (abuse == Abuse::RefundNoReturn) {
        mails.agentWrites(afterOfficeMinutes(at, 8000), {QStringLiteral("reply.notback")});
    } else if (abuse == Abuse::RefundAndChargeback) {
        const Instant later = at + hours(24 * random_.between(6, 20));
        mails.customerWrites(later - hours(20), {QStringLiteral("double.more")});
        ledger_.refund(order, later, order.total, QStringLiteral("chargeback"),
                       QStringLiteral("card dispute"));
    } else {
        OrderWish second;
        second.at = afterOfficeMinutes(at, 600);
        second.product = &order.product();
        second.delivery = Delivery::OnTime;
        second.proof = QStringLiteral("signature");
        second.replacesOrder = order.key;
        ledger_.order(customer, second);
    }
}

}  // namespace goodfaith::sample_shop
