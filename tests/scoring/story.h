// SPDX-License-Identifier: GPL-3.0-or-later
// A customer told in days: day 0 is 1 January 2024, midnight UTC. Ids count up from 1 in the order
// of telling, so that a test can name what it told.
#pragma once

#include "models/scoring/brief_customer.h"
#include "models/scoring/score_customer.h"

namespace goodfaith::tests {

Instant day(double number);

struct Told {
    CustomerFacts facts;
    Understanding understanding;
    Coverage coverage{allCovered()};
    ShopParameters parameters;
    ShopSettings settings;
    Instant asOf = day(400);

    Told();
    static std::vector<CoveredPeriod> allCovered(double to = 5000);

    // An order of 100 EUR.
    EventId order(double at, qint64 minor = 10000);
    EventId replacement(double at, EventId original);
    EventId shipment(EventId order, double promised, std::optional<double> delivered,
                     DeliveryProof proof = DeliveryProof::None);
    EventId refund(EventId order, double at, RefundKind kind = RefundKind::Refund,
                   qint64 minor = 10000);
    EventId returned(EventId order, double requested, std::optional<double> received,
                     ReturnCondition condition = ReturnCondition::Unknown,
                     ReturnFault fault = ReturnFault::Unknown);
    EventId payment(EventId order, double at, const QString& status = QStringLiteral("paid"),
                    qint64 minor = 10000);
    EventId message(double at, Direction direction, Reading reading = {});
    EventId call(double at, CallDisposition disposition);
    // A complaint by mail about these orders, as a case of its own.
    Case& complaint(Topic topic, double at, std::vector<EventId> orders,
                    std::vector<Ask> asks = {Ask::Refund});
    Wait& wait(EventId inquiry, double since, std::optional<double> answered);
    // Ours, made in a message of its own; done: when, in time or not.
    Promise& promise(PromiseKind kind, double at, double due, std::optional<double> done = {},
                     std::vector<EventId> orders = {});
    // Signed for in time, then said not to have come.
    void signedForAndDenied(double at);
    void refundedWithoutReturn(double at);

    scoring::ScoringInput input() const;
    Score score() const { return scoring::scoreCustomer(input()); }
    Brief brief() const { return scoring::briefCustomer(input(), {}); }

private:
    EventId next() { return EventId(++lastId_); }
    qint64 lastId_ = 0;
};

// Nothing where there is no such reason.
const Reason* reasonIn(const Score& score, const QString& code);
QStringList codesOf(const Score& score);

}  // namespace goodfaith::tests
