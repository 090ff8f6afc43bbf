// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lookup_page.h"

#include "shown_lookup_page.h"
#include "views/event_reader.h"
#include "views/kind_chips.h"
#include "views/score_tile.h"
#include "views/timeline_pane.h"
#include "views/verdict_panel.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace goodfaith;
using views::LookupPage;

class LookupPageTest : public QObject {
    Q_OBJECT

private:
    struct Shown : samples::ShownLookupPage {
        QSignalSpy counts{&page, &LookupPage::kindCountsWanted};
        QSignalSpy texts{&page, &LookupPage::eventTextWanted};
    };
    std::unique_ptr<Shown> s_;

    QListView* list() const { return s_->page.timeline()->list(); }
    int events() const { return s_->page.timeline()->model()->eventCount(); }

    void open(const Brief& brief = samples::goodFaith(), int rows = 40) {
        s_->open(CustomerId(17), brief);
        s_->page.setKindCounts(samples::token(s_->counts), samples::kindCounts());
        s_->answer(samples::timeline(rows));
    }
    void chooseReason(int row) {
        auto* reasons = s_->page.verdict()->reasons();
        QTest::mouseClick(reasons->viewport(), Qt::LeftButton, {},
                          reasons->visualRect(reasons->model()->index(row, 0)).center());
    }

private Q_SLOTS:
    void init() {
        s_ = std::make_unique<Shown>();
        QVERIFY(s_->becomesActive());
    }

    void cleanup() { s_.reset(); }

    void asksForEverythingOfACustomer() {
        s_->page.openCustomer(CustomerId(17));
        QCOMPARE(s_->briefs.count(), 1);
        QCOMPARE(s_->pages.count(), 1);
        QCOMPARE(s_->counts.count(), 1);
        QCOMPARE(s_->pages[0][1].value<CustomerId>(), CustomerId(17));
    }

    void dropsTheBriefOfAnEarlierCustomer() {
        s_->page.openCustomer(CustomerId(17));
        const quint64 early = samples::token(s_->briefs);
        s_->page.openCustomer(CustomerId(18));
        s_->page.setBrief(early, samples::goodFaith());
        QVERIFY(!s_->page.verdict()->isVisible());
        s_->answer(samples::goodFaith());
        QVERIFY(s_->page.verdict()->isVisible());
    }

    void saysTooLittleData() {
        open(samples::littleKnown(), 1);
        for (const auto* tile : s_->page.findChildren<views::ScoreTile*>())
            QVERIFY(tile->accessibleName().contains(QStringLiteral("too little data")));
    }

    void anAsOfDayLimitsBriefAndTimeline() {
        open();
        s_->page.setAsOf(QDate(2024, 6, 1));
        QCOMPARE(s_->briefs.constLast().at(2).value<std::optional<QDate>>(), QDate(2024, 6, 1));
        QCOMPARE(*s_->filter().to, endOfDay(QDate(2024, 6, 1), QTimeZone("Europe/Berlin")));
    }

    void aReasonChosenFiltersToItsEvents() {
        open();
        chooseReason(0);
        QCOMPARE(s_->filter().events, (std::vector<EventId>{EventId(1), EventId(5)}));
        QVERIFY(s_->page.timeline()->onlyBar()->isVisible());
        s_->answer(samples::timeline(2));
        QCOMPARE(events(), 2);
    }

    void theBarTakesTheFilterBack() {
        open();
        chooseReason(0);
        QTest::mouseClick(s_->page.timeline()->onlyBar()->findChild<QToolButton*>(),
                          Qt::LeftButton);
        QVERIFY(s_->filter().events.empty());
        QVERIFY(!s_->page.timeline()->onlyBar()->isVisible());
    }

    void aReasonUnderTheMouseIsLit() {
        open();
        QSignalSpy lit(s_->page.verdict(), &views::VerdictPanel::reasonLit);
        auto* reasons = s_->page.verdict()->reasons();
        reasons->setCurrentIndex(reasons->model()->index(1, 0));
        QCOMPARE(lit.constLast().at(0).value<std::vector<EventId>>().size(), size_t(3));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(reasons->viewport(), &leave);
        QVERIFY(lit.constLast().at(0).value<std::vector<EventId>>().empty());
    }

    void chipsFilterByKind() {
        open();
        auto* chips = s_->page.timeline()->chips();
        QCOMPARE(chips->chip(RecordKind::Call)->text(), QStringLiteral("Calls  9"));
        QCOMPARE(chips->chip(RecordKind::Refund)->text(), QStringLiteral("Refund  1"));
        QVERIFY(!chips->chip(RecordKind::Visit)->isVisible());
        chips->chip(RecordKind::Call)->click();
        QCOMPARE(s_->filter().kinds, std::vector<RecordKind>{RecordKind::Call});
        QVERIFY(!chips->all()->isChecked());
        chips->all()->click();
        QVERIFY(s_->filter().kinds.empty());
        QVERIFY(!chips->chip(RecordKind::Call)->isChecked());
    }

    void searchFiltersAfterARest() {
        open();
        QTest::keyClick(&s_->page, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(s_->page.timeline()->searchField()->hasFocus());
        QTest::keyClicks(s_->page.timeline()->searchField(), QStringLiteral("parcel"));
        QTRY_COMPARE(s_->filter().words, QStringLiteral("parcel"));
    }

    void enterReadsTheWholeText() {
        open();
        list()->setFocus();
        list()->setCurrentIndex(s_->page.timeline()->model()->indexOf(EventId(1)));
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(s_->texts.count(), 1);
        QCOMPARE(s_->texts[0][1].value<EventId>(), EventId(1));
        s_->page.setEventText(samples::token(s_->texts), QStringLiteral("All of it"));
        auto* reader = s_->page.timeline()->reader();
        QCOMPARE(reader->text()->toPlainText(), QStringLiteral("All of it"));
        s_->page.setEventText(samples::token(s_->texts) - 1, QStringLiteral("of another"));
        QCOMPARE(reader->text()->toPlainText(), QStringLiteral("All of it"));
        reader->text()->setFocus();
        QTest::keyClick(reader->text(), Qt::Key_Escape);
        QVERIFY(!reader->isVisible());
        QVERIFY(list()->hasFocus());
    }

    void copiesTheRow() {
        open();
        list()->setFocus();
        list()->setCurrentIndex(s_->page.timeline()->model()->indexOf(EventId(6)));
        QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(
            QGuiApplication::clipboard()->text(),
            QStringLiteral("Thu 27 Jun 2024 15:05, Order, Order 1042, €129.00, placed, Kettle, "
                           "stainless; 2 filters"));
    }

    void reloadingKeepsTheFilters() {
        open();
        chooseReason(0);
        s_->page.reload();
        QCOMPARE(s_->filter().events.size(), size_t(2));
        s_->page.openCustomer(CustomerId(18));
        QVERIFY(s_->filter().events.empty());
    }

    void aHundredThousandRowsPaintAtOnce() {
        open(samples::goodFaith(), 100000);
        QCOMPARE(events(), 100000);
        QElapsedTimer timer;
        (void)list()->viewport()->grab();
        qint64 worst = 0;
        for (const int row : {0, 50000, 99999}) {
            timer.start();
            list()->scrollTo(list()->model()->index(row, 0));
            (void)list()->viewport()->grab();
            worst = std::max(worst, timer.nsecsElapsed() / 1000);
        }
        qInfo("scrolled and painted in at most %lld us", worst);
        // Generous: a busy machine must not fail it; a walk over all rows takes a second.
        QVERIFY(worst < 200000);
    }
};

QTEST_MAIN(LookupPageTest)
#include "lookup_page_test.moc"
