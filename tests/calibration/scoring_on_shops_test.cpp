// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any customer while the parameters are fixed, tried on all of a simulated shop
// from facts to verdict.
#include "models/scoring/score_customer.h"
#include "models/understanding/understand.h"
#include "tests/calibration/customer_story.h"
#include "tests/calibration/outcome.h"
#include "tests/calibration/simulated_shop.h"

#include <QTest>

#include <algorithm>

using namespace goodfaith;
using namespace goodfaith::calibration;

namespace {

struct Judged {
    VerdictKind verdict = VerdictKind::GoodFaith;
    double pChronic = 0;
    std::optional<double> value;
    std::vector<Reason> reasons;
};

bool isNoWorse(const Judged& after, const Judged& before) {
    return after.pChronic <= before.pChronic && after.verdict <= before.verdict;
}

bool isSame(const Judged& a, const Judged& b) {
    return a.verdict == b.verdict && a.pChronic == b.pChronic && a.value == b.value &&
           std::equal(a.reasons.begin(), a.reasons.end(), b.reasons.begin(), b.reasons.end(),
                      [](const Reason& x, const Reason& y) {
                          return x.code == y.code && x.weight == y.weight && x.events == y.events;
                      });
}

QByteArray told(const SimulatedCustomer& customer, const Judged& before, const Judged& after) {
    const auto codes = [](const Judged& judged) {
        QString text;
        for (const Reason& reason : judged.reasons)
            text += QStringLiteral(" %1 %2").arg(reason.code).arg(reason.weight);
        return text;
    };
    return QStringLiteral("%1 (%2): %3%4 -> %5%6")
        .arg(customer.facts.id.value())
        .arg(QLatin1String(calibration::nameOf(customer.kind)))
        .arg(before.pChronic)
        .arg(codes(before))
        .arg(after.pChronic)
        .arg(codes(after))
        .toUtf8();
}

template <class List>
auto& anyOf(List& list, Random& random) {
    return list[size_t(random.below(int(list.size())))];
}

}  // namespace

class ScoringOnShopsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        ShopSetting setting = drawnSetting(3001, 600, Records::WithGaps, false);
        setting.chronic = 250;
        setting.opportunists = 150;
        shop_ = simulatedShop(setting);
        std::vector<Understanding> understandings;
        for (const auto& customer : shop_.customers)
            understandings.push_back(understood(shop_, customer));
        parameters_ = fittedParameters(shop_, understandings);
    }

    void everyVerdictOccurs() {
        std::map<VerdictKind, int> verdicts;
        for (const auto& customer : shop_.customers)
            ++verdicts[judge(customer).verdict];
        QCOMPARE(verdicts.size(), size_t(3));
    }

    void aLateDeliveryNeverWorsens() {
        forEach([&](SimulatedCustomer& customer, Random& random) {
            auto& parcel = anyOf(customer.facts.shipments, random);
            if (!parcel.promisedAt)
                parcel.promisedAt = *parcel.shippedAt + std::chrono::days(3);
            if (parcel.deliveredAt)
                parcel.deliveredAt = *parcel.promisedAt + std::chrono::days(random.between(1, 6));
        });
    }

    void anUntroubledOrderNeverWorsens() {
        forEach([&](SimulatedCustomer& customer, Random& random) {
            const int last = shop_.setting.days * minutesOfDay;
            Untroubled order(customer, shop_, random.below(last));
        });
    }

    void timeAloneNeverWorsens() {
        // All deadlines of what happened are over then, and records go on.
        const Instant from = shop_.asOf + std::chrono::days(120);
        const Coverage coverage = coveredTo(from + std::chrono::days(2000));
        for (const auto& customer : shop_.customers) {
            Judged before = judgeAt(customer, from, coverage);
            for (const int later : {1, 30, 200, 400, 700, 1100, 1800}) {
                const Judged after = judgeAt(customer, from + std::chrono::days(later), coverage);
                QVERIFY2(isNoWorse(after, before), told(customer, before, after).constData());
                before = after;
            }
        }
    }

    void theOrderOfInputNeverMatters() {
        Random random(5);
        for (const auto& customer : shop_.customers) {
            SimulatedCustomer shuffled = customer;
            const auto shuffle = [&](auto& list) {
                for (size_t left = list.size(); left > 1; --left)
                    std::swap(list[left - 1], list[size_t(random.below(int(left)))]);
            };
            shuffle(shuffled.facts.orders);
            shuffle(shuffled.facts.payments);
            shuffle(shuffled.facts.refunds);
            shuffle(shuffled.facts.returns);
            shuffle(shuffled.facts.shipments);
            shuffle(shuffled.facts.messages);
            shuffle(shuffled.readings);
            const Judged before = judge(customer);
            const Judged after = judge(shuffled);
            QVERIFY2(isSame(before, after), told(customer, before, after).constData());
        }
    }

    void scalingAllPricesChangesNothing() {
        SimulatedShop dear = shop_;
        std::vector<Understanding> understandings;
        for (auto& customer : dear.customers) {
            for (auto& order : customer.facts.orders)
                order.total->minor *= 9;
            for (auto& refund : customer.facts.refunds)
                refund.amount.minor *= 9;
            for (auto& payment : customer.facts.payments)
                payment.amount.minor *= 9;
            understandings.push_back(understood(dear, customer));
        }
        const ShopParameters parameters = fittedParameters(dear, understandings);
        for (size_t i = 0; i < dear.customers.size(); ++i) {
            const Judged before = judge(shop_.customers[i]);
            const Judged after =
                judged(dear.customers[i], understandings[i], parameters, dear.asOf, dear.coverage);
            QVERIFY2(isSame(before, after), told(dear.customers[i], before, after).constData());
        }
    }

private:
    // Delivered on the promised day, with whatever proof; nothing else happens to it.
    struct Untroubled {
        Untroubled(SimulatedCustomer& customer, const SimulatedShop& shop, int minute) {
            ShopSetting setting = shop.setting;
            setting.seed += 7;
            CustomerStory story(customer, setting, quint64(minute));
            story.startAfter(90000);
            story.buy(minute, 1, Trouble::None, 700);
            story.finish();
        }
    };

    template <class Change>
    void forEach(Change change) {
        Random random(11);
        for (const auto& customer : shop_.customers) {
            SimulatedCustomer changed = customer;
            change(changed, random);
            const Judged before = judge(customer);
            const Judged after = judge(changed);
            QVERIFY2(isNoWorse(after, before), told(customer, before, after).constData());
        }
    }

    Judged judge(const SimulatedCustomer& customer) const {
        return judged(customer, understood(shop_, customer), parameters_, shop_.asOf,
                      shop_.coverage);
    }

    Judged judgeAt(const SimulatedCustomer& customer, Instant asOf,
                   const Coverage& coverage) const {
        const auto understanding =
            understanding::understand(customer.facts, customer.readings, shop_.settings, asOf);
        return judged(customer, understanding, parameters_, asOf, coverage);
    }

    Judged judged(const SimulatedCustomer& customer, const Understanding& understanding,
                  const ShopParameters& parameters, Instant asOf, const Coverage& coverage) const {
        const Score score = scoring::scoreCustomer(
            {customer.facts, understanding, coverage, parameters, shop_.settings, asOf});
        return {score.verdict, score.pChronic, score.purchaseValue.score, score.reasons};
    }

    Coverage coveredTo(Instant to) const {
        auto periods = shop_.coverage.periods();
        for (CoveredPeriod& period : periods) {
            if (period.to >= shop_.asOf)
                period.to = to;
        }
        return Coverage(periods);
    }

    SimulatedShop shop_;
    ShopParameters parameters_;
};

QTEST_APPLESS_MAIN(ScoringOnShopsTest)
#include "scoring_on_shops_test.moc"
