// SPDX-License-Identifier: GPL-3.0-or-later
// What is said would change a verdict does.
#include "models/scoring/what_would_change.h"

#include "tests/scoring/story.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::tests;

namespace {

QString said(const Told& told) {
    return told.brief().whatWouldChange.join(u' ');
}

}  // namespace

class WhatWouldChangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnown() {
        Told told;
        told.order(300);
        QCOMPARE(said(told),
                 QStringLiteral("It would take 2 complaints that our records contradict to change "
                                "this."));
    }

    void aReturnThatArrives() {
        Told told;
        told.refundedWithoutReturn(340);
        told.signedForAndDenied(360);
        QCOMPARE(told.score().verdict, VerdictKind::NeedsLook);
        QVERIFY2(said(told).startsWith(
                     QStringLiteral("The return of order 1001 arriving would make this “good "
                                    "faith”. One more complaint")),
                 qPrintable(said(told)));
        told.facts.returns.back().receivedAt = day(352);
        told.facts.returns.back().condition = ReturnCondition::AsNew;
        QCOMPARE(told.score().verdict, VerdictKind::GoodFaith);
    }

    void oneMoreThatIsContradicted() {
        Told told;
        told.refundedWithoutReturn(340);
        told.signedForAndDenied(360);
        QVERIFY2(said(told).endsWith(QStringLiteral("One more complaint that our records "
                                                    "contradict would make this “chronic "
                                                    "pattern”.")),
                 qPrintable(said(told)));
        told.signedForAndDenied(380);
        QCOMPARE(told.score().verdict, VerdictKind::ChronicPattern);
    }

    void severalRecords() {
        Told told;
        for (const double at : {300, 310, 320, 330, 340, 350})
            told.signedForAndDenied(at);
        QCOMPARE(told.score().verdict, VerdictKind::ChronicPattern);
        QVERIFY2(said(told).startsWith(QStringLiteral("Word from the carrier that order ")),
                 qPrintable(said(told)));
        QVERIFY2(said(told).contains(QStringLiteral("such records would make this")),
                 qPrintable(said(told)));
    }

    void complaintsThatProveRight() {
        Told told;
        told.parameters.complaintsPerOrder = 0.02;
        for (int i = 0; i < 12; ++i) {
            const EventId order = told.order(300 + 3 * i);
            told.complaint(Topic::Damaged, 305 + 3 * i, {order});
        }
        QVERIFY(told.score().verdict != VerdictKind::GoodFaith);
        QVERIFY2(said(told).startsWith(QStringLiteral("Records that confirm ")),
                 qPrintable(said(told)));
    }

    void isWorthSayingWhereSomethingSpeaksAgainst() {
        Told told;
        told.order(300);
        QCOMPARE(scoring::changesWorthSaying(told.brief()), QStringList());
        told.signedForAndDenied(360);
        const Brief brief = told.brief();
        QCOMPARE(brief.score.computed, VerdictKind::GoodFaith);
        QCOMPARE(scoring::changesWorthSaying(brief), brief.whatWouldChange);
        told.refundedWithoutReturn(340);
        QCOMPARE(told.score().computed, VerdictKind::NeedsLook);
        QVERIFY(!scoring::changesWorthSaying(told.brief()).isEmpty());
    }
};

QTEST_APPLESS_MAIN(WhatWouldChangeTest)
#include "what_would_change_test.moc"
