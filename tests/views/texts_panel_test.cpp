// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases and answers on the page of a customer.
#include "views/texts_panel.h"

#include "shown_lookup_page.h"
#include "views/course_panel.h"
#include "views/customer_drawers.h"
#include "views/do_row.h"
#include "views/text_editor.h"
#include "views/verdict_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <cstdlib>
#include <memory>

using namespace goodfaith;
using views::LookupPage;

class TextsPanelTest : public QObject {
    Q_OBJECT

private:
    struct Shown : samples::ShownLookupPage {
        QSignalSpy texts{page.drawers(), &views::CustomerDrawers::textsWanted};
        QSignalSpy saved{page.drawers(), &views::CustomerDrawers::textSaveWanted};
        QSignalSpy removed{page.drawers(), &views::CustomerDrawers::textRemoveWanted};
    };
    std::unique_ptr<Shown> s_;

    views::TextsPanel* panel() const { return s_->page.drawers()->texts(); }
    views::TextEditor* editor() const { return panel()->editor(); }
    QListView* list() const { return panel()->list(); }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }
    void openPhrases() const {
        s_->page.doRow()->phrases()->click();
        s_->page.drawers()->setTexts(samples::token(s_->texts), samples::phrases());
    }
    ShopText saved() const { return s_->saved.constLast().at(0).value<ShopText>(); }

private Q_SLOTS:
    void init() {
        QGuiApplication::clipboard()->clear();
        s_ = std::make_unique<Shown>();
        QVERIFY(s_->becomesActive());
        s_->open(CustomerId(17), samples::goodFaith());
    }
    void cleanup() { s_.reset(); }

    void areAskedForWhenWanted() {
        QCOMPARE(s_->texts.count(), 0);
        openPhrases();
        QCOMPARE(s_->texts[0][1].value<ShopTextKind>(), ShopTextKind::Phrase);
        QCOMPARE(list()->model()->rowCount(), 5);
        QVERIFY(panel()->search()->hasFocus());
        s_->page.doRow()->faq()->click();
        QCOMPARE(s_->texts.constLast().at(1).value<ShopTextKind>(), ShopTextKind::Answer);
        QCOMPARE(list()->model()->rowCount(), 0);
        QVERIFY(!s_->page.doRow()->phrases()->isChecked());
        s_->page.doRow()->faq()->click();
        QVERIFY(panel()->isHidden());
    }

    void anOutdatedAnswerIsDropped() {
        s_->page.doRow()->phrases()->click();
        const quint64 early = samples::token(s_->texts);
        s_->page.reload();
        s_->page.drawers()->setTexts(early, samples::phrases());
        QCOMPARE(list()->model()->rowCount(), 0);
    }

    void onlyOneDrawerIsOpen() {
        openPhrases();
        s_->page.verdict()->courseButton()->click();
        QVERIFY(panel()->isHidden());
        QVERIFY(s_->page.drawers()->course()->isVisible());
        openPhrases();
        QVERIFY(!s_->page.drawers()->course()->isVisible());
        s_->page.openCustomer(CustomerId(18));
        QVERIFY(panel()->isHidden());
    }

    void closesWhereNobodyIsShown() {
        openPhrases();
        s_->page.reload();
        s_->page.briefFailed(samples::token(s_->briefs));
        QVERIFY(panel()->isHidden());
        QVERIFY(!s_->page.doRow()->phrases()->isChecked());
        const qsizetype asked = s_->texts.count();
        s_->page.reload();
        QCOMPARE(s_->texts.count(), asked);
    }

    // On any palette, and on the one that comes next.
    void theButtonOfWhatIsOpenStandsOut() {
        const auto ground = [this] {
            return s_->page.doRow()->phrases()->palette().color(QPalette::Button);
        };
        const auto shade = [this] {
            return s_->page.doRow()->palette().color(QPalette::Button).lightness();
        };
        const int width = s_->page.doRow()->phrases()->width();
        const auto isPlain = [&] { return ground().lightness() == shade(); };
        const QPalette before = QApplication::palette();
        QVERIFY(isPlain());
        openPhrases();
        for (const QColor& colour : {QColor(0xef, 0xef, 0xef), QColor(0x2b, 0x2b, 0x2d)}) {
            QApplication::setPalette(QPalette(colour));
            QCoreApplication::processEvents();
            QVERIFY(std::abs(shade() - colour.lightness()) < 10);
            QVERIFY(std::abs(ground().lightness() - shade()) > 20);
        }
        QTRY_COMPARE(s_->page.doRow()->phrases()->width(), width);
        s_->page.doRow()->phrases()->click();
        QVERIFY(isPlain());
        QApplication::setPalette(before);
        QCoreApplication::processEvents();
        QVERIFY(isPlain());
    }

    void enterCopiesWhatIsFilled() {
        openPhrases();
        QTest::keyClick(panel()->search(), Qt::Key_Return);
        QCOMPARE(clipboard(), samples::phrases()[0].text);
        QCOMPARE(panel()->state()->text(), u"Copied"_qs);
        QTest::keyClick(panel()->search(), Qt::Key_Down);
        QTest::keyClick(panel()->search(), Qt::Key_Return);
        QCOMPARE(clipboard(), samples::phrases()[1].text);
    }

    void aClickCopies() {
        openPhrases();
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualRect(list()->model()->index(1, 0)).center());
        QCOMPARE(clipboard(), samples::phrases()[1].text);
    }

    void whatIsNotFilledSaysWhatIsMissing() {
        openPhrases();
        const QModelIndex last = list()->model()->index(4, 0);
        list()->setCurrentIndex(last);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(clipboard(), QString());
        QVERIFY(last.data().toString().contains(u"Not known here: refund day"_qs));
    }

    void isFoundByWords() {
        openPhrases();
        QTest::keyClicks(panel()->search(), u"ask CARRIER"_qs);
        QCOMPARE(list()->model()->rowCount(), 1);
        QTest::keyClick(panel()->search(), Qt::Key_Return);
        QCOMPARE(clipboard(), samples::phrases()[1].text);
        QTest::keyClicks(panel()->search(), u"xyz"_qs);
        QVERIFY(!list()->isVisible());
    }

    void saysWhoChangedItWhen() {
        openPhrases();
        list()->setCurrentIndex(list()->model()->index(2, 0));
        QCOMPARE(panel()->state()->text(), u"Changed by kim on 3 May 2024."_qs);
    }

    void escapeCloses() {
        openPhrases();
        QTest::keyClick(panel()->search(), Qt::Key_Escape);
        QVERIFY(panel()->isHidden());
    }

    void aNewOneIsWritten() {
        openPhrases();
        panel()->addButton()->click();
        QVERIFY(editor()->isVisible());
        QVERIFY(!editor()->save()->isEnabled());
        QTest::keyClicks(editor()->title(), u"Size"_qs);
        editor()->text()->setPlainText(u"Take {shoe_size}"_qs);
        QVERIFY(editor()->problem()->text().contains(u"{shoe_size}"_qs));
        QVERIFY(!editor()->save()->isEnabled());
        editor()->text()->setPlainText(u"Order "_qs);
        editor()->text()->moveCursor(QTextCursor::End);
        editor()->insert()->menu()->actions().at(2)->trigger();
        editor()->fits()->setCurrentIndex(1);
        editor()->save()->click();
        QCOMPARE(saved().text, u"Order {order}"_qs);
        QCOMPARE(saved().key, QString());
        QCOMPARE(saved().fits, QStringList{nameOf(allTopics().front())});
        panel()->ended(false);
        QVERIFY(editor()->isVisible() && editor()->save()->isEnabled());
        panel()->ended(true);
        QVERIFY(list()->isVisible());
        auto after = samples::phrases();
        after[3].said.title = u"Size"_qs;
        s_->page.drawers()->setTexts(samples::token(s_->texts), after);
        QCOMPARE(list()->currentIndex().row(), 3);
    }

    void oneIsChangedAndRemoved() {
        openPhrases();
        list()->setCurrentIndex(list()->model()->index(4, 0));
        QTest::keyClick(list(), Qt::Key_F2);
        QVERIFY(editor()->text()->toPlainText().contains(u"{refund}"_qs));
        QTest::keyClick(editor()->text(), Qt::Key_Escape);
        QVERIFY(list()->isVisible());
        QVERIFY(panel()->isVisible());
        list()->setCurrentIndex(list()->model()->index(1, 0));
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(s_->removed.constLast().at(1).toString(), u"We ask the carrier"_qs);
    }

    void noQuestionYet() {
        s_->page.doRow()->faq()->click();
        s_->page.drawers()->setTexts(samples::token(s_->texts), {});
        QVERIFY(!list()->isVisible());
        QVERIFY(panel()->addButton()->isEnabled());
        QVERIFY(!panel()->changeButton()->isEnabled());
    }
};

QTEST_MAIN(TextsPanelTest)
#include "texts_panel_test.moc"
