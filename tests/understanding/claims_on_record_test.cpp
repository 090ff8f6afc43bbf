// SPDX-License-Identifier: GPL-3.0-or-later
// What reasons claim, and what the books tell of texts that say little and of claims without any.
#include "models/understanding/claims_on_record.h"

#include "tests/understanding/story.h"

#include <QtTest>

using namespace goodfaith;
using namespace goodfaith::understanding;

class ClaimsOnRecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reason_data() {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("topic");  // "": none
        const auto row = [](const char* reason, const char* topic) {
            QTest::newRow(reason) << QString::fromUtf8(reason) << QString::fromLatin1(topic);
        };
        row("", "");
        row("Item not received", "not_received");
        row("product_not_received", "not_received");
        row("Non-receipt of goods", "not_received");
        row("lost in transit", "not_received");
        row("Arrived damaged", "damaged");
        row("BROKEN", "damaged");
        row("faulty", "defective");
        row("Not as described", "defective");
        row("stopped working", "defective");
        row("wrong item sent", "wrong_item");
        row("ordered the wrong item", "");
        row("Missing parts", "missing_part");
        row("duplicate", "billing");
        row("late delivery", "late");
        row("changed mind", "");
        row("not faulty, customer changed their mind", "");
        row("no longer needed", "");
        row("too small", "");
        row("fraudulent", "");
        row("refund not received", "refund_not_paid");
        row("credit_not_processed", "refund_not_paid");
        row("no longer works", "defective");
        row("poor quality", "defective");
        row("customer's fault", "");
        row("ORDERED_WRONG_ITEM", "");
        row("MISSED_ESTIMATED_DELIVERY", "late");
        row("goodwill", "");
        row("returned", "");
    }

    void reason() {
        QFETCH(QString, reason);
        const Topic topic = topicClaimedIn(reason);
        QTEST(topic == Topic::None ? QString() : nameOf(topic), "topic");
    }

    void story_data() {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("cases");
        const auto row = [](const char* name, const char* story, const char* cases) {
            QTest::newRow(name) << QString::fromUtf8(story) << QString::fromLatin1(cases);
        };
        row("a return for a fault is a claim", "0 order 1042\n9 return 1042: faulty",
            "defective answered 2 (1)");
        row("one for a change of mind is none", "0 order 1042\n9 return 1042: changed mind", "");
        row("nor is one without a reason", "0 order 1042\n9 return 1042", "");
        row("nor is money back for no reason", "0 order 1042\n9 refund 1042", "");
        row("money back for what did not come", "0 order 1042\n9 refund 1042: not received",
            "not_received resolved 2 (1)");
        row("a disputed payment is one", "0 order 1042\n9 chargeback 1042", "other answered 2 (1)");
        row("what is done about a claim is part of it",
            "0 order 1042\n9 return 1042: faulty\n14 refund 1042: faulty",
            "defective resolved 2 3 (1)");
        row("the books say what words leave open",
            "0 order 1042\n9 mail in t: I want to complain about order 1042.\n"
            "12 refund 1042: not received",
            "not_received resolved 2 3 (1)");
        row("what words say stands",
            "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n"
            "12 refund 1042: not received",
            "damaged resolved 2 3 (1)");
        row("words that say little were the claim",
            "0 order 1042\n9 mail in t: Hello, about order 1042. I looked for it everywhere, what "
            "can be done?\n12 refund 1042: not received",
            "not_received resolved 2 3 (1)");
        row("so they were where all was paid back for no reason",
            "0 order 1042\n9 mail in t: Hello, about order 1042. I looked for it everywhere, what "
            "can be done?\n12 refund 1042",
            "other resolved 2 3 (1)");
        row("or another was sent",
            "0 order 1042\n9 mail in t: Hello, about order 1042. I looked for it everywhere, what "
            "can be done?\n12 replacement 1042",
            "other resolved 2 3 (1)");
        row("but not where a little was given",
            "0 order 1042\n9 mail in t: Hello, about order 1042. I looked for it everywhere, what "
            "can be done?\n12 compensation 1042",
            "");
        row("thanks were not",
            "0 order 1042\n9 mail in t: Thank you very much!\n12 refund 1042: not received",
            "not_received resolved 3 (1)");
        row("words about another order were not",
            "0 order 1042\n0 order 1043\n9 mail in t: Order 1043: does the lamp take a screw "
            "bulb?\n12 refund 1042: not received",
            "not_received resolved 4 (1)");
        row("words of long ago were not",
            "0 order 1042\n9 mail in t: Hello, about order 1042. I looked for it everywhere, what "
            "can be done?\n50 refund 1042: not received",
            "not_received resolved 3 (1)");
        row("settled, and the same of a further order",
            "0 order 1042\n9 mail in t: Order 1042 never arrived, refund me!\n"
            "11 refund 1042: not received\n12 order 1043\n"
            "20 mail in u: My parcel never arrived, refund me!\n22 refund 1043: not received",
            "not_received resolved 2 3 (1); not_received resolved 5 6 (4)");
    }

    void story() {
        QFETCH(QString, story);
        constexpr int asOf = 55;
        const auto lastDay = story.section(u'\n', -1).section(u' ', 0, 0).toInt();
        QTEST(story::casesText(story::understood(story, std::min(asOf, lastDay + 1))), "cases");
    }

    // Who read it themselves and found no complaint is believed.
    void aPersonsWordStands() {
        const CustomerFacts facts = story::factsOf(QStringLiteral(
            "0 order 1042\n9 mail in t: Hello, about order 1042. I looked for it everywhere, what "
            "can be done?\n12 refund 1042: not received"));
        PeopleSaid said;
        said.readingWords.push_back({story::at(10), EventId(2), false, Topic::None, {}});
        QCOMPARE(story::casesText(story::understood(facts, story::at(13), {}, said)),
                 QStringLiteral("not_received resolved 3 (1)"));
    }
};

QTEST_APPLESS_MAIN(ClaimsOnRecordTest)
#include "claims_on_record_test.moc"
