// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/whole_path/dealings.h"

namespace goodfaith::whole_path {
namespace {

using sample_shop::afterOfficeMinutes;
using sample_shop::Delivery;
using sample_shop::londonDay;
using sample_shop::Order;
using sample_shop::waking;
using std::chrono::hours;

struct Fault {
    const char* phrases;
    Topic topic;
    const char* reason;     // of the return and the refund
    const char* condition;  // in which it truly comes back
};

constexpr Fault faults[] = {
    {"defective", Topic::Defective, "faulty", "defective"},
    {"defective", Topic::Defective, "not as described", "defective"},
    {"damaged", Topic::Damaged, "arrived damaged", "damaged"},
    {"wrong", Topic::WrongItem, "wrong item", "wrong_item"},
};

const Fault& faultOf(Trouble trouble) {
    return faults[trouble == Trouble::Damaged ? 2 : trouble == Trouble::WrongItem ? 3 : 0];
}

Instant daysAfter(Random& random, Instant from, int least, int most) {
    return waking(random, londonDay(from).addDays(random.between(least, most)));
}

}  // namespace

Dealings::Dealings(Shop& shop, sample_shop::Customer who, Random random, const Books& books,
                   PersonTruth& truth)
    : customer(std::move(who)),
      shop_(shop),
      random_(random),
      ledger_(shop, random_),
      books_(books),
      truth_(truth) {}

QString Dealings::manner() {
    if (random_.chance(politeness))
        return QStringLiteral("polite");
    static const QStringList manners{QStringLiteral("plain"), QStringLiteral("plain"),
                                     QStringLiteral("long"), QStringLiteral("terse")};
    return random_.pick(manners);
}

QString Dealings::proof(int chance) {
    static const QStringList proofs{QStringLiteral("signature"), QStringLiteral("photo")};
    return random_.chance(chance) ? random_.pick(proofs) : QStringLiteral("none");
}

QString Dealings::reason(const char* written) {
    return random_.chance(books_.reasonNoted) ? QString::fromLatin1(written) : QString();
}

Order Dealings::order(Instant at, Delivery delivery, const QString& proof) {
    sample_shop::OrderWish wish;
    wish.at = at;
    wish.delivery = delivery;
    wish.proof = proof;
    wish.lossIsNoted = random_.chance(books_.lossNoted);
    Order order = ledger_.order(customer, wish);
    truth_.orders.append(order.key);
    return order;
}

void Dealings::buy(Instant at) {
    const Order bought = order(at, Delivery::Usual);
    if (!bought.deliveredAt)
        return;
    if (*bought.deliveredAt > bought.promisedAt && random_.chance(500)) {
        const Instant wrote =
            std::min(daysAfter(random_, bought.promisedAt, 1, 2), *bought.deliveredAt + hours(2));
        Matter matter = open(bought, QStringLiteral("late"), Topic::Late, true);
        matter.complain(wrote);
        answered(matter, books_.namedFault, {QStringLiteral("re.look")});
        note(matter, wrote, false);
    } else if (random_.chance(120)) {
        Matter matter(shop_, customer, random_, bought, QStringLiteral("question"), {});
        matter.write(afterOfficeMinutes(at, random_.between(60, 900)),
                     {QStringLiteral("question.any")});
        answered(matter, 0, {QStringLiteral("re.answer")});
    } else if (random_.chance(60)) {
        Matter matter(shop_, customer, random_, bought, QStringLiteral("question"), {});
        matter.write(*bought.deliveredAt + hours(3), {QStringLiteral("arrived.happy")});
    }
}

Matter Dealings::open(const Order& order, const QString& phrases, Topic topic, bool isTrue) {
    Claim claim;
    claim.order = order.key;
    claim.topic = topic;
    claim.isTrue = isTrue;
    truth_.claims.push_back(claim);
    return Matter(shop_, customer, random_, order, phrases, manner());
}

void Dealings::note(const Matter& matter, Instant at, bool isOnRecord) {
    Claim& claim = truth_.claims.back();
    claim.at = at;
    claim.isOnRecord = isOnRecord;
    claim.messages = matter.messages();
}

Instant Dealings::answered(Matter& matter, int fault, const QStringList& sections) {
    QStringList all = sections;
    if (random_.chance(fault))
        all.append(QStringLiteral("re.fault"));
    const Instant at = afterOfficeMinutes(matter.lastAt(), random_.longTailed(240) + 10);
    matter.answer(at, all);
    return at;
}

void Dealings::replace(const Order& bought, Instant at) {
    sample_shop::OrderWish again;
    again.at = at;
    again.product = &bought.product();
    again.delivery = Delivery::OnTime;
    again.proof = proof(600);
    again.replacesOrder = bought.key;
    ledger_.order(customer, again);
}

// Money, mostly; goods now and then.
void Dealings::settle(Matter& matter, const Order& bought, Instant at, const char* written) {
    const int drawn = random_.below(1000);
    if (drawn < books_.replaces) {
        matter.answer(at, {QStringLiteral("re.again")});
        replace(bought, at);
    } else if (drawn < books_.replaces + books_.refuses) {
        matter.answer(at, {QStringLiteral("re.no")});
    } else {
        matter.answer(at, {QStringLiteral("re.paid")});
        ledger_.refund(bought, at, bought.total, QStringLiteral("refund"), reason(written));
    }
}

// Whether the condition is written down.
bool Dealings::receive(const Order& bought, Matter& matter, Instant agreedAt, const char* written,
                       const QString& condition, const QString& fault, Instant receivedAt) {
    const bool isNoted = random_.chance(books_.conditionNoted);
    matter.setReturn(ledger_.returned(
        bought, {agreedAt, receivedAt, reason(written), isNoted ? condition : QString(),
                 isNoted && random_.chance(500) ? fault : QString(), QStringLiteral("refunded")}));
    return isNoted;
}

void Dealings::changeMind(Instant at) {
    const Order bought = order(at, Delivery::OnTime);
    Matter matter(shop_, customer, random_, bought, QStringLiteral("mind"), {});
    matter.write(daysAfter(random_, *bought.deliveredAt, 1, 9), {QStringLiteral("mind.any")});
    const Instant agreed = answered(matter, 0, {QStringLiteral("re.answer")});
    const Instant back = daysAfter(random_, agreed, 4, 10);
    receive(bought, matter, agreed, "changed mind", QStringLiteral("as_new"),
            QStringLiteral("customer"), back);
    ledger_.refund(bought, afterOfficeMinutes(back, 900), bought.product().pricePence,
                   QStringLiteral("refund"), reason("returned"));
}

void Dealings::makeGood(Matter& matter, const Order& bought, Trouble trouble, Instant at) {
    const bool comesBack = trouble == Trouble::Damaged || trouble == Trouble::Defective ||
                           trouble == Trouble::WrongItem;
    if (!comesBack || random_.chance(150)) {
        settle(matter, bought, afterOfficeMinutes(at, random_.longTailed(900)),
               trouble == Trouble::Late ? "late" : "goodwill");
        return;
    }
    const Fault& fault = faultOf(trouble);
    const Instant back = daysAfter(random_, at, 4, 12);
    const bool isTakenForUsed = random_.chance(books_.conditionWrong);
    receive(bought, matter, at, fault.reason,
            isTakenForUsed ? QStringLiteral("used") : QString::fromLatin1(fault.condition),
            isTakenForUsed ? QString() : QStringLiteral("ours"), back);
    settle(matter, bought, afterOfficeMinutes(back, random_.longTailed(700)), fault.reason);
}

void Dealings::buyWithTrouble(Instant at, Trouble trouble) {
    const bool isLost = trouble == Trouble::Lost;
    const bool isMisdelivered = trouble == Trouble::Misdelivered;
    const Order bought = order(at,
                               isLost                     ? Delivery::Lost
                               : trouble == Trouble::Late ? Delivery::Late
                                                          : Delivery::OnTime,
                               isMisdelivered ? proof(700) : QString());
    const Instant due = bought.deliveredAt.value_or(bought.promisedAt);
    const bool isMissing = isLost || isMisdelivered;
    const Fault& fault = faultOf(trouble);
    QString phrases = QString::fromLatin1(fault.phrases);
    Topic topic = fault.topic;
    if (isMissing)
        phrases = QStringLiteral("notreceived"), topic = Topic::NotReceived;
    else if (trouble == Trouble::Late)
        phrases = QStringLiteral("late"), topic = Topic::Late;
    else if (trouble == Trouble::MissingPart)
        phrases = QStringLiteral("missing"), topic = Topic::MissingPart;
    else if (trouble == Trouble::RefundLate)
        phrases = QStringLiteral("refundlate"), topic = Topic::RefundNotPaid;
    Instant wrote = daysAfter(random_, due, 1, trouble == Trouble::Defective ? 30 : 5);
    if (trouble == Trouble::Late)
        wrote = std::min(daysAfter(random_, bought.promisedAt, 1, 2), due + hours(2));
    Matter matter = open(bought, phrases, topic, true);
    if (trouble == Trouble::RefundLate) {
        const Instant back = daysAfter(random_, due, 8, 14);
        receive(bought, matter, back - hours(100), "changed mind", QStringLiteral("as_new"),
                QStringLiteral("customer"), back);
        wrote = daysAfter(random_, back, 17, 25);
    }
    QStringList further;
    if (isAngry)
        further << QStringLiteral("temper");
    if (isAngry && random_.chance(250))
        further << QStringLiteral("review.threat");
    matter.complain(wrote, further);
    const Instant agreed = answered(matter, books_.namedFault, {QStringLiteral("re.look")});
    if (random_.chance(isAngry ? 600 : 250))
        matter.write(daysAfter(random_, agreed, 1, 3), {QStringLiteral("pushes")});
    makeGood(matter, bought, trouble, std::max(agreed, matter.lastAt()));
    note(matter, wrote, false);
}

void Dealings::pretend(Instant at, Pretence pretence) {
    switch (pretence) {
        case Pretence::NotReceived:
            return denyReceipt(at);
        case Pretence::Twice:
            return recoverTwice(at);
        case Pretence::Traceless:
            return claimWithoutTrace(at);
        case Pretence::Worn:
        case Pretence::Kept:
        case Pretence::Empty:
            return claimFault(at, pretence);
    }
}

void Dealings::denyReceipt(Instant at) {
    const QString signedFor = proof(books_.proof);
    const Order bought = order(at, Delivery::OnTime, signedFor);
    const Instant wrote = daysAfter(random_, *bought.deliveredAt, 1, 6);
    Matter matter = open(bought, QStringLiteral("notreceived"), Topic::NotReceived, false);
    matter.complain(wrote);
    Instant agreed =
        answered(matter, books_.namedFaultWrongly,
                 {random_.chance(500) ? QStringLiteral("re.proof") : QStringLiteral("re.look")});
    if (random_.chance(600)) {
        matter.write(daysAfter(random_, agreed, 1, 3), {QStringLiteral("notreceived.more")});
        agreed = matter.lastAt();
    }
    settle(matter, bought, afterOfficeMinutes(agreed, random_.longTailed(500)), "not received");
    note(matter, wrote, signedFor != u"none");
}

void Dealings::claimFault(Instant at, Pretence pretence) {
    const Order bought = order(at, Delivery::OnTime);
    const Fault& fault = faults[random_.below(4)];
    const Instant wrote = daysAfter(random_, *bought.deliveredAt, 2, 14);
    Matter matter = open(bought, QString::fromLatin1(fault.phrases), fault.topic, false);
    matter.complain(wrote);
    const Instant agreed = answered(matter, books_.namedFaultWrongly,
                                    {QStringLiteral("re.look"), QStringLiteral("re.rma")});
    if (random_.chance(500))
        matter.write(afterOfficeMinutes(agreed, 200), {QStringLiteral("agree")});
    bool isOnRecord = random_.chance(books_.returnNoted);
    if (pretence == Pretence::Kept) {
        if (isOnRecord)
            matter.setReturn(ledger_.returned(
                bought,
                {agreed, std::nullopt, reason(fault.reason), {}, {}, QStringLiteral("open")}));
        if (random_.chance(300))
            matter.write(daysAfter(random_, agreed, 2, 5), {QStringLiteral("pushes")});
        matter.answer(afterOfficeMinutes(matter.lastAt(), 500), {QStringLiteral("re.paid")});
        ledger_.refund(bought, matter.lastAt(), bought.total, QStringLiteral("refund"),
                       reason(fault.reason));
    } else {
        const QString condition = pretence == Pretence::Worn ? QStringLiteral("used")
                                  : random_.chance(650)      ? QStringLiteral("empty")
                                                             : QStringLiteral("other_item");
        const Instant back = daysAfter(random_, agreed, 4, 12);
        // Another item says nothing where another item was said to have come.
        isOnRecord = receive(bought, matter, agreed, fault.reason, condition,
                             QStringLiteral("customer"), back) &&
                     !(condition == u"other_item" && fault.topic == Topic::WrongItem);
        if (random_.chance(400))
            matter.answer(afterOfficeMinutes(back, 300), {QStringLiteral("re.checked")});
        settle(matter, bought, afterOfficeMinutes(std::max(back, matter.lastAt()), 900),
               fault.reason);
    }
    note(matter, wrote, isOnRecord);
}

void Dealings::recoverTwice(Instant at) {
    const Order bought = order(at, Delivery::OnTime);
    const bool isMissing = random_.chance(400);
    const Fault& fault = faults[random_.below(4)];
    const Instant wrote = daysAfter(random_, *bought.deliveredAt, 1, 8);
    Matter matter =
        open(bought, isMissing ? QStringLiteral("notreceived") : QString::fromLatin1(fault.phrases),
             isMissing ? Topic::NotReceived : fault.topic, false);
    matter.complain(wrote);
    const Instant agreed = answered(matter, books_.namedFaultWrongly, {QStringLiteral("re.look")});
    const Instant paid = afterOfficeMinutes(agreed, random_.longTailed(700));
    matter.answer(paid, {QStringLiteral("re.paid")});
    ledger_.refund(bought, paid, bought.total, QStringLiteral("refund"),
                   reason(isMissing ? "not received" : fault.reason));
    if (random_.chance(650))
        ledger_.refund(bought, daysAfter(random_, paid, 8, 40), bought.total,
                       QStringLiteral("chargeback"), QStringLiteral("card dispute"));
    else
        replace(bought, afterOfficeMinutes(paid, random_.between(500, 3000)));
    note(matter, wrote, true);
}

void Dealings::claimWithoutTrace(Instant at) {
    const Order bought = order(at, Delivery::OnTime, QStringLiteral("none"));
    const bool isPart = random_.chance(400);
    const bool isMissing = !isPart && random_.chance(400);
    const Instant wrote = daysAfter(random_, *bought.deliveredAt, 1, 6);
    Matter matter = open(bought,
                         isPart      ? QStringLiteral("missing")
                         : isMissing ? QStringLiteral("notreceived")
                                     : QStringLiteral("damaged"),
                         isPart      ? Topic::MissingPart
                         : isMissing ? Topic::NotReceived
                                     : Topic::Damaged,
                         false);
    matter.complain(wrote);
    const Instant agreed = answered(matter, books_.namedFaultWrongly, {QStringLiteral("re.look")});
    settle(matter, bought, afterOfficeMinutes(agreed, random_.longTailed(600)), "goodwill");
    note(matter, wrote, false);
}

}  // namespace goodfaith::whole_path
