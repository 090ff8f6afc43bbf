// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/calibration/customer_story.h"

#include <algorithm>
#include <array>

namespace goodfaith::calibration {
namespace {

constexpr int productCount = 40;
constexpr int badCarrier = 3;
constexpr int faultyOfBatch = 350;  // of a thousand
constexpr int lateInBadWeeks = 600;

const Surge* surgeOn(const std::vector<Surge>& surges, int subject, int day) {
    for (const Surge& surge : surges) {
        if (surge.subject == subject && surge.fromDay <= day && day <= surge.toDay)
            return &surge;
    }
    return nullptr;
}

}  // namespace

const char* nameOf(Kind kind) {
    static constexpr std::array<const char*, kindCount> names{
        "quiet",           "ordinary",
        "newcomer",        "heavy buyer",
        "angry",           "demanding",
        "bad carrier",     "costly but honest returner",
        "writes late",     "one-off opportunist",
        "denies receipt",  "wardrober",
        "keeps goods",     "refund and chargeback or replacement",
        "empty parcels",   "polite, of everything",
        "leaves no trace", "several names"};
    return names[size_t(kind)];
}

Instant instantOf(int minute) {
    constexpr qint64 newYear2023 = 1672531200000;
    return instantFromMillis(newYear2023 + qint64(minute) * 60000);
}

Topic topicOf(Trouble trouble) {
    switch (trouble) {
        case Trouble::Late:
            return Topic::Late;
        case Trouble::Lost:
        case Trouble::Misdelivered:
            return Topic::NotReceived;
        case Trouble::Damaged:
            return Topic::Damaged;
        case Trouble::Defective:
            return Topic::Defective;
        case Trouble::WrongItem:
            return Topic::WrongItem;
        case Trouble::MissingPart:
            return Topic::MissingPart;
        case Trouble::ChargedTwice:
            return Topic::Billing;
        case Trouble::None:
            break;
    }
    return Topic::Other;
}

CustomerStory::CustomerStory(SimulatedCustomer& customer, const ShopSetting& shop, quint64 stream)
    : customer_(customer), shop_(shop), random_(shop.seed, stream) {
    badArea_ = random_.chance(shop.badArea);
    carrier_ = random_.below(badCarrier);
}

Money CustomerStory::money(qint64 minor) const {
    static const Currency euro = *Currency::fromCode(u"EUR");
    return {minor, euro};
}

int CustomerStory::product() {
    return random_.below(productCount);
}

Trouble CustomerStory::usualTrouble(int at, int product) {
    const int day = at / minutesOfDay;
    if (surgeOn(shop_.faultyBatches, product, day) != nullptr && random_.chance(faultyOfBatch))
        return Trouble::Defective;
    if (surgeOn(shop_.badWeeks, carrier_, day) != nullptr && random_.chance(lateInBadWeeks))
        return Trouble::Late;
    const int misdelivered = badArea_ ? shop_.misdeliveredInBadArea : shop_.misdelivered;
    const std::pair<Trouble, int> chances[] = {
        {Trouble::Late, shop_.late},
        {Trouble::Lost, shop_.lost},
        {Trouble::Misdelivered, misdelivered},
        {Trouble::Damaged, shop_.damaged},
        {Trouble::Defective, shop_.defective},
        {Trouble::WrongItem, shop_.wrongItem},
        {Trouble::MissingPart, shop_.missingPart},
        {Trouble::ChargedTwice, shop_.chargedTwice},
    };
    int drawn = random_.below(1000);
    for (const auto& [trouble, chance] : chances) {
        if (drawn < chance)
            return trouble;
        drawn -= chance;
    }
    return Trouble::None;
}

Purchase CustomerStory::buy(int at, int product, Trouble trouble, int proof) {
    Purchase purchase;
    purchase.at = at;
    purchase.price = 1500 + random_.longTailed(4000);
    OrderFact order;
    order.id = next();
    order.source = SourceId(1);
    order.key = QString::number(order.id.value());
    order.orderedAt = instantOf(at);
    order.total = money(purchase.price);
    order.country = badArea_ ? QStringLiteral("IE") : QStringLiteral("GB");
    order.items.push_back({next(), QStringLiteral("SKU-%1").arg(product),
                           QStringLiteral("Thing %1").arg(product), 1, money(purchase.price)});
    purchase.order = order.id;
    purchase.key = order.key;
    customer_.facts.orders.push_back(order);
    const int charges = trouble == Trouble::ChargedTwice ? 2 : 1;
    for (int i = 0; i < charges; ++i)
        customer_.facts.payments.push_back(
            {next(), order.id, instantOf(at + i), money(purchase.price), QStringLiteral("paid")});

    ShipmentFact parcel;
    parcel.id = next();
    parcel.order = order.id;
    parcel.carrier = QStringLiteral("Carrier %1").arg(badArea_ ? badCarrier : carrier_);
    const int shipped = at + random_.between(300, 2 * minutesOfDay);
    const int promised = at + random_.between(4, 6) * minutesOfDay;
    const int early = random_.between(0, promised - shipped - minutesOfDay / 2);
    parcel.shippedAt = instantOf(shipped);
    if (random_.chance(shop_.promised))
        parcel.promisedAt = instantOf(promised);
    purchase.due = promised - early;
    if (trouble == Trouble::Late)
        purchase.due = promised + random_.between(1, 9) * minutesOfDay;
    if (trouble == Trouble::Lost) {
        purchase.due = promised;
        parcel.status =
            random_.chance(shop_.lossNoted) ? ShipmentStatus::Lost : ShipmentStatus::InTransit;
    } else {
        parcel.deliveredAt = instantOf(purchase.due);
        parcel.status = ShipmentStatus::Delivered;
        parcel.proof = DeliveryProof::None;
        if (random_.chance(proof))
            parcel.proof = DeliveryProof(random_.between(2, 4));
    }
    purchase.parcel = customer_.facts.shipments.size();
    customer_.facts.shipments.push_back(parcel);
    return purchase;
}

MessageFact& CustomerStory::message(int at, Direction direction, const QString& thread) {
    MessageFact message;
    message.id = next();
    message.at = instantOf(at);
    message.direction = direction;
    message.channel = QStringLiteral("email");
    message.mailbox = QStringLiteral("help@shop.example");
    message.thread = thread;
    customer_.facts.messages.push_back(message);
    return customer_.facts.messages.back();
}

// Of the message written last.
void CustomerStory::read(Reading reading) {
    customer_.readings.push_back({customer_.facts.messages.back().id, std::move(reading)});
}

Reading CustomerStory::complaintRead(Topic topic, const Manner& manner) {
    // As measured on texts: what is not told by its words is mostly said to be of none.
    static constexpr std::array others{Topic::Other,       Topic::Other,   Topic::Other,
                                       Topic::Other,       Topic::Other,   Topic::Other,
                                       Topic::MissingPart, Topic::Service, Topic::Defective,
                                       Topic::NotReceived, Topic::Damaged, Topic::RefundNotPaid};
    Reading reading;
    const int drawn = random_.below(1000);
    if (drawn < 450)
        reading.asks.push_back(Ask::Refund);
    else if (drawn < 650)
        reading.asks.push_back(Ask::Replacement);
    else if (drawn < 720)
        reading.asks.push_back(Ask::Compensation);
    else if (drawn < 850)
        reading.asks.push_back(Ask::Information);
    reading.threat = random_.chance(manner.threat);
    reading.topic = random_.chance(shop_.topicWrong) ? random_.pick(others) : topic;
    reading.complaint = random_.chance(manner.recall);
    reading.complaintProbability = reading.complaint ? 0.8 : drawnBelowHalf();
    return reading;
}

// As measured on texts (tests/whole_path): some sound like nothing at all.
double CustomerStory::drawnBelowHalf() {
    const int drawn = random_.below(1000);
    if (drawn < 150)
        return 0.01;
    return drawn < 500 ? 0.06 : 0.25;
}

int CustomerStory::answer(int at, const QString& thread, const QString& key, int admits) {
    int delay = random_.between(30, 20 * 60);
    if (random_.chance(shop_.slow))
        delay = random_.between(25 * 60, 96 * 60);
    MessageFact& written = message(at + delay, Direction::Outbound, thread);
    if (random_.chance(shop_.answersName))
        written.orderKey = key;
    Reading reading;
    reading.admits = random_.chance(admits);
    read(reading);
    return at + delay;
}

int CustomerStory::complain(const Purchase& purchase, Topic topic, int at, const Manner& manner,
                            int admits) {
    const QString thread = QStringLiteral("t%1").arg(next().value());
    bool isNamed = random_.chance(manner.named);
    const int more = random_.below(manner.chasers + 1);
    int writesAt = at;
    int firstAnswer = 0;
    for (int i = 0; i <= more; ++i) {
        MessageFact& written = message(writesAt, Direction::Inbound, thread);
        // We ask, they answer, mostly.
        if (i == 0 ? isNamed : !isNamed && random_.chance(manner.named / 2)) {
            written.orderKey = purchase.key;
            isNamed = true;
        }
        customer_.meant.emplace_back(written.id, topic);
        read(complaintRead(topic, manner));
        const int answered = answer(writesAt, thread, purchase.key, admits);
        firstAnswer = i == 0 ? answered : firstAnswer;
        // Some write again before we have answered.
        const int step = random_.between(300, 3 * minutesOfDay);
        writesAt = random_.chance(300) ? writesAt + step : answered + step;
    }
    if (random_.chance(250)) {
        message(writesAt, Direction::Inbound, thread);
        Reading thanks;
        thanks.thanks = true;
        read(thanks);
    }
    return firstAnswer;
}

void CustomerStory::ask(const Purchase& purchase, int at) {
    const QString thread = QStringLiteral("t%1").arg(next().value());
    MessageFact& written = message(at, Direction::Inbound, thread);
    if (random_.chance(shop_.named))
        written.orderKey = purchase.key;
    Reading reading;
    reading.complaintProbability = random_.chance(700) ? 0.02 : 0.15;
    reading.topic = Topic::Other;
    if (random_.chance(shop_.falseAlarm)) {
        // The classifier takes mostly questions about delivery and returns for complaints.
        static constexpr std::array topics{Topic::NotReceived, Topic::Late,   Topic::Late,
                                           Topic::Defective,   Topic::Other,  Topic::Other,
                                           Topic::WrongItem,   Topic::Service};
        reading.complaint = true;
        reading.topic = random_.pick(topics);
        if (random_.chance(300))
            reading.asks.push_back(Ask::Refund);
    }
    customer_.meant.emplace_back(written.id, Topic::None);
    reading.saysReceived = random_.chance(60);
    reading.saysWorks = random_.chance(30);
    read(reading);
    answer(at, thread, purchase.key, 20);
}

void CustomerStory::sayItCame(const Purchase& purchase, int at) {
    message(at, Direction::Inbound, QStringLiteral("t%1").arg(next().value())).orderKey =
        purchase.key;
    Reading reading;
    reading.saysReceived = true;
    reading.thanks = random_.chance(500);
    read(reading);
}

QString CustomerStory::reasonFor(Topic claimed) {
    if (!random_.chance(shop_.reasonNoted))
        return {};
    switch (claimed) {
        case Topic::NotReceived:
            return QStringLiteral("not received");
        case Topic::Late:
            return QStringLiteral("delivered late");
        case Topic::Damaged:
            return QStringLiteral("damaged");
        case Topic::Defective:
            return QStringLiteral("faulty");
        case Topic::WrongItem:
            return QStringLiteral("wrong item");
        case Topic::MissingPart:
            return QStringLiteral("missing part");
        case Topic::None:
            return QStringLiteral("changed my mind");
        default:
            return QStringLiteral("goodwill");
    }
}

void CustomerStory::refund(const Purchase& purchase, int at, Topic claimed, RefundKind kind,
                           int share) {
    if (isOver(at))
        return;
    // What banks write down says little.
    const QString reason =
        kind == RefundKind::Chargeback ? QStringLiteral("dispute") : reasonFor(claimed);
    customer_.facts.refunds.push_back({next(), purchase.order, instantOf(at),
                                       money(purchase.price * share / 1000), kind, reason});
}

void CustomerStory::replace(const Purchase& purchase, int at) {
    if (isOver(at))
        return;
    const Purchase sent = buy(at, product(), Trouble::None, shop_.proof);
    for (OrderFact& order : customer_.facts.orders) {
        if (order.id == sent.order) {
            order.replacesOrderKey = purchase.key;
            order.total = money(0);
        }
    }
    customer_.facts.payments.pop_back();
}

void CustomerStory::agreeReturn(const Purchase& purchase, int at, Topic claimed) {
    if (isOver(at) || random_.chance(shop_.returnUnrecorded))
        return;
    ReturnFact fact;
    fact.id = next();
    fact.order = purchase.order;
    fact.requestedAt = instantOf(at);
    fact.reason = reasonFor(claimed);
    customer_.facts.returns.push_back(fact);
}

void CustomerStory::receiveReturn(const Purchase& purchase, int at, ReturnCondition condition,
                                  ReturnFault fault) {
    if (isOver(at) || random_.chance(shop_.scanMissing))
        return;
    const int day = at / minutesOfDay;
    if (day >= shop_.returnGapFrom && day < shop_.returnGapTo)
        return;  // known to nobody: see coverage
    auto& returns = customer_.facts.returns;
    auto found = std::find_if(returns.begin(), returns.end(),
                              [&](const ReturnFact& fact) { return fact.order == purchase.order; });
    if (found == returns.end()) {
        ReturnFact fact;
        fact.id = next();
        fact.order = purchase.order;
        fact.requestedAt = instantOf(at);
        found = returns.insert(returns.end(), fact);
    }
    found->receivedAt = instantOf(at);
    found->condition =
        random_.chance(shop_.conditionUnknown) ? ReturnCondition::Unknown : condition;
    found->fault = random_.chance(500) ? fault : ReturnFault::Unknown;
}

void CustomerStory::noteAbuse(const Purchase& purchase, bool isDenied) {
    customer_.abused.push_back(purchase.order);
    customer_.onRecord += speaksAgainst(purchase, isDenied);
}

// Whether the books hold what would contradict the claim, were it understood.
bool CustomerStory::speaksAgainst(const Purchase& purchase, bool isDenied) const {
    const CustomerFacts& facts = customer_.facts;
    const auto count = [&](const auto& list, auto is) {
        return std::count_if(list.begin(), list.end(), [&](const auto& fact) { return is(fact); });
    };
    const auto refunds = count(facts.refunds, [&](const RefundFact& fact) {
        return fact.order == purchase.order && fact.kind == RefundKind::Refund;
    });
    const auto recoveries =
        refunds +
        count(facts.refunds,
              [&](const RefundFact& fact) {
                  return fact.order == purchase.order && fact.kind == RefundKind::Chargeback;
              }) +
        count(facts.orders,
              [&](const OrderFact& fact) { return fact.replacesOrderKey == purchase.key; });
    const bool isReturnTelling =
        count(facts.returns, [&](const ReturnFact& fact) {
            const bool isOther = fact.condition == ReturnCondition::Used ||
                                 fact.condition == ReturnCondition::Empty ||
                                 fact.condition == ReturnCondition::OtherItem;
            return fact.order == purchase.order && (fact.receivedAt ? isOther : refunds > 0);
        }) > 0;
    const DeliveryProof proof = facts.shipments[purchase.parcel].proof;
    const bool isProven = proof != DeliveryProof::Unknown && proof != DeliveryProof::None;
    return isReturnTelling || (refunds > 0 && recoveries > 1) || (isDenied && isProven);
}

void CustomerStory::carrierOwnsUp(const Purchase& purchase) {
    if (random_.chance(shop_.lieFound))
        customer_.facts.shipments[purchase.parcel].status = ShipmentStatus::Lost;
}

void CustomerStory::finish() {
    const auto byId = [](const auto& a, const auto& b) { return a.event < b.event; };
    std::sort(customer_.readings.begin(), customer_.readings.end(), byId);
    std::sort(customer_.meant.begin(), customer_.meant.end());
    const auto sortBy = [](auto& list, auto when) {
        std::stable_sort(list.begin(), list.end(),
                         [&](const auto& a, const auto& b) { return when(a) < when(b); });
    };
    sortBy(customer_.facts.orders, [](const OrderFact& fact) { return fact.orderedAt; });
    const auto at = [](const auto& fact) { return fact.at; };
    sortBy(customer_.facts.payments, at);
    sortBy(customer_.facts.refunds, at);
    sortBy(customer_.facts.messages, at);
    sortBy(customer_.facts.returns, [](const ReturnFact& fact) { return fact.requestedAt; });
    sortBy(customer_.facts.shipments, [](const ShipmentFact& fact) { return fact.shippedAt; });
}

}  // namespace goodfaith::calibration
