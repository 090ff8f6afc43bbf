// SPDX-License-Identifier: GPL-3.0-or-later
#include "told_shop.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::reports;

namespace {

Way mailTo(const QString& mailbox) {
    return {QStringLiteral("email"), mailbox, {}, {}};
}

}  // namespace

class AddressReportsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoAnswers_data() {
        QTest::addColumn<int>("received");
        QTest::addColumn<int>("sent");
        QTest::addColumn<bool>("isAnswered");  // the one inquiry
        QTest::addColumn<QString>("answers");
        QTest::newRow("nobody") << 3 << 0 << false << u"nobody"_qs;
        QTest::newRow("somebody from another mailbox") << 3 << 0 << true << u"elsewhere"_qs;
        QTest::newRow("the mailbox itself") << 3 << 1 << false << u"yes"_qs;
        QTest::newRow("only sends") << 0 << 4 << false << u"yes"_qs;
    }
    void whoAnswers() {
        QFETCH(int, received);
        QFETCH(int, sent);
        QFETCH(bool, isAnswered);
        ToldShop shop;
        shop.traffic = {{u"info@shop.example"_qs, received, sent, {}, {}}};
        shop.wait("2024-06-03T10:00:00", isAnswered ? "2024-06-03T11:00:00" : "",
                  mailTo(u"info@shop.example"_qs));
        QTEST(columnIn(shop.report("mailboxes"), u"answers"_qs).join(u' '), "answers");
    }

    void thoseWithoutAnswersComeFirst() {
        ToldShop shop;
        shop.traffic = {{u"a@shop.example"_qs, 900, 800, {}, {}},
                        {u"b@shop.example"_qs, 3, 0, {}, {}},
                        {u"c@shop.example"_qs, 30, 0, {}, {}}};
        QCOMPARE(columnIn(shop.report("mailboxes"), u"mailbox"_qs).join(u' '),
                 u"c@shop.example b@shop.example a@shop.example"_qs);
    }

    void turnaroundCountsWhatWaits() {
        ToldShop shop;
        const auto box = u"info@shop.example"_qs;
        shop.traffic = {{box, 3, 1, {}, {}}};
        shop.wait("2024-06-03T10:00:00", "2024-06-03T11:00:00", mailTo(box));
        shop.wait("2024-06-30T00:00:00", "", mailTo(box));
        shop.wait("2024-06-29T00:00:00", "", mailTo(box));
        const Report report = shop.report("mailboxes");
        QCOMPARE(cellIn(report, box, u"inquiries"_qs), u"3"_qs);
        QCOMPARE(cellIn(report, box, u"waiting"_qs), u"2"_qs);
        QCOMPARE(cellIn(report, box, u"longest_waiting_s"_qs), QString::number(2 * 86400));
        QCOMPARE(cellIn(report, box, u"reply_median_s"_qs), u"-"_qs);
    }

    void addressesSayWhatIsWrong() {
        ToldShop shop;
        shop.addresses = {{CustomerId(1), u"ada@gmial.com"_qs, 0, {}, u"ada@gmail.com"_qs},
                          {{}, u"bob@example.com"_qs, 2, ToldShop::at("2024-05-03T10:00:00"), {}}};
        const Report report = shop.report("addresses");
        QCOMPARE(columnIn(report, u"customer"_qs).join(u' '), u"Ada -"_qs);
        QCOMPARE(columnIn(report, u"came_back"_qs).join(u' '), u"0 2"_qs);
        QCOMPARE(columnIn(report, u"meant"_qs).join(u' '), u"ada@gmail.com -"_qs);
    }

    void weeksOfTheChartsAreTables() {
        ToldShop shop;
        shop.matter("2024-06-03T10:00:00", "").topic = Topic::Late;
        shop.matter("2024-06-17T10:00:00", "").topic = Topic::Damaged;
        const Report complaints = shop.report("complaints-per-week");
        QCOMPARE(columnIn(complaints, u"week"_qs).join(u' '),
                 u"2024-06-03 2024-06-10 2024-06-17"_qs);
        QCOMPARE(columnIn(complaints, u"late"_qs).join(u' '), u"1 0 0"_qs);
        shop.wait("2024-06-03T10:00:00", "2024-06-03T11:00:00");
        shop.wait("2024-06-04T10:00:00", "");
        const Report answered = shop.report("answered-per-week");
        QCOMPARE(columnIn(answered, u"written"_qs).join(u' '), u"0.5"_qs);
        QCOMPARE(columnIn(answered, u"written_due"_qs).join(u' '), u"2"_qs);
        QCOMPARE(columnIn(answered, u"phone"_qs).join(u' '), u"-"_qs);
    }
};

QTEST_APPLESS_MAIN(AddressReportsTest)
#include "address_reports_test.moc"
