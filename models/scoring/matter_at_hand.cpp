// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/matter_at_hand.h"

#include "models/scoring/evidence.h"
#include "models/scoring/queue.h"
#include "models/scoring/wording.h"

#include <algorithm>

namespace goodfaith::scoring {
namespace {

constexpr int ordersOfLoyal = 5;
constexpr int askedOften = 2;
constexpr qsizetype productsNamed = 2;

class Telling {
public:
    explicit Telling(const ScoringInput& input)
        : history_(input.facts, input.understanding, input.coverage, input.settings, input.asOf,
                   &input.parameters.issues),
          cases_(judgeCases(history_)),
          current_(currentCase(cases_)) {}

    MatterAtHand tell(const QString& firstName) {
        say("first_name", firstName);
        say("name", history_.facts().name);
        say("shop", history_.settings().shopName);
        tellCase();
        tellWaiting();
        hearTheLast();
        tellPromise();
        if (const OrderFact* order = orderAtHand())
            tellOrder(*order);
        const auto orders = static_cast<int>(history_.orders().size());
        if (orders >= ordersOfLoyal) {
            say("orders", counted(orders, u"order"));
            is(QStringLiteral("loyal"));
        }
        return std::move(matter_);
    }

private:
    void say(const char* slot, const QString& value) {
        if (!value.isEmpty())
            matter_.values[QLatin1String(slot)] = value;
    }
    void sayDay(const char* slot, std::optional<Instant> at) {
        if (at)
            say(slot, dayText(*at, history_.asOf(), history_.settings().timeZone));
    }
    void is(const QString& situation) { matter_.situations.insert(situation); }

    void tellCase() {
        if (current_ == nullptr)
            return is(QStringLiteral("no_complaint"));
        const Case& matter = *current_->matter;
        is(nameOf(matter.topic));
        for (const Ask ask : matter.asks)
            is(QStringLiteral("asks_") + nameOf(ask));
        for (const CaseFinding& finding : current_->findings) {
            if (finding.evidence->side == Side::For)
                is(QLatin1String(finding.evidence->code));
        }
        if (current_->standing == Standing::Contradicted)
            is(QStringLiteral("unclear"));
        if (!matter.complaints.empty())
            hear(matter.complaints.back());
    }

    void hear(EventId event) {
        const MessageFact* message = history_.message(event);
        const Reading* reading = history_.reading(event);
        if (message == nullptr || message->direction != Direction::Inbound)
            return;
        matter_.question = message->subject + u'\n' + (reading ? reading->newText : message->text);
    }

    // Where nothing is open, one still replies to what they wrote last.
    void hearTheLast() {
        const auto& messages = history_.facts().messages;
        for (auto message = messages.rbegin(); message != messages.rend(); ++message) {
            const Reading* reading = history_.reading(message->id);
            const bool isHuman = reading == nullptr || reading->nature == MessageNature::Human;
            if (matter_.question.isEmpty() && isHuman)
                hear(message->id);
        }
    }

    void tellWaiting() {
        const Wait* wait = longestWaiting(history_);
        if (wait == nullptr)
            return;
        hear(wait->inquiry);
        if (wait->chasers >= askedOften)
            is(QStringLiteral("often_asked"));
        if (history_.countedElapsed(*wait) <= history_.settings().replyTarget)
            return;
        is(QStringLiteral("waiting"));
        sayDay("waiting_since", wait->since);
        if (!isGivenUp(*wait, history_))
            say("waited", durationText(history_.asOf() - wait->since));
    }

    void tellPromise() {
        const auto& promises = history_.promises();
        const auto broken = std::find_if(
            promises.rbegin(), promises.rend(),
            [](const Promise& promise) { return promise.state == PromiseState::Broken; });
        if (broken != promises.rend())
            sayDay("promise_day", broken->due);
    }

    // A guess may name the wrong one.
    const OrderFact* orderAtHand() const {
        if (current_ == nullptr)
            return history_.orders().empty() ? nullptr : history_.orders().back();
        const Case& matter = *current_->matter;
        return matter.orders.empty() || matter.isGuessed() ? nullptr
                                                           : history_.order(matter.orders.front());
    }

    void tellOrder(const OrderFact& order) {
        say("order", order.key);
        sayDay("order_day", order.orderedAt);
        say("product", productsOf(order));
        if (order.total)
            say("total", moneyText(*order.total));
        for (const ShipmentFact* shipment : history_.shipmentsOf(order.id))
            tellShipment(*shipment);
        tellMoneyBack(order);
        for (const ReturnFact* fact : history_.returnsOf(order.id)) {
            if (!fact->receivedAt)
                continue;
            sayDay("return_day", fact->receivedAt);
            is(QStringLiteral("returned"));
        }
    }

    static QString productsOf(const OrderFact& order) {
        QStringList titles;
        for (const OrderItemFact& item : order.items)
            titles << item.title;
        if (titles.isEmpty() || titles.contains(QString()))
            return {};
        if (titles.size() <= productsNamed)
            return listText(titles);
        return QStringLiteral("%1 and %2")
            .arg(titles.front(), counted(static_cast<int>(titles.size()) - 1, u"other item"));
    }

    void tellShipment(const ShipmentFact& shipment) {
        say("carrier", shipment.carrier);
        say("tracking", shipment.tracking);
        sayDay("delivered_day", shipment.deliveredAt);
        const bool isUnderWay = !shipment.deliveredAt && shipment.promisedAt;
        if (isUnderWay && *shipment.promisedAt > history_.asOf())
            sayDay("expected_day", shipment.promisedAt);
        if (!history_.isLate(shipment))
            return;
        sayDay("promised_day", shipment.promisedAt);
        const QTimeZone& zone = history_.settings().timeZone;
        if (!shipment.deliveredAt)
            return;
        const auto days =
            dayOf(*shipment.promisedAt, zone).daysTo(dayOf(*shipment.deliveredAt, zone));
        if (days > 0)
            say("days_late", counted(static_cast<int>(days), u"day"));
    }

    void tellMoneyBack(const OrderFact& order) {
        MoneyBag sum;
        for (const RefundFact* refund : history_.refundsOf(order.id)) {
            if (refund->kind == RefundKind::Chargeback)
                continue;
            sum += refund->amount;
            sayDay("refund_day", refund->at);
            is(QStringLiteral("refunded"));
        }
        QStringList sums;
        for (const auto& [currency, minor] : sum.sums())
            sums << moneyText({minor, currency});
        say("refund", listText(sums));
    }

    const History history_;
    const std::vector<JudgedCase> cases_;
    const JudgedCase* const current_;
    MatterAtHand matter_;
};

}  // namespace

MatterAtHand matterAtHand(const ScoringInput& input, const QString& firstName) {
    return Telling(input).tell(firstName);
}

}  // namespace goodfaith::scoring
