// SPDX-License-Identifier: GPL-3.0-or-later
// Judging pairs by keys, and the parties of a customer.
#include "views/same_page.h"

#include "sample_values.h"
#include "views/comparison_grid.h"
#include "views/customer_header.h"
#include "views/customer_picker.h"
#include "views/lookup_page.h"
#include "views/main_window.h"
#include "views/parties_panel.h"
#include "views/search_bar.h"
#include "views/timeline_pane.h"
#include "views/undo_buttons.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace goodfaith;
using views::MainWindow;
using views::SamePage;
using PairJudgement = SamePage::Judgement;

class SamePageTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<MainWindow> window_;
    std::unique_ptr<QSignalSpy> queues_;
    std::unique_ptr<QSignalSpy> pairs_;
    std::unique_ptr<QSignalSpy> judgements_;

    SamePage& page() { return *window_->same(); }
    views::LookupPage& lookup() { return *window_->lookup(); }

    void answerQueue(const std::vector<items::SuggestedPair>& pairs = samples::suggestedPairs()) {
        page().setQueue(queues_->constLast().at(0).toULongLong(), pairs);
    }
    // Those asked for since the last time.
    void answerPairs() {
        while (!pairs_->isEmpty()) {
            const auto asked = pairs_->takeFirst();
            const auto pair = asked.at(1).value<items::SuggestedPair>();
            page().setPair(asked.at(0).toULongLong(), pair, samples::comparison(pair));
        }
    }
    void open() {
        window_->showPage(MainWindow::Page::Same);
        page().reload();
        answerQueue();
        answerPairs();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : window_.get(), key, modifiers);
    }
    void openParties() {
        QSignalSpy briefs(&lookup(), &views::LookupPage::briefWanted);
        QSignalSpy parties(&lookup(), &views::LookupPage::partiesWanted);
        lookup().openCustomer(CustomerId(17));
        lookup().setBrief(briefs[0][0].toULongLong(), samples::goodFaith());
        lookup().setParties(parties[0][0].toULongLong(), samples::parties());
        lookup().header()->partiesButton()->click();
    }

private Q_SLOTS:
    void init() {
        window_ = std::make_unique<MainWindow>();
        window_->setShop(samples::settings(), samples::now());
        queues_ = std::make_unique<QSignalSpy>(&page(), &SamePage::queueWanted);
        pairs_ = std::make_unique<QSignalSpy>(&page(), &SamePage::pairWanted);
        judgements_ = std::make_unique<QSignalSpy>(&page(), &SamePage::judgementMade);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }

    void cleanup() { window_.reset(); }

    void saysHowManyAreLeft() {
        open();
        const auto buttons = window_->findChildren<QToolButton*>();
        const bool any = std::any_of(buttons.begin(), buttons.end(), [](const QToolButton* one) {
            return one->accessibleName() == u"Same person? 2 left";
        });
        QVERIFY(any);
        QCOMPARE(page().kindButton(SuggestionKind::Linked)->text(),
                 QStringLiteral("Only linked  1"));
    }

    void keysJudge_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<PairJudgement>("judgement");
        QTest::newRow("A") << int(Qt::Key_A) << PairJudgement::Same;
        QTest::newRow("S") << int(Qt::Key_S) << PairJudgement::Apart;
        QTest::newRow("D") << int(Qt::Key_D) << PairJudgement::Dismiss;
    }
    void keysJudge() {
        QFETCH(int, key);
        QFETCH(PairJudgement, judgement);
        open();
        QCOMPARE(*page().shown(), samples::suggestedPairs()[0]);
        press(static_cast<Qt::Key>(key));
        QCOMPARE(judgements_->count(), 1);
        QCOMPARE(judgements_->at(0).at(0).value<items::SuggestedPair>(),
                 samples::suggestedPairs()[0]);
        QCOMPARE(judgements_->at(0).at(1).value<PairJudgement>(), judgement);
        // The next one was there before it was needed.
        QCOMPARE(*page().shown(), samples::suggestedPairs()[1]);
        QCOMPARE(page().left(), 1);
    }

    void whatIsNotOnTheScreenIsNotJudged() {
        window_->showPage(MainWindow::Page::Same);
        page().reload();
        press(Qt::Key_A);
        answerQueue();
        press(Qt::Key_A);
        QCOMPARE(judgements_->count(), 0);
        QVERIFY(!page().button(PairJudgement::Same)->isEnabled());
        answerPairs();
        press(Qt::Key_A);
        QCOMPARE(judgements_->count(), 1);
    }

    void lettersTypedElsewhereJudgeNobody() {
        open();
        press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(window_->search()->field(), QStringLiteral("asd"));
        QCOMPARE(judgements_->count(), 0);
    }

    void whatFailedComesBack() {
        open();
        const auto pair = samples::suggestedPairs()[0];
        press(Qt::Key_A);
        page().judged(pair, false);
        answerQueue();
        answerPairs();
        QCOMPARE(*page().shown(), pair);
        QCOMPARE(page().left(), 2);
    }

    void lateAnswersAreDropped() {
        open();
        const quint64 early = queues_->constLast().at(0).toULongLong();
        press(Qt::Key_A);
        page().judged(samples::suggestedPairs()[0], true);
        page().setQueue(early, samples::suggestedPairs());
        QCOMPARE(page().left(), 1);
    }

    void nextPreviousAndUndo() {
        open();
        press(Qt::Key_N);
        QCOMPARE(*page().shown(), samples::suggestedPairs()[1]);
        press(Qt::Key_P);
        QCOMPARE(*page().shown(), samples::suggestedPairs()[0]);
        QSignalSpy undo(&page(), &SamePage::undoWanted);
        QSignalSpy redo(&page(), &SamePage::redoWanted);
        press(Qt::Key_U);
        press(Qt::Key_U, Qt::ShiftModifier);
        QCOMPARE(undo.count(), 1);
        QCOMPARE(redo.count(), 1);
    }

    void showsWhatWouldComeTogetherAndWhatSpeaksAgainst() {
        open();
        QVERIFY(
            page().outcome()->text().startsWith(u"Joined, they are customer 17 with 15 orders"));
        page().kindButton(SuggestionKind::Linked)->click();
        answerPairs();
        QStringList texts;
        for (const QLabel* label : page().findChildren<QLabel*>())
            texts << (label->isVisible() ? label->text() : QString());
        const QString all = texts.join(u'\n');
        QVERIFY2(all.contains(u"Their names differ"), qPrintable(all));
        QVERIFY(all.contains(u"Bob Lindqvist (52)"));
        QVERIFY(all.contains(u"strong"));
    }

    void plainWordsWhereThereIsNobody() {
        window_->showPage(MainWindow::Page::Same);
        page().reload();
        QCOMPARE(page().message()->text(), QStringLiteral("Loading …"));
        page().setLooking(true);
        answerQueue({});
        QVERIFY(page().message()->text().startsWith(u"Looking for customers"));
        page().setLooking(false);
        QVERIFY(page().message()->text().startsWith(u"Nobody left to compare."));
    }

    void ctrlZUndoesButNotWhereOneTypes() {
        QSignalSpy undo(window_->acts(), &views::UndoButtons::undoWanted);
        window_->acts()->setActs(QStringLiteral("joining Ada (17) and Bob (18)"), {});
        QVERIFY(window_->acts()->undo()->toolTip().contains(u"joining Ada (17)"));
        QVERIFY(!window_->acts()->redo()->isEnabled());
        window_->search()->focusField();
        QTest::keyClicks(window_->search()->field(), QStringLiteral("ada"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.count(), 0);
        window_->showPage(MainWindow::Page::Same);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(undo.count(), 1);
    }

    void aPartyIsSplitOff() {
        openParties();
        QCOMPARE(lookup().header()->partiesButton()->text(),
                 QStringLiteral("Known by 4 sets of keys"));
        auto* panel = lookup().parties();
        QVERIFY(panel->isVisible() && !lookup().timeline()->isVisible());
        QSignalSpy split(&lookup(), &views::LookupPage::splitWanted);
        panel->list()->setCurrentIndex(panel->model()->index(2));
        panel->splitButton()->click();
        QCOMPARE(split[0][0].value<CustomerId>(), CustomerId(17));
        QCOMPARE(split[0][1].value<PartyId>(), PartyId(3));
        QTest::keyClick(panel->list(), Qt::Key_Escape);
        QVERIFY(lookup().timeline()->isVisible());
    }

    void anotherCustomerIsJoinedAfterAPreview() {
        openParties();
        lookup().parties()->joinButton()->click();
        auto* picker = lookup().picker();
        QVERIFY(picker->isVisible() && picker->search()->field()->hasFocus());
        QSignalSpy wanted(&lookup(), &views::LookupPage::comparisonWanted);
        QSignalSpy join(&lookup(), &views::LookupPage::joinWanted);
        Q_EMIT picker->search()->customerChosen(CustomerId(52));
        QVERIFY(!picker->doButton()->isEnabled());
        lookup().setComparison(wanted[0][0].toULongLong(),
                               samples::comparison(samples::suggestedPairs()[2]));
        QVERIFY(picker->outcome()->text().contains(u"But: Their names differ"));
        picker->doButton()->click();
        QCOMPARE(join[0][0].value<CustomerId>(), CustomerId(17));
        QCOMPARE(join[0][1].value<CustomerId>(), CustomerId(52));
        QVERIFY(!picker->isVisible());
    }

    void anEventIsMoved() {
        openParties();
        auto* picker = lookup().picker();
        Q_EMIT lookup().timeline()->moveWanted(EventId(6), QStringLiteral("Order 1042"));
        QVERIFY(picker->isVisible());
        QSignalSpy wanted(&lookup(), &views::LookupPage::comparisonWanted);
        QSignalSpy move(&lookup(), &views::LookupPage::moveWanted);
        Q_EMIT picker->search()->customerChosen(CustomerId(17));
        QCOMPARE(wanted.count(), 0);  // it is theirs already
        Q_EMIT picker->search()->customerChosen(CustomerId(52));
        lookup().setComparison(wanted[0][0].toULongLong(),
                               samples::comparison(samples::suggestedPairs()[2]));
        QVERIFY(picker->outcome()->text().contains(u"Bob Lindqvist (52)"));
        QTest::keyClick(picker->doButton(), Qt::Key_Return);
        QCOMPARE(move[0][0].value<EventId>(), EventId(6));
        QCOMPARE(move[0][1].value<CustomerId>(), CustomerId(52));
    }

    void veryManyPairsAreShownAtOnce() {
        std::vector<items::SuggestedPair> many;
        for (qint64 i = 1; i <= 50'000; ++i)
            many.push_back({CustomerId(i), CustomerId(i + 100'000), SuggestionKind::Same});
        open();
        QElapsedTimer timer;
        qint64 worst = 0;
        const auto measure = [&](auto what) {
            timer.start();
            what();
            worst = std::max(worst, timer.nsecsElapsed() / 1000);
        };
        page().reload();
        measure([&] { answerQueue(many); });
        measure([&] { answerPairs(); });
        measure([&] { (void)page().grab(); });
        for (int i = 0; i < 5; ++i) {
            measure([&] { press(Qt::Key_A); });
            measure([&] { answerPairs(); });
            measure([&] { (void)page().grab(); });
        }
        qInfo("the longest step took %lld us", worst);
        QCOMPARE(page().left(), 49'995);
        // Generous: a busy machine must not fail it.
        QVERIFY(worst < 200'000);
    }
};

QTEST_MAIN(SamePageTest)
#include "same_page_test.moc"
