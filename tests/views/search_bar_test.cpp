// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search_bar.h"

#include "sample_values.h"

#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace goodfaith;
using views::SearchBar;

class SearchBarTest : public QObject {
    Q_OBJECT

private:
    struct Window {
        QWidget window;
        SearchBar* bar = new SearchBar(&window);
        QSignalSpy asked{bar, &SearchBar::queryChanged};
        QSignalSpy chosen{bar, &SearchBar::customerChosen};
        quint64 lastToken() const { return asked.constLast().at(0).toULongLong(); }
    };
    std::unique_ptr<Window> w_;

    void type(const QString& text) { QTest::keyClicks(w_->bar->field(), text); }
    void press(Qt::Key key) { QTest::keyClick(w_->bar->field(), key); }
    CustomerId chosen() const { return w_->chosen.constLast().at(0).value<CustomerId>(); }

private Q_SLOTS:
    void init() {
        w_ = std::make_unique<Window>();
        w_->window.resize(600, 400);
        w_->bar->resize(500, 32);
        w_->window.show();
        w_->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&w_->window));
        w_->bar->focusField();
    }

    void cleanup() { w_.reset(); }

    void asksOnceAfterTypingRests() {
        type(QStringLiteral("ada"));
        QCOMPARE(w_->asked.count(), 0);
        QVERIFY(w_->asked.wait());
        QCOMPARE(w_->asked.count(), 1);
        QCOMPARE(w_->asked[0][1].toString(), QStringLiteral("ada"));
    }

    void asksNothingForBlanks() {
        type(QStringLiteral("   "));
        QTest::qWait(2 * SearchBar::restMilliseconds);
        QCOMPARE(w_->asked.count(), 0);
    }

    void showsAnswersBelow() {
        type(QStringLiteral("ada"));
        QVERIFY(w_->asked.wait());
        w_->bar->setMatches(w_->lastToken(), samples::matches());
        QVERIFY(w_->bar->answers()->isVisible());
        QCOMPARE(w_->bar->answers()->model()->rowCount(), 3);
        QVERIFY(w_->bar->field()->hasFocus());
    }

    void dropsLateAnswers() {
        type(QStringLiteral("ada"));
        QVERIFY(w_->asked.wait());
        const quint64 early = w_->lastToken();
        type(QStringLiteral("m"));
        w_->bar->setMatches(early, samples::matches());
        QCOMPARE(w_->bar->answers()->model()->rowCount(), 0);
    }

    void enterOpensTheFirst() {
        type(QStringLiteral("ada"));
        QVERIFY(w_->asked.wait());
        w_->bar->setMatches(w_->lastToken(), samples::matches());
        press(Qt::Key_Return);
        QCOMPARE(chosen(), CustomerId(17));
        QVERIFY(!w_->bar->answers()->isVisible());
    }

    void arrowsChoose() {
        type(QStringLiteral("ada"));
        QVERIFY(w_->asked.wait());
        w_->bar->setMatches(w_->lastToken(), samples::matches());
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(chosen(), CustomerId(18));
    }

    void enterBeforeTheAnswerOpensItWhenItComes() {
        type(QStringLiteral("ada"));
        press(Qt::Key_Return);
        QCOMPARE(w_->asked.count(), 1);
        QCOMPARE(w_->chosen.count(), 0);
        w_->bar->setMatches(w_->lastToken(), samples::matches());
        QCOMPARE(chosen(), CustomerId(17));
    }

    void aClickOpens() {
        type(QStringLiteral("ada"));
        QVERIFY(w_->asked.wait());
        w_->bar->setMatches(w_->lastToken(), samples::matches());
        auto* list = w_->bar->answers();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(2, 0)).center());
        QCOMPARE(chosen(), CustomerId(19));
    }

    void escapeGoesBack() {
        QSignalSpy escaped(w_->bar, &SearchBar::escaped);
        type(QStringLiteral("ada"));
        QVERIFY(w_->asked.wait());
        w_->bar->setMatches(w_->lastToken(), samples::matches());
        press(Qt::Key_Escape);
        QCOMPARE(escaped.count(), 1);
        QVERIFY(!w_->bar->answers()->isVisible());
        QCOMPARE(w_->bar->field()->text(), QStringLiteral("ada"));
    }
};

QTEST_MAIN(SearchBarTest)
#include "search_bar_test.moc"
