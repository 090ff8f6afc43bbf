// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts_page.h"

#include "sample_values.h"
#include "tests/reports/told_shop.h"
#include "views/chart_card.h"
#include "views/customers_panel.h"
#include "views/report_card.h"
#include "views/weekly_chart.h"

#include <QBarSet>
#include <QChart>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QStackedBarSeries>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace goodfaith;
using views::ChartsPage;

class ChartsPageTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ChartsPage> page_;
    std::unique_ptr<QSignalSpy> asked_;

    quint64 token() const { return asked_->constLast().at(0).toULongLong(); }

private Q_SLOTS:
    void init() {
        page_ = std::make_unique<ChartsPage>();
        page_->setFormat(samples::format(), samples::settings());
        asked_ = std::make_unique<QSignalSpy>(page_.get(), &ChartsPage::reportsWanted);
    }

    void cleanup() {
        asked_.reset();
        page_.reset();
    }

    void asksWhenItIsSeen() {
        page_->reload();
        QCOMPARE(asked_->count(), 0);
        page_->show();
        QCOMPARE(asked_->count(), 1);
        QCOMPARE(asked_->constLast().at(1).toInt(), 6);
        page_->hide();
        page_->show();
        QCOMPARE(asked_->count(), 1);
    }

    void anotherPeriodAsksAgainAndDropsTheEarlierAnswer() {
        page_->show();
        const quint64 early = token();
        page_->period()->setCurrentIndex(3);
        QCOMPARE(asked_->constLast().at(1).toInt(), 24);
        page_->setComplaints(early, samples::complaints(13));
        QVERIFY(page_->complaints()->chart()->chart()->series().isEmpty());
        page_->setComplaints(token(), samples::complaints(104));
        QVERIFY(!page_->complaints()->chart()->chart()->series().isEmpty());
    }

    void aBarClickedNamesItsWeekAndSeries() {
        page_->show();
        page_->setComplaints(token(), samples::complaints(13));
        QSignalSpy clicked(page_.get(), &ChartsPage::customersWanted);
        auto* bars = qobject_cast<QStackedBarSeries*>(
            page_->complaints()->chart()->chart()->series().constFirst());
        QCOMPARE(bars->barSets().size(), 6);
        Q_EMIT bars->barSets()[1]->clicked(2);
        QCOMPARE(clicked[0][1].toString(), QStringLiteral("complaints"));
        QCOMPARE(clicked[0][2].toDate(), QDate(2024, 7, 1).addDays(-7 * 10));
        QCOMPARE(clicked[0][3].toInt(), 1);
        QCOMPARE(clicked[0][4].toString(), QStringLiteral("not_received"));
    }

    void theCustomersBehindAMarkAreListedAndOpened() {
        page_->show();
        page_->setComplaints(token(), samples::complaints(13));
        QVERIFY(!page_->customers()->isVisible());
        QSignalSpy wanted(page_.get(), &ChartsPage::customersWanted);
        Q_EMIT page_->complaints()->barClicked(QDate(2024, 6, 3), 1, QStringLiteral("late"));
        QVERIFY(page_->customers()->isVisible());
        const quint64 early = wanted[0][0].toULongLong();
        Q_EMIT page_->answered()->barClicked(QDate(2024, 6, 3), 1, QStringLiteral("phone"));
        page_->setCustomers(early, {{CustomerId(3), QStringLiteral("Early"), {}, 1}});
        auto* table = page_->customers()->table();
        QCOMPARE(table->model()->rowCount(), 0);
        page_->setCustomers(wanted[1][0].toULongLong(),
                            {{CustomerId(7), QStringLiteral("Ada"), VerdictKind::GoodFaith, 2},
                             {CustomerId(8), {}, {}, 1}});
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("Good faith"));
        QCOMPARE(table->model()->index(1, 0).data().toString(), QStringLiteral("Customer 8"));
        QSignalSpy chosen(page_.get(), &ChartsPage::customerChosen);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(chosen[0][0].value<CustomerId>(), CustomerId(7));
        QTest::keyClick(table, Qt::Key_Escape);
        QVERIFY(!page_->customers()->isVisible());
    }

    void theTableSaysTheSameAsTheBars() {
        page_->show();
        page_->setComplaints(token(), samples::complaints(13));
        page_->complaints()->tableButton()->click();
        auto* table = page_->complaints()->table();
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 13);
        QSignalSpy clicked(page_.get(), &ChartsPage::customersWanted);
        Q_EMIT table->activated(table->model()->index(0, 1));
        QCOMPARE(clicked[0][4].toString(), QStringLiteral("late"));
    }

    void anEmptyReportSaysSo() {
        page_->show();
        page_->setComplaints(token(), {});
        QVERIFY(!page_->complaints()->chart()->isVisible());
        QVERIFY(!page_->complaints()->tableButton()->isEnabled());
    }

    void definitionsNameTheTarget() {
        QVERIFY(page_->answered()->accessibleDescription().contains(QStringLiteral("24 h")));
    }

    void choosingAReportAsksForIt() {
        page_->show();
        QSignalSpy wanted(page_.get(), &ChartsPage::tableWanted);
        choose(QStringLiteral("mailboxes"));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0].at(1).toString(), QStringLiteral("mailboxes"));
        QCOMPARE(wanted[0].at(2).toInt(), 6);
        QVERIFY(page_->report()->isVisible());
        QVERIFY(!page_->report()->saveButton()->isEnabled());
        QVERIFY(page_->report()->aboutButton()->accessibleDescription().contains(
            QStringLiteral("Our addresses")));
        page_->period()->setCurrentIndex(0);
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(wanted[1].at(2).toInt(), 3);
        choose(QString());
        QVERIFY(page_->complaints()->isVisible());
        QCOMPARE(asked_->count(), 2);
    }

    void aLateReportIsDropped() {
        page_->show();
        QSignalSpy wanted(page_.get(), &ChartsPage::tableWanted);
        choose(QStringLiteral("inquiries"));
        const quint64 early = wanted[0].at(0).toULongLong();
        choose(QStringLiteral("cases"));
        page_->setTable(early, inquiries(), 2);
        QVERIFY(!page_->report()->table()->isVisible());
    }

    void aRowOpensItsCustomer() {
        showInquiries(2);
        auto* table = page_->report()->table();
        QVERIFY(table->isVisible());
        QSignalSpy chosen(page_.get(), &ChartsPage::customerChosen);
        table->setCurrentIndex(table->model()->index(1, 1));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0].at(0).value<CustomerId>(), CustomerId(1));
    }

    void whatIsCutSaysSo() {
        showInquiries(31000);
        QCOMPARE(page_->report()->rowsLabel()->text(),
                 QStringLiteral("the first 2 of 31,000 rows"));
    }

    void theTableIsCopied() {
        showInquiries(2);
        page_->report()->copyButton()->click();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(QStringLiteral("Inquiry\tCame\tCustomer")));
        QVERIFY(lines[1].contains(QStringLiteral("\tAda\t")));
    }

private:
    static reports::Report inquiries() {
        reports::ToldShop shop;
        shop.wait("2024-06-03T10:00:00", "2024-06-03T11:00:00");
        shop.wait("2024-06-04T10:00:00", "");
        return shop.report("inquiries");
    }
    void choose(const QString& report) {
        auto* list = page_->list();
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data(items::ReportListModel::NameRole) == report)
                list->setCurrentIndex(list->model()->index(row, 0));
        }
    }
    void showInquiries(qint64 rows) {
        page_->show();
        QSignalSpy wanted(page_.get(), &ChartsPage::tableWanted);
        choose(QStringLiteral("inquiries"));
        page_->setTable(wanted[0].at(0).toULongLong(), inquiries(), rows);
    }
};

QTEST_MAIN(ChartsPageTest)
#include "charts_page_test.moc"
