// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a real database: two files bring one woman twice, a suggestion says so, one key
// joins her, Ctrl+Z takes it back, and whom a person split off stays apart.
#include "app/customer_acts.h"
#include "app/desktop/desktop.h"
#include "app/import_lock.h"
#include "models/store/customer_search.h"
#include "tests/app/heartbeat.h"
#include "views/customer_header.h"
#include "views/customer_picker.h"
#include "views/error_bar.h"
#include "views/import_page.h"
#include "views/lookup_page.h"
#include "views/main_window.h"
#include "views/parties_panel.h"
#include "views/same_page.h"
#include "views/search_bar.h"
#include "views/timeline_pane.h"
#include "views/undo_buttons.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace goodfaith;
using views::ImportPage;

namespace {

constexpr int patience = 20'000;
constexpr int longestStallMs = 250;

const QByteArray header =
    "customer_id,name,email,phone,address,postcode,city,country,date_of_birth\n";
const QByteArray ada =
    "1,Ada Lindqvist,ada@mail.example,,Hauptstr. 12,10115,Berlin,DE,1970-03-04\n";
const QByteArray adaAgain =
    "2,\"Lindkvist, Ada\",a.lindqvist@work.example,,Hauptstraße 12,10115,Berlin,DE,04.03.1970\n";
const QByteArray stranger =
    "4,Yuki Tanaka,yuki@mail.example,,Nebenweg 3,80331,München,DE,1990-07-21\n";
const QByteArray orders =
    "order_id,ordered_at,customer_id,customer_name,customer_email,currency,total\n"
    "77,2024-03-05T18:00:00Z,5,Nora New,nora@mail.example,EUR,5.00\n"
    "78,2024-03-06T18:00:00Z,5,Nora New,nora@mail.example,EUR,7.00\n";

}  // namespace

class SamePersonStoryTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<app::Desktop> desktop_;

    QString database() const { return folder_->filePath(QStringLiteral("goodfaith.db")); }
    views::MainWindow& window() { return desktop_->window(); }
    views::LookupPage& lookup() { return *window().lookup(); }
    views::SamePage& same() { return *window().same(); }

    QString write(const char* name, const QByteArray& content) {
        QFile file(folder_->filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(content);
        return file.fileName();
    }
    void import(const QString& path) {
        auto* page = window().imports();
        window().showPage(views::MainWindow::Page::Import);
        page->addPaths({path});
        QTRY_COMPARE_WITH_TIMEOUT(page->state(), ImportPage::State::Checked, patience);
        page->importButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(page->state(), ImportPage::State::Done, patience);
    }
    void importAll() {
        import(write("customers-shop.csv", header + ada + stranger));
        import(write("customers-fair.csv", header + adaAgain));
        import(write("orders.csv", orders));
        QTRY_COMPARE_WITH_TIMEOUT(same().left(), 1, patience);
    }
    // Of the window itself: whatever has the focus passes it on.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &window(), key, modifiers);
    }
    void open(const QString& text) {
        press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(window().search()->field(), text);
        QTRY_VERIFY_WITH_TIMEOUT(window().search()->answers()->model()->rowCount() > 0, patience);
        QTest::keyClick(window().search()->field(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(lookup().header()->isVisible(), patience);
    }
    int partyCount() { return lookup().parties()->model()->rowCount(); }
    QString said() { return window().statusBar()->currentMessage(); }
    int rowOf(const QString& name) {
        auto* model = lookup().parties()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row).data().toString() == name)
                return row;
        }
        return -1;
    }

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("goodfaith-test"));
        QCoreApplication::setApplicationName(QStringLiteral("same-person-story"));
    }

    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        desktop_ = std::make_unique<app::Desktop>(database());
        desktop_->show();
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    void cleanup() {
        desktop_.reset();
        folder_.reset();
    }

    void joinedUndoneAndSplitOffForGood() {
        importAll();
        window().showPage(views::MainWindow::Page::Same);
        QTRY_VERIFY_WITH_TIMEOUT(same().shown().has_value(), patience);
        press(Qt::Key_A);
        QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(u"Joined "), patience);
        QTRY_COMPARE_WITH_TIMEOUT(same().left(), 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(window().acts()->undo()->isEnabled(), patience);

        open(QStringLiteral("ada@mail.example"));
        QTRY_COMPARE_WITH_TIMEOUT(partyCount(), 2, patience);
        QCOMPARE(lookup().header()->partiesButton()->text(),
                 QStringLiteral("Known by 2 sets of keys"));
        const CustomerId customer = lookup().customer();

        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(u"Undone: joining "), patience);
        QTRY_COMPARE_WITH_TIMEOUT(partyCount(), 1, patience);
        QCOMPARE(lookup().customer(), customer);
        QTRY_COMPARE_WITH_TIMEOUT(same().left(), 1, patience);

        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(partyCount(), 2, patience);

        lookup().header()->partiesButton()->click();
        auto* panel = lookup().parties();
        panel->list()->setCurrentIndex(
            panel->model()->index(rowOf(QStringLiteral("Lindkvist, Ada"))));
        panel->splitButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(u"Split "), patience);
        QTRY_COMPARE_WITH_TIMEOUT(partyCount(), 1, patience);
        QCOMPARE(panel->model()->index(0).data().toString(), QStringLiteral("Ada Lindqvist"));

        import(write("customers-fair.csv", header + adaAgain + stranger));
        open(QStringLiteral("a.lindqvist@work.example"));
        QTRY_COMPARE_WITH_TIMEOUT(partyCount(), 1, patience);
        QCOMPARE(panel->model()->index(0).data().toString(), QStringLiteral("Lindkvist, Ada"));
        QVERIFY(!window().errorBar()->isVisible());
    }

    void joinedWithSomebodySearchedFor() {
        importAll();
        open(QStringLiteral("ada@mail.example"));
        QTRY_COMPARE_WITH_TIMEOUT(partyCount(), 1, patience);
        lookup().header()->partiesButton()->click();
        lookup().parties()->joinButton()->click();
        auto* picker = lookup().picker();
        QTest::keyClicks(picker->search()->field(), QStringLiteral("yuki@mail.example"));
        QTest::keyClick(picker->search()->field(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(picker->doButton()->isEnabled() && picker->isVisible(), patience);
        QVERIFY(picker->outcome()->text().contains(u"Their names differ"));
        picker->doButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(partyCount(), 2, patience);
        QVERIFY(lookup().parties()->isVisible());
    }

    void anEventGoesToAnotherCustomerAndBack() {
        importAll();
        open(QStringLiteral("nora@mail.example"));
        QTRY_COMPARE_WITH_TIMEOUT(lookup().timeline()->model()->eventCount(), 2, patience);
        auto* timeline = lookup().timeline();
        const TimelineRow* row = timeline->model()->rowAt(timeline->model()->index(1));
        QVERIFY(row != nullptr);
        Q_EMIT timeline->moveWanted(row->id, row->title);
        auto* picker = lookup().picker();
        QTest::keyClicks(picker->search()->field(), QStringLiteral("yuki@mail.example"));
        QTest::keyClick(picker->search()->field(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(picker->doButton()->isEnabled(), patience);
        picker->doButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(u"Moved "), patience);
        QTRY_COMPARE_WITH_TIMEOUT(lookup().timeline()->model()->eventCount(), 1, patience);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(lookup().timeline()->model()->eventCount(), 2, patience);
    }

    // As the command line does beside the window.
    void whatSomebodyElseDidIsSeen() {
        importAll();
        open(QStringLiteral("ada@mail.example"));
        QTRY_COMPARE_WITH_TIMEOUT(partyCount(), 1, patience);
        store::Database other(database());
        store::CustomerSearch search(other);
        const auto customerOf = [&](const char* email) {
            return search.byEmailPrefix(QString::fromLatin1(email), 1).front().customer;
        };
        app::CustomerActs(other, QStringLiteral("Ann"), Instant())
            .merge(customerOf("ada@mail.example"), customerOf("a.lindqvist@work.example"));
        QTRY_COMPARE_WITH_TIMEOUT(partyCount(), 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(same().left(), 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(window().acts()->undo()->isEnabled(), patience);
    }

    void duringAnImportNothingIsDoneAndThePairComesBack() {
        importAll();
        window().showPage(views::MainWindow::Page::Same);
        QTRY_VERIFY_WITH_TIMEOUT(same().shown().has_value(), patience);
        const app::ImportLock lock(database());
        press(Qt::Key_A);
        QTRY_VERIFY_WITH_TIMEOUT(window().errorBar()->isVisible(), patience);
        QVERIFY(window().errorBar()->findChild<QLabel*>() != nullptr);
        QTRY_VERIFY2_WITH_TIMEOUT(
            window().errorBar()->accessibleName().contains(u"An import is running"),
            qPrintable(window().errorBar()->accessibleName()), patience);
        QTRY_COMPARE_WITH_TIMEOUT(same().left(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(same().shown().has_value(), patience);
    }

    // By hand: GOODFAITH_LARGE_DATABASE names a database of very many customers.
    void aLargeShopIsJudgedWithoutWaiting() {
        const QString large = qEnvironmentVariable("GOODFAITH_LARGE_DATABASE");
        if (large.isEmpty())
            QSKIP("GOODFAITH_LARGE_DATABASE names no database");
        desktop_.reset();
        QVERIFY(QFile::remove(database()));
        QVERIFY(QFile::copy(large, database()));
        QElapsedTimer timer;
        timer.start();
        desktop_ = std::make_unique<app::Desktop>(database());
        desktop_->show();
        window().activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(same().left() > 0, 600'000);
        qInfo("%d pairs were known after %lld ms", same().left(), timer.elapsed());
        Heartbeat beat;
        timer.start();
        window().showPage(views::MainWindow::Page::Same);
        (void)window().grab();
        QTRY_VERIFY_WITH_TIMEOUT(same().shown().has_value(), patience);
        qInfo("the page was there after %lld ms", timer.elapsed());
        for (int i = 0; i < 10; ++i) {
            const int left = same().left();
            timer.start();
            press(i % 2 == 0 ? Qt::Key_A : Qt::Key_S);
            QTRY_COMPARE_WITH_TIMEOUT(same().left(), left - 1, patience);
            QTRY_VERIFY_WITH_TIMEOUT(same().shown().has_value(), patience);
            qInfo("the next pair after %lld ms", timer.elapsed());
            QTest::qWait(300);
        }
        qInfo("the longest standstill was %lld ms", beat.longestStall());
    }

    void nothingStandsStillMeanwhile() {
        importAll();
        Heartbeat beat;
        window().showPage(views::MainWindow::Page::Same);
        QTRY_VERIFY_WITH_TIMEOUT(same().shown().has_value(), patience);
        const auto pair = same().shown();
        press(Qt::Key_A);
        QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(u"Joined "), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!same().shown().has_value(), patience);
        press(Qt::Key_U);
        QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(u"Undone"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(same().shown(), pair, patience);
        QVERIFY2(beat.longestStall() < longestStallMs,
                 qPrintable(QString::number(beat.longestStall())));
    }
};

QTEST_MAIN(SamePersonStoryTest)
#include "same_person_story_test.moc"
