// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts_page.h"

#include "sample_values.h"
#include "views/chart_card.h"
#include "views/customers_panel.h"
#include "views/weekly_chart.h"

#include <QBarSet>
#include <QChart>
#include <QComboBox>
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
};

QTEST_MAIN(ChartsPageTest)
#include "charts_page_test.moc"
