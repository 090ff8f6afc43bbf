// SPDX-License-Identifier: GPL-3.0-or-later
#include "told_shop.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::reports;

namespace {

const auto all = QStringLiteral("all");
constexpr const char* noon = "2024-06-03T12:00:00";

}  // namespace

class PhoneReportsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // "disposition seconds" each; a question mark for a wait that is not known.
    void figures_data() {
        QTest::addColumn<QString>("calls");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* calls, const char* column,
                            const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(calls) << QString::fromLatin1(column)
                                << QString::fromLatin1(expected);
        };
        row("answered in time", "answered 20, answered 21", "service_level_a", "0.5");
        row("an abandoned call counts", "answered 20, abandoned 6", "service_level_a", "0.5");
        row("a short one does not", "answered 20, abandoned 4", "service_level_a", "1");
        row("nor voicemail", "answered 20, voicemail 30", "service_level_a", "1");
        row("a wait that is not known", "answered 20, answered ?", "service_level_a", "1");
        row("no call that counts", "voicemail 30", "service_level_a", "-");
        row("speed of answer", "answered 10, answered 30, abandoned 90",
            "average_speed_of_answer_s", "20");
        row("an abandoned wait is cut short", "answered 10, answered 20, abandoned 15",
            "wait_median_s", "20");
        row("short abandons", "abandoned 4, abandoned 5", "short_abandons", "1");
        row("abandoned", "abandoned 4, abandoned 5", "abandoned", "1");
        row("abandoned, how soon is not known", "abandoned ?", "abandoned", "1");
        row("voicemail", "voicemail 9, answered 3", "voicemail", "1");
        row("not taken", "busy 0, no_answer 30", "not_taken", "2");
        row("missed", "busy 0, no_answer 30, voicemail 3, abandoned 9, abandoned 1, answered 2",
            "missed", "4");
        row("a failed call is none of them", "failed 0", "missed", "0");
        row("who waits for us", "no_answer 30, answered 3", "waiting", "1");
    }
    void figures() {
        QFETCH(QString, calls);
        QFETCH(QString, column);
        static const QHash<QString, CallDisposition> dispositions{
            {u"answered"_qs, CallDisposition::Answered},
            {u"abandoned"_qs, CallDisposition::Abandoned},
            {u"voicemail"_qs, CallDisposition::Voicemail},
            {u"busy"_qs, CallDisposition::Busy},
            {u"no_answer"_qs, CallDisposition::NoAnswer},
            {u"failed"_qs, CallDisposition::Failed}};
        ToldShop shop;
        for (const QString& call : calls.split(u", "_qs)) {
            const QString seconds = call.section(u' ', 1);
            shop.call(noon, dispositions.value(call.section(u' ', 0, 0)),
                      seconds == u"?" ? -1 : seconds.toInt());
        }
        QTEST(cellIn(shop.report("calls-by-queue"), all, column), "expected");
    }

    void thresholdsAreSettings() {
        ToldShop shop;
        shop.settings.callTarget = std::chrono::seconds(30);
        shop.settings.shortAbandon = std::chrono::seconds(10);
        shop.call(noon, CallDisposition::Answered, 25);
        shop.call(noon, CallDisposition::Abandoned, 9);
        const Report report = shop.report("calls-by-queue");
        QCOMPARE(cellIn(report, all, u"service_level_a"_qs), u"1"_qs);
        QCOMPARE(cellIn(report, all, u"short_abandons"_qs), u"1"_qs);
        QVERIFY(findReport(u"calls-by-queue")
                    ->definition(shop.settings)
                    .contains(u"formula A: answered within 30 s"_qs));
    }

    void whetherAndWhenWeCameBack() {
        ToldShop shop;
        shop.call(noon, CallDisposition::Voicemail, 30, "2024-06-03T13:00:00");
        shop.call(noon, CallDisposition::Abandoned, 30, "2024-06-03T15:00:00").answeredBy =
            RecordKind::Message;
        shop.call(noon, CallDisposition::Busy, 0);
        shop.call(noon, CallDisposition::Busy, 0).customer = CustomerId();  // withheld
        const Report report = shop.report("calls-by-queue");
        QCOMPARE(cellIn(report, all, u"missed"_qs), u"4"_qs);
        QCOMPARE(cellIn(report, all, u"came_back"_qs), u"2"_qs);
        QCOMPARE(cellIn(report, all, u"waiting"_qs), u"1"_qs);
        QCOMPARE(cellIn(report, all, u"came_back_median_s"_qs), u"10800"_qs);
        const Report missed = shop.report("missed-calls");
        QCOMPARE(columnIn(missed, u"came_back_by"_qs).join(u' '), u"call message - -"_qs);
        QCOMPARE(columnIn(missed, u"came_back_after_s"_qs).join(u' '), u"3600 10800 - -"_qs);
        QCOMPARE(columnIn(missed, u"customer"_qs).at(3), u"-"_qs);
        QCOMPARE(columnIn(missed, u"waiting_s"_qs).at(3), u"-"_qs);
    }

    void queuesAgentsAndWeeksHaveRowsOfTheirOwn() {
        ToldShop shop;
        shop.call(noon, CallDisposition::Answered, 5).call.queue = u"sales"_qs;
        shop.call("2024-06-10T12:00:00", CallDisposition::Answered, 50).call.agent = u"Tom"_qs;
        QCOMPARE(columnIn(shop.report("calls-by-queue"), u"queue"_qs).join(u' '),
                 u"all - sales"_qs);
        QCOMPARE(columnIn(shop.report("calls-by-agent"), u"agent"_qs).join(u' '), u"all - Tom"_qs);
        QCOMPARE(columnIn(shop.report("calls-by-week"), u"week"_qs).join(u' '),
                 u"all 2024-06-03 2024-06-10"_qs);
        QCOMPARE(cellIn(shop.report("calls-by-week"), u"2024-06-10"_qs, u"service_level_a"_qs),
                 u"0"_qs);
    }
};

QTEST_APPLESS_MAIN(PhoneReportsTest)
#include "phone_reports_test.moc"
