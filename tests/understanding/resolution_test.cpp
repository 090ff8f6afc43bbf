// SPDX-License-Identifier: GPL-3.0-or-later
// When cases were resolved: by our last act of substance.
#include "models/understanding/understand.h"
#include "tests/understanding/story.h"

#include <QtTest>

using namespace goodfaith;
using namespace goodfaith::understanding;

class ResolutionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The story's first case as of day 90: by which event, "-" for none.
    void by_data() {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("by");
        const auto row = [](const char* name, const char* story, const char* by) {
            QTest::newRow(name) << QString::fromUtf8(story) << QString::fromUtf8(by);
        };
        row("our answer and silence",
            "0 mail in t: My lamp arrived broken.\n1 mail out t: A new one is on its way.", "2");
        row("not their late thanks",
            "0 mail in t: My lamp arrived broken.\n1 mail out t: A new one is on its way.\n"
            "9 mail in t: Thank you!",
            "2");
        row("a refund after the words",
            "0 order 1042\n3 mail in t: Order 1042 arrived broken, I want a refund.\n"
            "4 mail out t: You will get it.\n6 refund 1042",
            "4");
        row("a call", "0 mail in t: My lamp arrived broken.\n1 call out answered", "2");
        row("still open", "0 mail in t: My lamp arrived broken.", "-");
        row("asked again",
            "0 mail in t: My lamp arrived broken.\n1 mail out t: Which one?\n2 mail in t: The blue "
            "one, it is still broken.",
            "-");
        row("no automatic reply",
            "0 mail in t: My lamp arrived broken.\n1 mail out t: A new one is on its way.\n"
            "2 mail out t: This is an automated message, do not reply to this email.",
            "2");
    }
    // We did nothing: it is over since they said so.
    void overByTheirWords() {
        const auto cases = story::understood(
                               u"0 mail in t: My lamp never arrived.\n2 mail in t: It "
                               "arrived after all, everything is fine now."_qs,
                               90)
                               .cases;
        QCOMPARE(cases.size(), size_t(1));
        QVERIFY(cases[0].resolvedBy.isNone());
        QVERIFY(cases[0].resolvedAt.has_value());
        QCOMPARE(*cases[0].resolvedAt - cases[0].openedAt, Duration(std::chrono::days(2)));
    }

    void by() {
        QFETCH(QString, story);
        const auto cases = story::understood(story, 90).cases;
        QCOMPARE(cases.size(), size_t(1));
        const EventId by = cases[0].resolvedBy;
        QTEST(by.isNone() ? u"-"_qs : QString::number(by.value()), "by");
        QCOMPARE(cases[0].resolvedAt.has_value(), !by.isNone());
    }
};

QTEST_APPLESS_MAIN(ResolutionTest)
#include "resolution_test.moc"
