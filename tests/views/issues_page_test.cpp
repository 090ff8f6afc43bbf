// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/issues_page.h"

#include "sample_values.h"
#include "views/customers_panel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace goodfaith;
using views::IssuesPage;

class IssuesPageTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<IssuesPage> page_;
    std::unique_ptr<QSignalSpy> asked_;

    quint64 token() const { return asked_->constLast().at(0).toULongLong(); }
    QString shown(int row, int role) const {
        return page_->list()->model()->index(row, 0).data(role).toString();
    }

private Q_SLOTS:
    void init() {
        page_ = std::make_unique<IssuesPage>();
        page_->setFormat(samples::format());
        asked_ = std::make_unique<QSignalSpy>(page_.get(), &IssuesPage::issuesWanted);
        page_->resize(900, 600);
        page_->show();
    }

    void cleanup() {
        asked_.reset();
        page_.reset();
    }

    void asksWhenItIsSeen() {
        QCOMPARE(asked_->count(), 1);
        page_->hide();
        page_->reload();
        QCOMPARE(asked_->count(), 1);
        page_->show();
        QCOMPARE(asked_->count(), 2);
    }

    void saysSoWhereThereIsNone() {
        page_->setIssues(token(), {});
        QVERIFY(page_->message()->isVisible());
        QVERIFY(page_->message()->text().startsWith(QStringLiteral("Nothing that many")));
    }

    void dropsAnEarlierAnswer() {
        const quint64 early = token();
        page_->reload();
        page_->setIssues(early, samples::issues());
        QCOMPARE(page_->list()->model()->rowCount(), 0);
        page_->setIssues(token(), samples::issues());
        QCOMPARE(page_->list()->model()->rowCount(), 4);
        QVERIFY(page_->list()->isVisible());
    }

    void saysWhatHowManyAndSinceWhen_data() {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("figures");
        QTest::addColumn<QString>("period");
        QTest::addColumn<QString>("state");
        const auto row = [](int number, const char* title, const char* figures, const char* period,
                            const char* state) {
            QTest::newRow(title) << number << QString::fromUtf8(title) << QString::fromUtf8(figures)
                                 << QString::fromUtf8(period) << QString::fromUtf8(state);
        };
        row(0, "Defective: Kettle, blue (KET-2)", "9 complaints where 2 are usual",
            "since 24 Jun 2024", "Goes on");
        row(1, "Not received: FastPost", "31 complaints where 6 are usual",
            "6 May 2024 to 20 May 2024", "Over");
        row(2, "Billing", "6 complaints where hardly any is usual", "12 Feb 2024", "Over");
    }
    void saysWhatHowManyAndSinceWhen() {
        QFETCH(int, row);
        page_->setIssues(token(), samples::issues());
        QTEST(shown(row, items::TitleRole), "title");
        QTEST(shown(row, items::SnippetRole), "figures");
        QTEST(shown(row, items::WhenRole), "period");
        QTEST(shown(row, items::StatusRole), "state");
        QFETCH(QString, figures);
        QVERIFY(shown(row, Qt::AccessibleTextRole).contains(figures));
    }

    void enterShowsTheCustomersAndOpensOne() {
        page_->setIssues(token(), samples::issues());
        QSignalSpy wanted(page_.get(), &IssuesPage::customersWanted);
        QTest::keyClick(page_->list(), Qt::Key_Down);
        QTest::keyClick(page_->list(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][1].value<CommonIssue>().subject.carrier, QStringLiteral("FastPost"));
        page_->setCustomers(wanted[0][0].toULongLong(), samples::customersOfIssue());
        QVERIFY(page_->customers()->isVisible());
        QSignalSpy chosen(page_.get(), &IssuesPage::customerChosen);
        QTest::keyClick(page_->customers()->table(), Qt::Key_Return);
        QCOMPARE(chosen[0][0].value<CustomerId>(), CustomerId(17));
        QTest::keyClick(page_->customers()->table(), Qt::Key_Escape);
        QVERIFY(!page_->customers()->isVisible());
    }

    void aClickShowsThem() {
        page_->setIssues(token(), samples::issues());
        QSignalSpy wanted(page_.get(), &IssuesPage::customersWanted);
        const QRect card = page_->list()->visualRect(page_->list()->model()->index(0, 0));
        QTest::mouseClick(page_->list()->viewport(), Qt::LeftButton, {}, card.center());
        QCOMPARE(wanted.count(), 1);
    }

    void isASoundModel() {
        items::IssuesModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setIssues(samples::issues());
        model.setFormat(samples::format());
        model.setIssues({});
    }
};

QTEST_MAIN(IssuesPageTest)
#include "issues_page_test.moc"
