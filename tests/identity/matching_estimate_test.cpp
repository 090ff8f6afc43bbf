// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/matching_estimate.h"

#include <QTest>

#include <random>

using namespace goodfaith::identity;

namespace {

constexpr auto family = static_cast<size_t>(MatchField::FamilyName);
constexpr auto given = static_cast<size_t>(MatchField::GivenName);
constexpr auto birth = static_cast<size_t>(MatchField::DateOfBirth);
constexpr auto street = static_cast<size_t>(MatchField::Street);

// Pairs of which we know how they were made: in each field the same or different.
AgreementCounts drawn(int pairs, double share, double same, double sameByChance) {
    std::mt19937_64 numbers(7);
    const auto occurs = [&](double probability) {
        return std::bernoulli_distribution(probability)(numbers);
    };
    AgreementCounts counts;
    for (int i = 0; i < pairs; ++i) {
        const double probability = occurs(share) ? same : sameByChance;
        std::array<quint8, matchFieldCount> levels{};
        for (const auto& [field, different] :
             {std::pair(family, NameLevel::Different), std::pair(given, NameLevel::Different)})
            levels[field] = static_cast<quint8>(occurs(probability) ? NameLevel::Same : different);
        levels[birth] =
            static_cast<quint8>(occurs(probability) ? BirthLevel::Same : BirthLevel::Different);
        levels[street] =
            static_cast<quint8>(occurs(probability) ? StreetLevel::Same : StreetLevel::Different);
        ++counts[levels];
    }
    return counts;
}

bool isNear(double value, double expected, double margin) {
    return std::abs(value - expected) < margin;
}

}  // namespace

class MatchingEstimateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatThePairsWereDrawnFrom_data() {
        QTest::addColumn<double>("share");
        QTest::addColumn<double>("same");
        QTest::newRow("half of them, clean") << 0.5 << 0.95;
        QTest::newRow("few of them, clean") << 0.1 << 0.95;
        QTest::newRow("most of them, dirty") << 0.8 << 0.8;
    }
    void findsWhatThePairsWereDrawnFrom() {
        QFETCH(double, share);
        QFETCH(double, same);
        constexpr double byChance = 0.05;
        const auto result = estimate(drawn(20'000, share, same, byChance),
                                     drawn(20'000, 0, same, 0.01), shippedParameters(), 0.3);
        QVERIFY2(isNear(result.share, share, 0.03), qPrintable(QString::number(result.share)));
        const auto& level =
            result.parameters.of(MatchField::FamilyName, static_cast<quint8>(NameLevel::Same));
        QVERIFY2(isNear(level.m, same, 0.03), qPrintable(QString::number(level.m)));
        QVERIFY2(isNear(level.u, 0.01, 0.003), qPrintable(QString::number(level.u)));
    }

    void whatIsNeverKnownStays() {
        const auto result = estimate(drawn(1000, 0.5, 0.9, 0.1), drawn(1000, 0, 0.9, 0.1),
                                     shippedParameters(), 0.3);
        const auto same = static_cast<quint8>(PhoneLevel::Same);
        QCOMPARE(result.parameters.of(MatchField::Phone, same).m,
                 shippedParameters().of(MatchField::Phone, same).m);
        QCOMPARE(result.parameters.of(MatchField::Phone, same).u,
                 shippedParameters().of(MatchField::Phone, same).u);
    }

    void nothingIsImpossible() {
        const auto result = estimate({}, {}, shippedParameters(), 0.3);
        QVERIFY(result.share >= 0 && result.share <= 1);
        const auto few = estimate(drawn(5, 0.5, 1, 0), drawn(5, 0, 1, 0), shippedParameters(), 0.3);
        for (size_t level = 1; level < levelsOf(MatchField::FamilyName).size(); ++level) {
            const auto& one = few.parameters.of(MatchField::FamilyName, static_cast<quint8>(level));
            QVERIFY(one.m > 0 && one.u > 0);
        }
    }
};

QTEST_GUILESS_MAIN(MatchingEstimateTest)
#include "matching_estimate_test.moc"
