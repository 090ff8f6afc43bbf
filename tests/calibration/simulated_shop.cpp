// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/calibration/simulated_shop.h"

#include "models/issues/common_issues.h"
#include "models/issues/gather.h"
#include "models/scoring/shop_fit.h"
#include "models/understanding/understand.h"
#include "tests/calibration/stories.h"

#include <algorithm>
#include <array>

namespace goodfaith::calibration {
namespace {

// Of a thousand persons of several names; and of habitual claimants, who live with somebody honest.
constexpr int sharesSomething = 700;
constexpr int livesWithAnother = 80;
constexpr int leavesNoTrace = 60;

// Of a thousand honest customers; the rest is ordinary.
constexpr std::pair<Kind, int> honestShares[] = {
    {Kind::Quiet, 280},    {Kind::Newcomer, 140},  {Kind::HeavyBuyer, 40},     {Kind::Angry, 60},
    {Kind::Demanding, 30}, {Kind::BadCarrier, 20}, {Kind::CostlyReturner, 50},
};

Kind honestKind(Random& random, const ShopSetting& setting) {
    if (random.chance(setting.lateWriters))
        return Kind::LateWriter;
    int drawn = random.below(1000);
    for (const auto& [kind, share] : honestShares) {
        if (drawn < share)
            return kind;
        drawn -= share;
    }
    return Kind::Ordinary;
}

Kind habitualKind(Random& random) {
    constexpr std::array kinds{Kind::DeniesReceipt,    Kind::Wardrober,   Kind::KeepsGoods,
                               Kind::ChargesBack,      Kind::PoliteMixer, Kind::IdentityHopper,
                               Kind::SendsEmptyParcels};
    return random.chance(leavesNoTrace) ? Kind::LeavesNoTrace : random.pick(kinds);
}

// Four to twelve; a fifth has only begun.
int claimsOf(Random& random) {
    return random.chance(200) ? random.between(2, 3)
                              : 4 + std::min(random.below(9), random.below(9));
}

class Population {
public:
    explicit Population(SimulatedShop& shop) : shop_(shop), random_(shop.setting.seed, 1) {}

    void settle() {
        const ShopSetting& setting = shop_.setting;
        while (int(shop_.customers.size()) < setting.customers) {
            ++person_;
            const int drawn = random_.below(1000);
            if (drawn < setting.chronic)
                addHabitual(habitualKind(random_));
            else if (drawn < setting.chronic + setting.opportunists)
                addOpportunist();
            else
                addHonest(honestKind(random_, setting));
        }
    }

private:
    template <class Live>
    void add(Kind kind, Live live) {
        SimulatedCustomer& customer = shop_.customers.emplace_back();
        const auto number = qint64(shop_.customers.size());
        customer.kind = kind;
        customer.person = person_;
        customer.facts.id = CustomerId(number);
        CustomerStory story(customer, shop_.setting, quint64(number) + 1000);
        live(story);
        story.finish();
    }

    void addHonest(Kind kind) {
        add(kind, [&](CustomerStory& story) { liveHonestly(story, kind); });
    }

    void addOpportunist() { add(Kind::Opportunist, claimOnceOrTwice); }

    void addHabitual(Kind kind) {
        int claims = claimsOf(random_);
        int names = 1;
        if (kind == Kind::IdentityHopper) {
            names = random_.between(2, 3);
            claims = std::max(claims * 3 / 2, 2 * names);
        }
        const int household = names > 1 && random_.chance(sharesSomething) ? person_ : 0;
        for (int i = 0; i < names; ++i) {
            add(kind,
                [&](CustomerStory& story) { claimAgainAndAgain(story, kind, claims / names); });
            shop_.customers.back().household = household;
        }
        if (random_.chance(livesWithAnother)) {
            addHonest(Kind::Ordinary);
            shop_.customers.back().person = ++person_;
            shop_.customers[shop_.customers.size() - 2].household = person_;
            shop_.customers.back().household = person_;
        }
    }

    SimulatedShop& shop_;
    Random random_;
    int person_ = 0;
};

Coverage coverageOf(const ShopSetting& setting) {
    std::vector<CoveredPeriod> periods;
    const SourceId source(1);
    const Instant from = instantOf(-30 * minutesOfDay);
    const Instant to = instantOf(setting.days * minutesOfDay);
    for (const auto kind : {RecordKind::Order, RecordKind::Payment, RecordKind::Shipment,
                            RecordKind::Refund, RecordKind::Message})
        periods.push_back({source, kind, from, to});
    if (setting.returnGapTo > setting.returnGapFrom) {
        periods.push_back(
            {source, RecordKind::Return, from, instantOf(setting.returnGapFrom * minutesOfDay)});
        periods.push_back(
            {source, RecordKind::Return, instantOf(setting.returnGapTo * minutesOfDay), to});
    } else {
        periods.push_back({source, RecordKind::Return, from, to});
    }
    return Coverage(periods);
}

}  // namespace

SimulatedShop simulatedShop(const ShopSetting& setting) {
    SimulatedShop shop;
    shop.setting = setting;
    shop.coverage = coverageOf(setting);
    shop.asOf = instantOf(setting.days * minutesOfDay - 1);
    shop.customers.reserve(size_t(setting.customers) + 3);
    Population(shop).settle();
    return shop;
}

Understanding understood(const SimulatedShop& shop, const SimulatedCustomer& customer) {
    return understanding::understand(customer.facts, customer.readings, shop.settings, shop.asOf);
}

ShopParameters fittedParameters(const SimulatedShop& shop,
                                const std::vector<Understanding>& understandings) {
    scoring::ShopFit fit(shop.settings, shop.asOf);
    issues::IssueFacts issueFacts;
    for (size_t i = 0; i < shop.customers.size(); ++i) {
        const CustomerFacts& facts = shop.customers[i].facts;
        fit.add(facts, understandings[i], shop.coverage);
        issues::gather(factsAsOf(facts, shop.asOf), understandings[i], shop.settings.timeZone,
                       issueFacts);
    }
    ShopParameters parameters = fit.fit();
    parameters.issues = CommonIssues(
        issues::findCommonIssues(std::move(issueFacts), dayOf(shop.asOf, shop.settings.timeZone)));
    return parameters;
}

}  // namespace goodfaith::calibration
