// SPDX-License-Identifier: GPL-3.0-or-later
#include "told_shop.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::reports;

namespace {

const auto all = QStringLiteral("all");

Way mailTo(const char* mailbox, const char* agent = "") {
    return {QStringLiteral("email"), QString::fromLatin1(mailbox), {}, QString::fromLatin1(agent)};
}

Way callTo(const char* queue) {
    return {QStringLiteral("phone"), {}, QString::fromLatin1(queue), {}};
}

}  // namespace

class ReplyReportsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // "since answered" a line, of 2024; no answer: it waits until the as-of, 1 July.
    void times_data() {
        QTest::addColumn<QStringList>("waits");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QStringList& waits, const char* column,
                            const char* expected) {
            QTest::newRow(name) << waits << QString::fromLatin1(column)
                                << QString::fromLatin1(expected);
        };
        const QString hour = QStringLiteral("06-03T10:00:00 06-03T11:00:00");
        const QString day = QStringLiteral("06-03T10:00:00 06-04T10:00:00");
        const QString late = QStringLiteral("06-03T10:00:00 06-04T10:00:01");
        const QString never = QStringLiteral("06-03T10:00:00");
        const QString lately = QStringLiteral("06-30T23:00:00");
        row("one", {hour}, "first_reply_median_s", "3600");
        row("the middle of two", {hour, day}, "first_reply_median_s", "45000");
        row("who waits counts as long as they wait", {hour, never, never}, "first_reply_median_s",
            "-");
        row("and is never dropped", {hour, hour, never}, "first_reply_median_s", "3600");
        // One of four within the hour that two have waited so far; of the other nobody knows less.
        row("who came lately says little", {hour, day, lately, lately}, "first_reply_median_s",
            "86400");
        row("nine of ten", {hour, hour, hour, hour, hour, hour, hour, hour, day, never},
            "first_reply_p90_s", "86400");
        row("nobody waits in silence", {never}, "waiting", "1");
        row("in target", {hour, day}, "in_target", "1");
        row("a second late", {hour, late}, "in_target", "0.5");
        row("not answered in time", {hour, never}, "in_target", "0.5");
        row("not yet due", {hour, lately}, "in_target", "1");
        row("nothing due", {lately}, "in_target", "-");
        row("past the limit", {hour, late, never}, "past_limit", "1");
        // Monday 10:00 to Tuesday 10:00: 7 hours, then one.
        row("in business time", {day}, "business_first_reply_median_s", "28800");
        // Saturday.
        row("outside all hours", {QStringLiteral("06-01T10:00:00 06-01T12:00:00")},
            "business_first_reply_median_s", "0");
    }
    void times() {
        QFETCH(QStringList, waits);
        QFETCH(QString, column);
        ToldShop shop;
        for (const QString& wait : waits) {
            const auto ends = QString(wait).split(u' ');
            const auto text = [&](qsizetype end) {
                return ends.size() > end ? "2024-" + ends[end].toLatin1() : QByteArray();
            };
            shop.wait(text(0).constData(), text(1).constData());
        }
        QTEST(cellIn(shop.report("replies-by-channel"), all, column), "expected");
    }

    void laterRepliesAreCountedApart() {
        ToldShop shop;
        shop.wait("2024-06-03T10:00:00", "2024-06-03T11:00:00");
        shop.wait("2024-06-04T10:00:00", "2024-06-04T12:00:00").firstOfCase = false;
        const Report report = shop.report("replies-by-channel");
        QCOMPARE(cellIn(report, all, u"first_reply_median_s"_qs), u"3600"_qs);
        QCOMPARE(cellIn(report, all, u"next_reply_median_s"_qs), u"7200"_qs);
    }

    void resolutionsAreOfCases() {
        ToldShop shop;
        shop.matter("2024-06-03T10:00:00", "2024-06-05T10:00:00");
        shop.matter("2024-06-03T10:00:00", "2024-06-07T10:00:00");
        shop.matter("2024-06-03T10:00:00", "");
        const Report report = shop.report("replies-by-channel");
        QCOMPARE(cellIn(report, all, u"cases"_qs), u"3"_qs);
        QCOMPARE(cellIn(report, all, u"resolution_median_s"_qs), QString::number(4 * 86400));
    }

    void anAnswerIsKnownAsFarAsMailIs() {
        ToldShop shop;
        shop.answersKnownTo = ToldShop::at("2024-06-03T20:00:00");
        shop.wait("2024-06-03T10:00:00", "");
        QCOMPARE(cellIn(shop.report("replies-by-channel"), all, u"in_target"_qs), u"-"_qs);
        QCOMPARE(columnIn(shop.report("inquiries"), u"waiting_s"_qs), QStringList{u"36000"_qs});
    }

    void targetsMayBeInBusinessTime() {
        ToldShop shop;
        shop.settings.targetsIn = TargetTime::Business;
        shop.settings.replyTarget = std::chrono::hours(8);
        shop.wait("2024-06-03T10:00:00", "2024-06-04T10:00:00");
        shop.wait("2024-06-03T10:00:00", "2024-06-04T10:01:00");
        QCOMPARE(cellIn(shop.report("replies-by-channel"), all, u"in_target"_qs), u"0.5"_qs);
    }

    void groups_data() {
        QTest::addColumn<QString>("report");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* report, const char* column, const char* expected) {
            QTest::newRow(report) << QString::fromLatin1(report) << QString::fromLatin1(column)
                                  << QString::fromLatin1(expected).split(u' ');
        };
        row("replies-by-channel", "channel", "all email phone");
        row("replies-by-mailbox", "mailbox", "all info@shop.example sales@shop.example");
        row("replies-by-queue", "queue", "all sales");
        row("replies-by-agent", "agent", "all - Tom");
        row("replies-by-customer", "customer", "all Ada Bob");
        row("replies-by-week", "week", "all 2024-05-27 2024-06-03");
    }
    void groups() {
        QFETCH(QString, report);
        QFETCH(QString, column);
        ToldShop shop;
        shop.wait("2024-06-03T10:00:00", "2024-06-03T11:00:00", mailTo("info@shop.example", "Tom"));
        shop.wait("2024-06-02T23:00:00", "", mailTo("sales@shop.example"));
        shop.wait("2024-06-03T10:00:00", "2024-06-03T11:00:00", callTo("sales")).customer =
            CustomerId(2);
        QTEST(columnIn(shop.report(report.toLatin1().constData()), column), "expected");
    }

    void whatIsIgnoredCountsInTheWeekItCame() {
        ToldShop shop;
        shop.wait("2024-06-03T10:00:00", "");
        shop.wait("2024-06-10T10:00:00", "2024-06-10T11:00:00");
        const Report report = shop.report("replies-by-week");
        QCOMPARE(cellIn(report, u"2024-06-03"_qs, u"in_target"_qs), u"0"_qs);
        QCOMPARE(cellIn(report, u"2024-06-10"_qs, u"in_target"_qs), u"1"_qs);
    }

    void inquiriesSayWhatEachTook() {
        ToldShop shop;
        shop.wait("2024-06-03T10:00:00", "2024-06-04T10:00:00", mailTo("info@shop.example", "Tom"));
        const Report report = shop.report("inquiries");
        QStringList cells;
        for (const Cell& cell : report.rows.at(0))
            cells << textOf(cell);
        QCOMPARE(cells.join(u' '),
                 u"1 2024-06-03T10:00:00Z Ada email info@shop.example - Tom first "
                 "2024-06-04T10:00:00Z 86400 28800 - yes"_qs);
    }

    void casesSayWhatEachTook() {
        ToldShop shop;
        shop.matter("2024-06-03T10:00:00", "").topic = Topic::Late;
        shop.matter("2024-06-03T10:00:00", "2024-06-03T12:00:00");
        const Report report = shop.report("cases");
        QCOMPARE(columnIn(report, u"topic"_qs), QStringList({u"late"_qs, u"other"_qs}));
        QCOMPARE(columnIn(report, u"took_s"_qs), QStringList({u"-"_qs, u"7200"_qs}));
        QCOMPARE(columnIn(report, u"open_s"_qs).at(1), u"-"_qs);
    }

    void everyReportIsAsWideAsItsColumns() {
        ToldShop shop;
        shop.wait("2024-06-03T10:00:00", "", mailTo("info@shop.example"));
        shop.matter("2024-06-03T10:00:00", "");
        shop.wait("2024-06-03T10:00:00", "", callTo("sales"));
        shop.call("2024-06-03T10:00:00", CallDisposition::Abandoned, 30);
        shop.traffic = {{u"info@shop.example"_qs, 1, 0, {}, {}}};
        shop.addresses = {{CustomerId(1), u"ada@gmial.com"_qs, 0, {}, u"ada@gmail.com"_qs}};
        shop.judged.emplace_back().verdict = VerdictKind::GoodFaith;
        for (const ReportInfo& info : reports::reports()) {
            const Report report = shop.report(info.name.toLatin1().constData());
            QVERIFY2(!report.rows.empty(), qPrintable(info.name));
            for (const Row& row : report.rows)
                QCOMPARE(row.size(), report.columns.size());
            QVERIFY(!info.definition(shop.settings).isEmpty());
        }
    }

    void aShopWithoutAnythingHasNoRows() {
        const ToldShop shop;
        for (const ReportInfo& info : reports::reports()) {
            const bool isOfTheProgram = info.name == u"evidence-weights";
            QVERIFY2(shop.report(info.name.toLatin1().constData()).rows.empty() != isOfTheProgram,
                     qPrintable(info.name));
        }
    }
};

QTEST_APPLESS_MAIN(ReplyReportsTest)
#include "reply_reports_test.moc"
