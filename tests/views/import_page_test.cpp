// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/import_page.h"

#include "sample_values.h"
#include "views/past_imports.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace goodfaith;
using views::ImportPage;
using State = ImportPage::State;

class ImportPageTest : public QObject {
    Q_OBJECT

private:
    struct Shown {
        ImportPage page;
        QSignalSpy inputs{&page, &ImportPage::inputsWanted};
        QSignalSpy previews{&page, &ImportPage::previewWanted};
        QSignalSpy checks{&page, &ImportPage::checkWanted};
        QSignalSpy imports{&page, &ImportPage::importWanted};
        QSignalSpy cancels{&page, &ImportPage::cancelWanted};
    };
    std::unique_ptr<Shown> s_;

    static quint64 token(const QSignalSpy& spy) { return spy.constLast().at(0).toULongLong(); }
    void choose() { s_->page.addPaths({QStringLiteral("/data")}); }
    void recognise() {
        choose();
        s_->page.setInputs(token(s_->inputs), samples::inputs());
    }
    void check() {
        recognise();
        s_->page.setCheckOutcome(token(s_->checks), samples::outcome());
    }

    void pressDelete() {
        s_->page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&s_->page));
        s_->page.inputsTable()->setFocus();
        QTest::keyClick(s_->page.inputsTable(), Qt::Key_Delete);
    }

private Q_SLOTS:
    void init() {
        s_ = std::make_unique<Shown>();
        s_->page.setFormat(samples::format());
        s_->page.resize(900, 700);
        s_->page.show();
    }

    void cleanup() { s_.reset(); }

    void looksIntoWhatIsChosen() {
        choose();
        QCOMPARE(s_->inputs[0][1].toStringList(), QStringList{QStringLiteral("/data")});
        QVERIFY(s_->page.state() == State::Recognising);
    }

    void checksTheUsableOnesAndPreviewsTheFirst() {
        recognise();
        QCOMPARE(s_->checks[0][1].toStringList(),
                 (QStringList{QStringLiteral("/data/orders-2024-07.csv"),
                              QStringLiteral("/data/support.mbox")}));
        QCOMPARE(s_->previews[0][1].toString(), QStringLiteral("/data/orders-2024-07.csv"));
        QVERIFY(!s_->page.importButton()->isEnabled());
    }

    void addsToWhatIsChosen() {
        recognise();
        s_->page.addPaths({QStringLiteral("/more"), QStringLiteral("/data/support.mbox")});
        QCOMPARE(s_->cancels.count(), 1);
        QCOMPARE(s_->inputs[1][1].toStringList().size(), 4);
    }

    void importsOnlyAfterTheCheck() {
        check();
        QVERIFY(s_->page.importButton()->isEnabled());
        s_->page.importButton()->click();
        QCOMPARE(s_->imports.count(), 1);
        s_->page.setProgress(token(s_->imports), {50, 100, 10, 1000.0, {}});
        s_->page.setImportOutcome(token(s_->imports), samples::outcome());
        QVERIFY(s_->page.state() == State::Done);
        QVERIFY(s_->page.saveRejectsButton()->isVisible());
    }

    void offersWhatIsProbablyOurs() {
        check();
        s_->page.importButton()->click();
        auto outcome = samples::outcome();
        outcome.probablyOurs = QStringLiteral("r&d@shop.example");
        s_->page.setImportOutcome(token(s_->imports), outcome);
        auto* button = s_->page.oursButton();
        QVERIFY(button->isVisible());
        QCOMPARE(button->text(), QStringLiteral("r&&d@shop.example is ours"));
        QSignalSpy said(&s_->page, &ImportPage::ownAddressSaid);
        button->click();
        QCOMPARE(said.count(), 1);
        QCOMPARE(said[0][0].toString(), outcome.probablyOurs);
        QVERIFY(!button->isEnabled());
        s_->page.ownAddressFailed(QStringLiteral("The database is in use."));
        QVERIFY(button->isVisible() && button->isEnabled());
        s_->page.setOwnAddress(outcome.probablyOurs);
        QVERIFY(!button->isVisible());
    }

    void offersNothingWhereWeAreKnown() {
        check();
        s_->page.importButton()->click();
        s_->page.setImportOutcome(token(s_->imports), samples::outcome());
        QVERIFY(!s_->page.oursButton()->isVisible());
    }

    void leavesThePlaceToPastImports() {
        check();
        s_->page.importButton()->click();
        auto outcome = samples::outcome();
        outcome.counts.rejected = 0;
        s_->page.setImportOutcome(token(s_->imports), outcome);
        QTRY_VERIFY(s_->page.past()->height() > s_->page.height() / 2);
    }

    void dropsLateOutcomes() {
        check();
        s_->page.setCheckOutcome(token(s_->checks) - 1, {});
        s_->page.importButton()->click();
        s_->page.setImportOutcome(token(s_->imports) + 7, samples::outcome());
        QVERIFY(s_->page.state() == State::Importing);
    }

    void refusesNewFilesWhileImporting() {
        check();
        s_->page.importButton()->click();
        s_->page.addPaths({QStringLiteral("/more")});
        QCOMPARE(s_->inputs.count(), 1);
    }

    void cancellingACheckStartsOver() {
        recognise();
        s_->page.cancelButton()->click();
        QCOMPARE(s_->cancels.count(), 1);
        QVERIFY(s_->page.state() == State::Empty);
        s_->page.setCheckOutcome(token(s_->checks), samples::outcome());
        QVERIFY(s_->page.state() == State::Empty);
    }

    void nothingMovesWhileItIsAtWork() {
        check();
        s_->page.importButton()->click();
        const auto* bar = s_->page.findChild<QProgressBar*>();
        const quint64 import = token(s_->imports);
        QCoreApplication::processEvents();
        const QRect place = bar->geometry();
        QVERIFY(place.width() > 200);
        const auto stays = [&] {
            QCoreApplication::processEvents();
            return bar->geometry() == place && s_->page.cancelButton()->isVisible() &&
                   s_->page.cancelButton()->isEnabled();
        };
        s_->page.setProgress(import, {41000000, 82800000, 5120, 48200.0,
                                      QStringLiteral("/data/a-file-with-a-name-that-goes-on-and-"
                                                     "on-for-longer-than-the-line.mbox")});
        QVERIFY(stays());
        s_->page.setScoring(import, QStringLiteral("Reading messages: 5000"), 0);
        QVERIFY(stays());
        QCOMPARE(bar->maximum(), 0);
        s_->page.setScoring(import, QStringLiteral("Scoring customers"), 0.5);
        QVERIFY(stays());
        QCOMPARE(bar->value() * 2, bar->maximum());
        s_->page.setScoring(import - 1, QStringLiteral("Scoring customers"), 0.6);
        QCOMPARE(bar->value() * 2, bar->maximum());
    }

    // Whoever writes elsewhere meanwhile must not begin the import by a space.
    void theKeyboardIsLeftToWhoeverWrites() {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* search = new QLineEdit(&window);
        auto* page = new ImportPage(&window);
        column->addWidget(search);
        column->addWidget(page);
        page->setFormat(samples::format());
        QSignalSpy inputs(page, &ImportPage::inputsWanted);
        QSignalSpy checks(page, &ImportPage::checkWanted);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (const bool writes : {false, true}) {
            search->setFocus();
            page->addPaths({QStringLiteral("/data")});
            page->setInputs(token(inputs), samples::inputs());
            if (writes)
                search->setFocus();
            page->setCheckOutcome(token(checks), samples::outcome());
            QVERIFY(writes ? search->hasFocus() : page->importButton()->hasFocus());
        }
    }

    // What was rejected in the check is shown until the import says what it rejected.
    void rejectedRowsStayUntilThereAreNewOnes() {
        check();
        s_->page.importButton()->click();
        s_->page.stepFailed(token(s_->imports), QStringLiteral("Cancelled."));
        QVERIFY(s_->page.saveRejectsButton()->isVisible());
        int rows = 0;
        for (const auto* table : s_->page.findChildren<QTableView*>()) {
            if (qobject_cast<items::RejectsModel*>(table->model()) != nullptr)
                rows += table->model()->rowCount();
        }
        QVERIFY(rows > 0);
    }

    void cancellingAnImportWaitsForItsEnd() {
        check();
        s_->page.importButton()->click();
        s_->page.cancelButton()->click();
        QVERIFY(s_->page.state() == State::Importing);
        s_->page.stepFailed(token(s_->imports), QStringLiteral("Cancelled after 5,000 rows."));
        QVERIFY(s_->page.state() == State::Checked);
        QVERIFY(s_->page.importButton()->isEnabled());
    }

    void importsNothingOfNothingUsable() {
        choose();
        s_->page.setInputs(token(s_->inputs), {samples::inputs().back()});
        QCOMPARE(s_->checks.count(), 0);
        QVERIFY(!s_->page.importButton()->isEnabled());
    }

    void whatIsRemovedFromTheListIsNotImported() {
        check();
        s_->page.inputsTable()->selectRow(1);
        pressDelete();
        const QStringList left{QStringLiteral("/data/orders-2024-07.csv")};
        QCOMPARE(s_->checks.constLast()[1].toStringList(), left);
        s_->page.addPaths({QStringLiteral("/more")});
        s_->page.setInputs(token(s_->inputs), samples::inputs());
        QCOMPARE(s_->checks.constLast()[1].toStringList(), left);
        s_->page.addPaths({QStringLiteral("/data/support.mbox")});
        s_->page.setInputs(token(s_->inputs), samples::inputs());
        QCOMPARE(s_->checks.constLast()[1].toStringList().size(), 2);
    }

    void anEmptiedListStartsOver() {
        choose();
        s_->page.setInputs(token(s_->inputs), {samples::inputs().back()});
        pressDelete();
        QVERIFY(s_->page.state() == State::Empty);
    }

    void savesRejectedRowsWhereAsked() {
        check();
        QSignalSpy saved(&s_->page, &ImportPage::saveRejectsWanted);
        s_->page.saveRejectsButton()->click();
        auto* dialog = s_->page.findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        Q_EMIT dialog->fileSelected(QStringLiteral("/tmp/rejects.csv"));
        QCOMPARE(saved[0][0].toString(), QStringLiteral("/tmp/rejects.csv"));
    }
};

QTEST_MAIN(ImportPageTest)
#include "import_page_test.moc"
