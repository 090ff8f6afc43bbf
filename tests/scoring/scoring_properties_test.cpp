// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any customer while the parameters are fixed, tried on generated ones.
#include "models/scoring/history.h"
#include "models/scoring/shop_fit.h"
#include "models/scoring/verdict.h"
#include "tests/scoring/story.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace goodfaith;
using namespace goodfaith::tests;

namespace {

constexpr int generatedCustomers = 400;

class Generator {
public:
    explicit Generator(unsigned seed) : random_(seed) {}

    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    bool oneIn(int count) { return upTo(count - 1) == 0; }

    // Anything from a quiet buyer to one whose every claim is contradicted.
    Told customer() {
        Told told;
        told.parameters.complaintsPerOrder = oneIn(2) ? 0.06 : 0.01;
        for (int i = 0; i < 20; ++i)
            told.parameters.refundRatios.push_back(0.05 * i);
        told.parameters.spenders = 120;
        const int orders = 1 + upTo(12);
        const int trouble = 1 + upTo(5);
        for (int i = 0; i < orders; ++i) {
            const double at = upTo(380);
            const EventId order = told.order(at, 1000 + 100 * upTo(300));
            if (oneIn(2))
                told.shipment(order, at + 5, at + upTo(7), DeliveryProof(upTo(4)));
            if (oneIn(trouble))
                addCase(told, order, at + 1 + upTo(15));
        }
        std::sort(told.understanding.cases.begin(), told.understanding.cases.end(),
                  [](const Case& a, const Case& b) { return a.openedAt < b.openedAt; });
        return told;
    }

private:
    void addCase(Told& told, EventId order, double at) {
        const auto topic = allTopics()[static_cast<size_t>(upTo(11))];
        Case& matter = told.complaint(topic, at, {order});
        matter.threat = oneIn(6);
        if (oneIn(2))
            told.refund(order, at + 2, RefundKind(upTo(3)), told.facts.order(order)->total->minor);
        if (oneIn(3))
            told.refund(order, at + 20, RefundKind::Chargeback);
        if (oneIn(2))
            told.returned(order, at + 1, oneIn(2) ? std::optional<double>(at + 6) : std::nullopt,
                          ReturnCondition(upTo(7)), ReturnFault(upTo(3)));
        if (oneIn(4))
            told.wait(matter.id, at, at + upTo(4));
        if (oneIn(5)) {
            const EventId other = told.replacement(at + 3, order);
            told.shipment(other, at + 8, at + 7);
        }
    }

    std::mt19937 random_;
};

bool isNoWorse(const Score& after, const Score& before) {
    return after.pChronic <= before.pChronic && after.verdict <= before.verdict;
}

QByteArray describe(const Score& before, const Score& after) {
    return QStringLiteral("%1 %2 [%3] -> %4 %5 [%6]")
        .arg(nameOf(before.verdict))
        .arg(before.pChronic)
        .arg(codesOf(before).join(u' '), nameOf(after.verdict))
        .arg(after.pChronic)
        .arg(codesOf(after).join(u' '))
        .toUtf8();
}

bool isSame(const Score& a, const Score& b) {
    const auto sameReasons = std::equal(a.reasons.begin(), a.reasons.end(), b.reasons.begin(),
                                        b.reasons.end(), [](const Reason& x, const Reason& y) {
                                            return x.code == y.code && x.weight == y.weight &&
                                                   x.text == y.text && x.events == y.events;
                                        });
    return sameReasons && a.pChronic == b.pChronic && a.verdict == b.verdict &&
           a.complaints.perOrderLow == b.complaints.perOrderLow &&
           a.purchaseValue.score == b.purchaseValue.score &&
           a.purchaseValue.net == b.purchaseValue.net && a.response.score == b.response.score;
}

template <class Values>
void scale(Values& facts, qint64 factor) {
    for (auto& fact : facts)
        fact.amount.minor *= factor;
}

}  // namespace

class ScoringPropertiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLateDeliveryNeverWorsens();
    void anUntroubledOrderNeverWorsens();
    void timeAloneNeverWorsens();
    void theOrderOfInputNeverMatters();
    void scalingAllPricesChangesNothing();
    void leavingSentencesOutChangesNothingElse();
    void whoMayNotBeDoubtedIsNot();
    void theGeneratorReachesEveryVerdict();
};

void ScoringPropertiesTest::aLateDeliveryNeverWorsens() {
    Generator generator(1);
    for (int i = 0; i < generatedCustomers; ++i) {
        Told told = generator.customer();
        const Score before = told.score();
        const auto orders = told.facts.orders;
        const auto& order = orders[static_cast<size_t>(generator.upTo(int(orders.size()) - 1))];
        const double at = double(toMillis(order.orderedAt) - toMillis(day(0))) / 86400000;
        // Half of them: what was delivered becomes late; else a parcel more comes late.
        const auto its = std::find_if(told.facts.shipments.begin(), told.facts.shipments.end(),
                                      [&](const auto& s) { return s.order == order.id; });
        if (its != told.facts.shipments.end() && generator.oneIn(2))
            its->deliveredAt = *its->promisedAt + std::chrono::days(4);
        else
            told.shipment(order.id, at + 3, at + 12, DeliveryProof(generator.upTo(4)));
        const Score after = told.score();
        QVERIFY2(isNoWorse(after, before), describe(before, after).constData());
    }
}

void ScoringPropertiesTest::anUntroubledOrderNeverWorsens() {
    Generator generator(2);
    for (int i = 0; i < generatedCustomers; ++i) {
        Told told = generator.customer();
        const Score before = told.score();
        const double at = generator.upTo(395);
        const EventId order = told.order(at);
        told.shipment(order, at + 4, at + 3, DeliveryProof(generator.upTo(4)));
        const Score after = told.score();
        QVERIFY2(isNoWorse(after, before), describe(before, after).constData());
    }
}

void ScoringPropertiesTest::timeAloneNeverWorsens() {
    Generator generator(3);
    for (int i = 0; i < generatedCustomers; ++i) {
        Told told = generator.customer();
        told.asOf = day(450);  // all deadlines of what was told are past
        Score before = told.score();
        for (const double later : {451., 480., 600., 800., 1050., 1200., 1500.}) {
            told.asOf = day(later);
            const Score after = told.score();
            QVERIFY2(isNoWorse(after, before), describe(before, after).constData());
            before = after;
        }
    }
}

void ScoringPropertiesTest::theOrderOfInputNeverMatters() {
    Generator generator(4);
    std::mt19937 random(5);
    for (int i = 0; i < generatedCustomers; ++i) {
        Told told = generator.customer();
        const Score before = told.score();
        const auto shuffle = [&](auto& values) {
            std::shuffle(values.begin(), values.end(), random);
        };
        shuffle(told.facts.orders);
        shuffle(told.facts.refunds);
        shuffle(told.facts.returns);
        shuffle(told.facts.shipments);
        shuffle(told.facts.messages);
        shuffle(told.understanding.cases);
        shuffle(told.understanding.waits);
        const Score after = told.score();
        QVERIFY2(isSame(before, after), describe(before, after).constData());
    }
}

void ScoringPropertiesTest::scalingAllPricesChangesNothing() {
    Generator generator(6);
    std::vector<Told> shop;
    for (int i = 0; i < generatedCustomers; ++i)
        shop.push_back(generator.customer());
    const auto fitted = [&] {
        scoring::ShopFit fit(ShopSettings(), day(400));
        for (const auto& told : shop)
            fit.add(told.facts, told.understanding, told.coverage);
        return fit.fit();
    };
    const auto scores = [&] {
        std::vector<Score> all;
        const ShopParameters parameters = fitted();
        for (auto& told : shop) {
            told.parameters = parameters;
            all.push_back(told.score());
        }
        return all;
    };
    const auto before = scores();
    for (auto& told : shop) {
        scale(told.facts.refunds, 7);
        scale(told.facts.payments, 7);
        for (auto& order : told.facts.orders)
            order.total->minor *= 7;
    }
    const auto after = scores();
    for (size_t i = 0; i < before.size(); ++i) {
        QVERIFY2(before[i].pChronic == after[i].pChronic && before[i].verdict == after[i].verdict &&
                     before[i].purchaseValue.score == after[i].purchaseValue.score,
                 describe(before[i], after[i]).constData());
    }
}

void ScoringPropertiesTest::leavingSentencesOutChangesNothingElse() {
    Generator generator(6);
    for (int i = 0; i < generatedCustomers; ++i) {
        const Told told = generator.customer();
        Score expected = told.score();
        for (Reason& reason : expected.reasons)
            reason.text.clear();
        scoring::ScoringInput input = told.input();
        input.sentences = Sentences::LeftOut;
        QVERIFY(isSame(scoring::scoreCustomer(input), expected));
    }
}

// Told before anything is known of the shop; then some of the complaints turn out to be common.
void ScoringPropertiesTest::whoMayNotBeDoubtedIsNot() {
    Generator generator(8);
    int doubted = 0;
    for (int i = 0; i < generatedCustomers; ++i) {
        Told told = generator.customer();
        const scoring::History history(told.facts, told.understanding, told.coverage, told.settings,
                                       told.asOf);
        const bool may = scoring::mayBeDoubted(history, scoring::judgeCases(history));
        doubted += may ? 1 : 0;
        CommonIssue issue;
        for (const Case& matter : told.understanding.cases) {
            if (generator.oneIn(4))
                issue.members.push_back({matter.id, told.facts.id});
        }
        told.parameters.issues = CommonIssues({issue});
        told.parameters.complaintsPerOrder = generator.oneIn(2) ? 0.001 : 0.5;
        QVERIFY(may || told.score().computed == VerdictKind::GoodFaith);
    }
    QVERIFY(doubted > 0 && doubted < generatedCustomers / 2);
}

void ScoringPropertiesTest::theGeneratorReachesEveryVerdict() {
    Generator generator(7);
    std::map<VerdictKind, int> verdicts;
    std::map<QString, int> codes;
    for (int i = 0; i < generatedCustomers * 5; ++i) {
        const Score score = generator.customer().score();
        ++verdicts[score.verdict];
        for (const QString& code : codesOf(score))
            ++codes[code];
    }
    QCOMPARE(verdicts.size(), size_t(3));
    for (const auto* code : {"complaint_rate", "repeated_claim", "refund_ratio", "double_recovery",
                             "no_return", "late_delivery", "threat"})
        QVERIFY2(codes[QLatin1String(code)] > 0, code);
}

QTEST_APPLESS_MAIN(ScoringPropertiesTest)
#include "scoring_properties_test.moc"
