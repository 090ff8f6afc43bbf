// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/issues/simulated_surges.h"

#include "models/issues/common_issues.h"

#include <algorithm>
#include <cmath>

namespace goodfaith::tests {
namespace {

constexpr int years = 2;
constexpr int yearDays = 365;
constexpr int surgeFrom = 500;
constexpr int longestWait = 28;

// P(at least `count`) of Poisson.
double poissonTail(int count, double mean) {
    double below = 0;
    double term = std::exp(-mean);
    for (int i = 0; i < count; ++i) {
        below += term;
        term *= mean / (i + 1);
    }
    return std::max(1 - below, 1e-15);
}

// The finest error that a shop of this size can afford for one look: 5 % a year over as many looks
// as there are complaints, each with six windows.
double errorOfLook(double complaintsPerYear) {
    return 0.05 / (std::max(complaintsPerYear, 300.0) * 6);
}

std::optional<int> visibleDay(const SimulatedShop& shop, const SimulatedSurge& surge) {
    constexpr int leastCustomers = 4;
    constexpr double power = 0.9;
    const double error = errorOfLook(shop.complaintsPerYear);
    for (int days = 1; days <= std::min(surge.days, longestWait); ++days) {
        const double usual = shop.usualPerDay * days;
        int needed = leastCustomers;
        while (poissonTail(needed, usual) > error)
            ++needed;
        if (poissonTail(needed, usual + surge.perDay * days) >= power)
            return shop.firstDay + surge.firstDay + days - 1;
    }
    return std::nullopt;
}

QString worded(const CommonIssue& issue) {
    return QStringLiteral("%1, %2 where %3 are usual")
        .arg(issue.id)
        .arg(issue.complaints)
        .arg(issue.expected, 0, 'f', 1);
}

const QString& valueOf(const IssueSubject& subject, issues::AttributeKind kind) {
    return kind == issues::AttributeKind::Product   ? subject.product
           : kind == issues::AttributeKind::Carrier ? subject.carrier
                                                    : subject.region;
}

bool isNamedRightly(const CommonIssue& issue, const SimulatedShop& shop) {
    const IssueSubject& subject = issue.subject;
    const bool hasTopic = subject.topic == shop.topic;
    if (shop.subject.value.isEmpty())
        return hasTopic;
    return valueOf(subject, shop.subject.kind) == shop.subject.value ||
           (hasTopic && subject.product.isEmpty() && subject.carrier.isEmpty() &&
            subject.region.isEmpty());
}

}  // namespace

CalmShop liveCalmly(quint64 seed) {
    SimulatedShop shop = ShopSimulator(seed).simulate(years * yearDays);
    CalmShop calm;
    calm.complaintsPerYear = shop.complaintsPerYear;
    calm.alarmsOfYear.resize(years);
    const int firstDay = shop.firstDay;
    for (const auto& issue :
         issues::findCommonIssues(std::move(shop.facts), issues::dateOf(shop.lastDay))) {
        const int year = (issues::dayNumber(issue.raisedOn) - firstDay) / yearDays;
        if (!issue.alarm) {
            ++calm.benefits;
            continue;
        }
        ++calm.alarmsOfYear[static_cast<size_t>(year)];
        calm.alarms << worded(issue);
    }
    return calm;
}

const std::vector<SurgePlan>& surgePlans() {
    using Kind = SimulatedSurge::Kind;
    static const std::vector<SurgePlan> plans = {
        {"faulty batch", Kind::FaultyBatch, 2, 0.35, 28},
        {"faulty batch", Kind::FaultyBatch, 4, 0.7, 28},
        {"faulty batch", Kind::FaultyBatch, 10, 1.5, 21},
        {"faulty batch", Kind::FaultyBatch, 30, 5, 10},
        {"carrier strike in a region", Kind::CarrierStrike, 4, 1, 14},
        {"carrier strike in a region", Kind::CarrierStrike, 15, 4, 7},
        {"lost parcels of a carrier", Kind::LostParcels, 4, 1, 21},
        {"lost parcels of a carrier", Kind::LostParcels, 15, 4, 7},
        {"billing error", Kind::BillingError, 3, 2, 10},
        {"billing error", Kind::BillingError, 15, 8, 3},
    };
    return plans;
}

MetSurge meetSurge(quint64 seed, const SurgePlan& plan) {
    SimulatedSurge surge{plan.kind, surgeFrom, plan.days, 0};
    // The same shop without it tells what is usual.
    const SimulatedShop calm = ShopSimulator(seed).simulate(surgeFrom, surge);
    surge.perDay = std::max(plan.least, plan.excess * calm.usualPerDay);
    SimulatedShop shop = ShopSimulator(seed).simulate(surgeFrom + 60, surge);
    MetSurge met;
    met.visibleOn = visibleDay(shop, surge);
    const int begin = shop.firstDay + surge.firstDay;
    for (const auto& issue : issues::findCommonIssues(shop.facts, issues::dateOf(shop.lastDay))) {
        const int found = issues::dayNumber(issue.raisedOn);
        if (!issue.alarm || found < begin || found > begin + plan.days + longestWait)
            continue;
        const bool isRight = isNamedRightly(issue, shop);
        if (!met.foundOn || found < *met.foundOn) {
            met.foundOn = found;
            met.isNamedRightly = isRight;
        } else if (found == *met.foundOn) {
            met.isNamedRightly = met.isNamedRightly || isRight;
        }
    }
    return met;
}

void SurgeTally::add(const MetSurge& surge) {
    if (!surge.visibleOn)
        return;
    ++visible;
    if (!surge.foundOn) {
        ++never;
        return;
    }
    const int late = *surge.foundOn - *surge.visibleOn;
    (late <= 1 ? withinADay : later) += 1;
    daysLate += std::max(late, 0);
    namedRightly += surge.isNamedRightly ? 1 : 0;
}

}  // namespace goodfaith::tests
