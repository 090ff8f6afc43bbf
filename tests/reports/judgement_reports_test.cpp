// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/weights.h"
#include "told_shop.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::reports;

namespace {

Judgement judgement(const char* when, VerdictKind computed, std::optional<VerdictKind> judged) {
    Judgement one;
    one.at = ToldShop::at(when);
    one.verdict = judged;
    one.shown.verdict = computed;
    return one;
}

}  // namespace

class JudgementReportsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sayHowPeopleAgree() {
        ToldShop shop;
        const auto good = VerdictKind::GoodFaith;
        const auto chronic = VerdictKind::ChronicPattern;
        shop.judged = {judgement("2024-06-01T10:00:00", chronic, chronic),
                       judgement("2024-06-02T10:00:00", chronic, good),
                       judgement("2024-06-03T10:00:00", good, good),
                       judgement("2024-06-04T10:00:00", good, std::nullopt),
                       judgement("2024-07-02T10:00:00", good, chronic)};  // after the as-of
        const Report report = shop.report("judgements");
        QCOMPARE(columnIn(report, u"computed_verdict"_qs).join(u' '),
                 u"good_faith needs_look chronic_pattern all"_qs);
        QCOMPARE(columnIn(report, u"judged_good_faith"_qs).join(u' '), u"1 0 1 2"_qs);
        QCOMPARE(columnIn(report, u"judged_chronic_pattern"_qs).join(u' '), u"0 0 1 1"_qs);
        QCOMPARE(cellIn(report, u"chronic_pattern"_qs, u"agreed"_qs), u"0.5"_qs);
        QCOMPARE(cellIn(report, u"needs_look"_qs, u"agreed"_qs), u"-"_qs);
    }

    void weightsAreShownBesideTheOwn() {
        ToldShop shop;
        shop.own = {{u"threat"_qs, 0.25}};
        const Report report = shop.report("evidence-weights");
        QCOMPARE(report.rows.size(), scoring::shippedWeights().of.size());
        QCOMPARE(cellIn(report, u"threat"_qs, u"own"_qs), u"0.25"_qs);
        QCOMPARE(cellIn(report, u"tenure"_qs, u"own"_qs), u"-"_qs);
        QCOMPARE(cellIn(report, u"tenure"_qs, u"shipped"_qs),
                 QString::number(scoring::shippedWeights().of.at(u"tenure"_qs).weight));
    }
};

QTEST_APPLESS_MAIN(JudgementReportsTest)
#include "judgement_reports_test.moc"
