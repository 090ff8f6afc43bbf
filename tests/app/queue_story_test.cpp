// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a real database: whoever waits stands in the queue, is opened by Enter, leaves it
// by a reason or by our answer, and comes back by Ctrl+Z.
#include "app/desktop/desktop.h"
#include "views/error_bar.h"
#include "views/import_page.h"
#include "views/lookup_page.h"
#include "views/main_window.h"
#include "views/queue_act_bar.h"
#include "views/queue_page.h"
#include "views/settings_page.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace goodfaith;
using views::ImportPage;

namespace {

constexpr int patience = 20'000;

QByteArray mail(const char* id, const char* from, const char* to, int hours, const char* text,
                const char* answers = "") {
    QByteArray bytes = "From somebody Wed Nov 18 10:00:00 2026\nFrom: <" + QByteArray(from) +
                       ">\nTo: <" + to + ">\nDate: " +
                       QDateTime::currentDateTimeUtc()
                           .addSecs(-3600 * hours)
                           .toString(Qt::RFC2822Date)
                           .toLatin1() +
                       "\nMessage-ID: <" + id + "@example.com>\n";
    if (*answers != 0)
        bytes += "In-Reply-To: <" + QByteArray(answers) + "@example.com>\n";
    return bytes + "Subject: Question " + id + "\n\n" + text + "\n\n";
}

constexpr const char* shop = "support@shop.example";

}  // namespace

class QueueStoryTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<app::Desktop> desktop_;

    views::MainWindow& window() { return desktop_->window(); }
    views::QueuePage& queue() { return *window().queue(); }

    void sayWhoWeAre() {
        auto* page = window().settings();
        ShopSettings settings;
        settings.ownAddresses = QStringList{QStringLiteral("shop.example")};
        Q_EMIT page->saveWanted(settings);
    }
    void import(const char* name, const QByteArray& bytes) {
        QFile file(folder_->filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        auto* page = window().imports();
        window().showPage(views::MainWindow::Page::Import);
        page->addPaths({file.fileName()});
        QTRY_COMPARE_WITH_TIMEOUT(page->state(), ImportPage::State::Checked, patience);
        page->importButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(page->state(), ImportPage::State::Done, patience);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &window(), key, modifiers);
    }
    QString words(int row) const {
        return desktop_->window()
            .queue()
            ->model()
            .index(row, items::QueueModel::Words)
            .data()
            .toString();
    }
    int waiting() { return queue().model().waiting(); }
    QString said() { return window().statusBar()->currentMessage(); }

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("goodfaith-test"));
        QCoreApplication::setApplicationName(QStringLiteral("queue-story"));
    }

    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        desktop_ =
            std::make_unique<app::Desktop>(folder_->filePath(QStringLiteral("goodfaith.db")));
        desktop_->show();
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        sayWhoWeAre();
        import("mail.mbox", mail("1", "ada@example.com", shop, 30, "Does it fit?") +
                                mail("2", "bob@example.com", shop, 2, "Is it green?"));
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 2, patience);
        window().showPage(views::MainWindow::Page::Queue);
    }

    void cleanup() {
        desktop_.reset();
        folder_.reset();
    }

    void doneByAReasonAndBackByUndo() {
        QCOMPARE(words(0), QStringLiteral("Does it fit?"));
        press(Qt::Key_D);
        QTest::keyClicks(queue().bar()->reason()->lineEdit(), QStringLiteral("rang her"));
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 1, patience);
        QVERIFY(said().startsWith(u"Marking as done what waits of ada@example.com"));
        QCOMPARE(words(0), QStringLiteral("Is it green?"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 2, patience);
        QCOMPARE(words(0), QStringLiteral("Does it fit?"));
    }

    void snoozedAndWoken() {
        press(Qt::Key_S);
        queue().bar()->accept()->click();
        QTRY_COMPARE_WITH_TIMEOUT(queue().model().putOff(), 1, patience);
        queue().snoozedButton()->click();
        queue().table()->setFocus();
        press(Qt::Key_S);
        QTRY_COMPARE_WITH_TIMEOUT(queue().model().putOff(), 0, patience);
        QCOMPARE(waiting(), 2);
    }

    void doneByOurAnswer() {
        import("more.mbox", mail("3", shop, "ada@example.com", 1, "It does.", "1"));
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 1, patience);
        QCOMPARE(words(0), QStringLiteral("Is it green?"));
    }

    void enterOpensTheCustomer() {
        press(Qt::Key_Return);
        QCOMPARE(window().page(), views::MainWindow::Page::Lookup);
        QVERIFY(!window().lookup()->customer().isNone());
        QVERIFY2(!window().errorBar()->isVisible(),
                 qPrintable(window().errorBar()->accessibleName()));
    }
};

QTEST_MAIN(QueueStoryTest)
#include "queue_story_test.moc"
