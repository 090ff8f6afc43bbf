// SPDX-License-Identifier: GPL-3.0-or-later
// How this came about, on the page of a customer.
#include "views/course_panel.h"

#include "shown_lookup_page.h"
#include "views/course_chart.h"
#include "views/customer_drawers.h"
#include "views/timeline_pane.h"
#include "views/verdict_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace goodfaith;
using views::LookupPage;

class CoursePanelTest : public QObject {
    Q_OBJECT

private:
    struct Shown : samples::ShownLookupPage {
        QSignalSpy courses{page.drawers(), &views::CustomerDrawers::courseWanted};
        QSignalSpy days{&page, &LookupPage::asOfWanted};
    };
    std::unique_ptr<Shown> s_;

    views::CoursePanel* panel() const { return s_->page.drawers()->course(); }
    QListView* list() const { return panel()->list(); }
    void open() const {
        s_->open(CustomerId(17), samples::chronic());
        s_->answer(samples::timeline(20));
    }
    void show(const ScoreCourse& course = samples::course()) const {
        s_->page.verdict()->courseButton()->click();
        s_->page.drawers()->setCourse(samples::token(s_->courses), course);
    }

private Q_SLOTS:
    void init() {
        s_ = std::make_unique<Shown>();
        QVERIFY(s_->becomesActive());
        open();
    }
    void cleanup() { s_.reset(); }

    void isAskedForOnlyWhenWanted() {
        QVERIFY(panel()->isHidden());
        QCOMPARE(s_->courses.count(), 0);
        show();
        QVERIFY(panel()->isVisible());
        QCOMPARE(s_->courses.count(), 1);
        QCOMPARE(s_->courses[0][1].value<CustomerId>(), CustomerId(17));
        QCOMPARE(list()->model()->rowCount(), 7);
        QVERIFY(list()->hasFocus());
    }

    void theLatestStandsFirst() {
        show();
        QVERIFY(list()->model()->index(0, 0).data().toString().contains(u"Judged by Kim"_qs));
        QVERIFY(list()->model()->index(1, 0).data().toString().startsWith(
            u"8 May 2024: Chronic pattern"_qs));
    }

    void anOutdatedAnswerIsDropped() {
        s_->page.verdict()->courseButton()->click();
        const quint64 early = samples::token(s_->courses);
        s_->page.reload();
        QCOMPARE(s_->courses.count(), 2);
        s_->page.drawers()->setCourse(early, samples::course());
        QCOMPARE(list()->model()->rowCount(), 0);
        s_->page.drawers()->setCourse(samples::token(s_->courses), samples::course());
        QCOMPARE(list()->model()->rowCount(), 7);
    }

    // Data may change at any time, while one writes or searches.
    void theKeyboardStaysWhereItIs() {
        show();
        auto* search = s_->page.timeline()->searchField();
        search->setFocus();
        s_->page.reload();
        s_->page.drawers()->setCourse(samples::token(s_->courses), samples::course());
        QVERIFY(search->hasFocus());
    }

    void anotherCustomerClosesIt() {
        show();
        s_->page.openCustomer(CustomerId(18));
        QVERIFY(panel()->isHidden());
        QVERIFY(!s_->page.verdict()->courseButton()->isChecked());
    }

    void tooLittleIsSaid() {
        show(ScoreCourse());
        QVERIFY(panel()->message()->isVisible());
        QVERIFY(!list()->isVisible());
        QVERIFY(!panel()->copyButton()->isEnabled());
    }

    void aStepIsLitAndFilters() {
        show();
        QSignalSpy lit(panel(), &views::CoursePanel::stepLit);
        list()->setCurrentIndex(list()->model()->index(2, 0));
        QCOMPARE(lit.constLast().at(0).value<std::vector<EventId>>().size(), size_t(2));
        QTest::keyClick(list(), Qt::Key_Space);
        QCOMPARE(s_->filter().events, (std::vector<EventId>{EventId(10), EventId(11)}));
        QTest::keyClick(list(), Qt::Key_Escape);
        QVERIFY(s_->filter().events.empty());
        QVERIFY(panel()->isVisible());
        QTest::keyClick(list(), Qt::Key_Escape);
        QVERIFY(panel()->isHidden());
    }

    void aClickInTheChartChoosesItsStep() {
        show();
        QSignalSpy chosen(panel(), &views::CoursePanel::stepChosen);
        auto* chart = panel()->chart();
        for (int x = chart->width() - 1; x > 0 && chosen.isEmpty(); --x)
            QTest::mouseClick(chart, Qt::LeftButton, {}, {x, chart->height() / 2});
        QVERIFY(!chosen.isEmpty());
        QCOMPARE(list()->currentIndex().row(), 1);
    }

    void enterShowsThatDay() {
        show();
        list()->setCurrentIndex(list()->model()->index(2, 0));
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(s_->days.constLast().at(0).toDate(), QDate(2024, 1, 19));
    }

    // One goes through the days: the steps that led there and on stay where they are.
    void staysWhereItWasOnAnotherDay() {
        show();
        s_->page.setAsOf(QDate(2024, 1, 19));
        QCOMPARE(s_->courses.count(), 1);
        QCOMPARE(list()->model()->rowCount(), 7);
        s_->page.setAsOf(std::nullopt);
        QCOMPARE(s_->courses.count(), 1);
    }

    void whatBeginsInThePastEndsThere() {
        s_->page.setAsOf(QDate(2024, 1, 19));
        show();
        QCOMPARE(s_->courses.constLast().at(2).value<std::optional<QDate>>(), QDate(2024, 1, 19));
        s_->page.setAsOf(std::nullopt);
        QCOMPARE(s_->courses.count(), 2);
    }

    void copies() {
        show();
        panel()->copyButton()->click();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 7);
        QVERIFY(lines[1].startsWith(u"14 May 2023: A complaint about order 1042 (late)."_qs));
        list()->setCurrentIndex(list()->model()->index(1, 0));
        QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"8 May 2024: Chronic"_qs));
    }

    void whatWouldChangeIsSaidWhereItHelps() {
        Brief brief = samples::goodFaith();
        brief.whatWouldChange = QStringList{u"It would take 3 complaints."_qs};
        brief.score.reasons.front().weight = 0.4;
        s_->answer(brief);
        QVERIFY(s_->page.verdict()->change()->isVisible());
        std::erase_if(brief.score.reasons, [](const Reason& reason) { return reason.weight > 0; });
        s_->answer(brief);
        QVERIFY(!s_->page.verdict()->change()->isVisible());
    }
};

QTEST_MAIN(CoursePanelTest)
#include "course_panel_test.moc"
