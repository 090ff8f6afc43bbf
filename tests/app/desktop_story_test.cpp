// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a real database, from an odd way to write a phone number to the events behind a
// reason, and an import from dropped files to the new customer.
#include "app/desktop/desktop.h"
#include "app/desktop/single_instance.h"
#include "app/import_service.h"
#include "models/items/item_roles.h"
#include "models/store/import_ledger.h"
#include "tests/app/heartbeat.h"
#include "views/as_of_button.h"
#include "views/chart_card.h"
#include "views/charts_page.h"
#include "views/customers_panel.h"
#include "views/error_bar.h"
#include "views/import_page.h"
#include "views/lookup_page.h"
#include "views/main_window.h"
#include "views/past_imports.h"
#include "views/report_card.h"
#include "views/search_bar.h"
#include "views/settings_page.h"
#include "views/timeline_pane.h"
#include "views/verdict_panel.h"
#include "views/watched_folders_editor.h"

#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace goodfaith;
using views::ImportPage;

namespace {

constexpr int patience = 20'000;
constexpr int longestStallMs = 250;

QString smallShop(const char* name) {
    return QStringLiteral(GOODFAITH_TEST_DATA "/small_shop/") + QLatin1String(name);
}

QString sample(const char* name) {
    return QStringLiteral(GOODFAITH_SAMPLE_SHOP "/") + QLatin1String(name);
}

app::ImportRequest smallShopRequest() {
    app::ImportRequest request;
    for (const char* name : {"orders.csv", "order_items.csv", "shipments.csv", "refunds.csv",
                             "returns.csv", "calls.csv", "mail.mbox"})
        request.paths << smallShop(name);
    request.ownAddresses = QStringList{QStringLiteral("shop.example")};
    request.ownNumbers = QStringList{QStringLiteral("02079460999")};
    return request;
}

void drop(QWidget& window, const QStringList& paths) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter({9, 9}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QDropEvent dropped({9, 9}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &dropped);
}

}  // namespace

class DesktopStoryTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir imported_;  // the small shop, to copy
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<app::Desktop> desktop_;

    QString database() const { return folder_->filePath(QStringLiteral("goodfaith.db")); }
    views::MainWindow& window() { return desktop_->window(); }
    views::LookupPage& page() { return *window().lookup(); }
    ImportPage& imports() { return *window().imports(); }
    items::TimelineModel& timeline() { return *page().timeline()->model(); }

    void start() {
        desktop_ = std::make_unique<app::Desktop>(
            database(),
            app::FolderWatch::Pace{std::chrono::milliseconds(200), std::chrono::seconds(1)});
        desktop_->show();
    }
    void type(const QString& text) {
        QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(window().search()->field(), text);
    }
    void open(const QString& text) {
        type(text);
        QTRY_VERIFY_WITH_TIMEOUT(window().search()->answers()->model()->rowCount() > 0, patience);
        QTest::keyClick(window().search()->field(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(page().verdict()->isVisible(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(timeline().rowCount() > 0, patience);
    }
    QSet<qint64> eventsShown() {
        QSet<qint64> events;
        for (int row = 0; row < timeline().rowCount(); ++row) {
            if (const auto* event = timeline().rowAt(timeline().index(row)))
                events << event->id.value();
        }
        return events;
    }
    bool isAnyShown(Direction direction) {
        for (int row = 0; row < timeline().rowCount(); ++row) {
            const auto* event = timeline().rowAt(timeline().index(row));
            if (event != nullptr && event->direction == direction)
                return true;
        }
        return false;
    }
    QString shownText() {
        QStringList texts;
        for (const QLabel* label : page().findChildren<QLabel*>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(u'\n');
    }
    // The small shop's file with its days moved to the last months: charts end today.
    QString ofLately(const QString& path) const {
        const qint64 days = QDate(2024, 5, 1).daysTo(QDate::currentDate());
        const QLocale english = QLocale::c();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QString text = QString::fromUtf8(file.readAll());
        const auto move = [&](const char* pattern, const QString& format) {
            const QRegularExpression day{QLatin1String(pattern)};
            qsizetype from = 0;
            for (auto found = day.match(text); found.hasMatch(); found = day.match(text, from)) {
                const QDate moved = english.toDate(found.captured(), format).addDays(days);
                text.replace(found.capturedStart(), found.capturedLength(),
                             english.toString(moved, format));
                from = found.capturedEnd();
            }
        };
        move("2024-\\d\\d-\\d\\d", QStringLiteral("yyyy-MM-dd"));
        move("\\w{3}, \\d+ \\w{3} 2024", QStringLiteral("ddd, d MMM yyyy"));
        QFile copy(folder_->filePath(QFileInfo(path).fileName()));
        if (!copy.open(QIODevice::WriteOnly))
            return {};
        copy.write(text.toUtf8());
        return copy.fileName();
    }
    static int rowOfFile(const QTableView& table, const QString& file) {
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            if (table.model()->index(row, items::ImportsModel::File).data() == file)
                return row;
        }
        return -1;
    }
    void dropAndImport(const QStringList& paths) {
        drop(window(), paths);
        QTRY_COMPARE_WITH_TIMEOUT(imports().state(), ImportPage::State::Checked, patience);
        QVERIFY(imports().importButton()->isEnabled());
        imports().importButton()->click();
    }

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("goodfaith-test"));
        QCoreApplication::setApplicationName(QStringLiteral("desktop-story"));
        app::runImport(imported_.filePath(QStringLiteral("goodfaith.db")), smallShopRequest(), {},
                       {});
    }

    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(QFile::copy(imported_.filePath(QStringLiteral("goodfaith.db")), database()));
        start();
    }

    void cleanup() {
        desktop_.reset();
        folder_.reset();
    }

    void fromAPhoneNumberToTheEventsBehindAReason() {
        open(QStringLiteral("(020) 7946-0018"));
        QCOMPARE(window().search()->answers()->model()->index(0, 0).data().toString(),
                 QStringLiteral("Ada Lindqvist"));
        auto* reasons = page().verdict()->reasons();
        QVERIFY(reasons->model()->rowCount() > 1);
        for (int row = 0; row < reasons->model()->rowCount(); ++row) {
            const QModelIndex reason = reasons->model()->index(row, 0);
            QSet<qint64> expected;
            for (const QVariant& event : reason.data(items::EventsRole).toList())
                expected << event.toLongLong();
            QVERIFY(!expected.isEmpty());
            QTest::mouseClick(reasons->viewport(), Qt::LeftButton, {},
                              reasons->visualRect(reason).center());
            QTRY_COMPARE_WITH_TIMEOUT(eventsShown(), expected, patience);
        }
        QTest::keyClick(reasons, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(eventsShown().size() > 5, patience);
    }

    void theDayOneAsksForChangesTheBrief() {
        open(QStringLiteral("ada@mail.example"));
        QTRY_VERIFY_WITH_TIMEOUT(!shownText().contains(QStringLiteral("3 orders")), patience);
        window().asOf()->choose(QDate(2024, 4, 1));
        QTRY_VERIFY_WITH_TIMEOUT(shownText().contains(QStringLiteral("3 orders")), patience);
        window().asOf()->choose(QDate(2024, 2, 1));
        QTRY_COMPARE_WITH_TIMEOUT(eventsShown().size(), 2, patience);
    }

    void droppedFilesAreCheckedImportedAndFound() {
        Heartbeat beat;
        dropAndImport({sample("orders.csv"), sample("calls.csv")});
        QTRY_COMPARE_WITH_TIMEOUT(imports().state(), ImportPage::State::Done, patience);
        open(QStringLiteral("ada.lindqvist@mailbox.example"));
        QVERIFY2(beat.longestStall() < longestStallMs,
                 qPrintable(QStringLiteral("%1 ms").arg(beat.longestStall())));
    }

    void whatComesIntoAWatchedFolderIsFound() {
        const QString folder = folder_->filePath(QStringLiteral("exports"));
        QDir().mkpath(folder);
        QTRY_VERIFY_WITH_TIMEOUT(!window().statusBar()->findChild<QLabel*>()->text().isEmpty(),
                                 patience);
        window().settings()->watchedFolders()->add(folder);
        window().settings()->saveButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!window().settings()->isChanged(), patience);
        QVERIFY(QFile::copy(sample("orders.csv"), folder + u"/orders.csv"_qs));
        QTRY_VERIFY_WITH_TIMEOUT(
            window().statusBar()->currentMessage().startsWith(u"Imported orders.csv from exports"),
            patience);
        open(QStringLiteral("ada.lindqvist@mailbox.example"));
        QVERIFY(!window().errorBar()->isVisible());
    }

    void filesAndFoldersAreDroppedTogetherAndRowsTakenOff() {
        const QDir mails(folder_->filePath(QStringLiteral("mails")));
        for (const char* name : {"cur", "new", ".Sent/cur", ".Sent/new"})
            QVERIFY(mails.mkpath(QString::fromLatin1(name)));
        const auto write = [&](const char* name, const char* subject) {
            QFile mail(mails.filePath(QString::fromLatin1(name)));
            return mail.open(QIODevice::WriteOnly) &&
                   mail.write(QByteArray("From: Eve <eve@mail.example>\nTo: us@shop.example\n"
                                         "Date: Mon, 1 Jul 2024 10:00:00 +0000\nSubject: ") +
                              subject + "\n\nHello.\n") > 0;
        };
        QVERIFY(write("cur/1", "kept") && write(".Sent/cur/2", "left out"));
        drop(window(), {mails.path(), sample("calls.csv")});
        QTRY_COMPARE_WITH_TIMEOUT(imports().state(), ImportPage::State::Checked, patience);
        auto* list = imports().inputsTable();
        QCOMPARE(list->model()->rowCount(), 3);
        int sent = 0;
        while (!list->model()->index(sent, 0).data(Qt::ToolTipRole).toString().endsWith(u".Sent"))
            ++sent;
        list->selectRow(sent);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(imports().state(), ImportPage::State::Checked, patience);
        QCOMPARE(list->model()->rowCount(), 2);
        imports().importButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(imports().state(), ImportPage::State::Done, patience);
        QTRY_COMPARE_WITH_TIMEOUT(imports().past()->table()->model()->rowCount(), 9, patience);
        open(QStringLiteral("eve@mail.example"));
        QCOMPARE(eventsShown().size(), 1);
    }

    void aCancelledImportEndsAndCanBeCompleted() {
        dropAndImport({sample("orders.csv")});
        imports().cancelButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(imports().state(), ImportPage::State::Checked, patience);
        imports().importButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(imports().state(), ImportPage::State::Done, patience);
    }

    void closingWhileImportingStopsIt() {
        dropAndImport({sample("orders.csv"), sample("order_items.csv")});
        window().close();
        desktop_.reset();
        store::Database shop(database());
        for (const ImportSummary& import : store::ImportLedger(shop).all())
            QVERIFY(import.state != ImportState::Running);
    }

    void anUndoneImportIsGoneAndMayComeBack() {
        auto* past = imports().past();
        open(QStringLiteral("ada@mail.example"));
        const auto before = eventsShown().size();
        window().showPage(views::MainWindow::Page::Import);
        QTRY_COMPARE_WITH_TIMEOUT(past->table()->model()->rowCount(), 7, patience);
        QVERIFY(!past->undoButton()->isEnabled());
        past->table()->setFocus();
        const int mail = rowOfFile(*past->table(), QStringLiteral("mail.mbox"));
        past->table()->selectRow(mail);
        QTest::keyClick(past->table(), Qt::Key_Delete);
        auto* question = past->findChild<QMessageBox*>();
        QVERIFY(question != nullptr);
        QVERIFY(question->text().contains(QStringLiteral("mail.mbox")));
        question->buttons().front()->click();
        QVERIFY(past->isUndoing());
        QTRY_VERIFY_WITH_TIMEOUT(!past->isUndoing(), patience);
        QVERIFY2(past->noteLabel()->text().contains(QStringLiteral("is undone")),
                 qPrintable(past->noteLabel()->text()));
        const auto state = [&] {
            return past->table()->model()->index(mail, items::ImportsModel::State).data();
        };
        QTRY_COMPARE_WITH_TIMEOUT(state().toString(), QStringLiteral("Undone"), patience);
        QVERIFY(!past->undoButton()->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(eventsShown().size() < before, patience);
        dropAndImport({smallShop("mail.mbox")});
        QTRY_COMPARE_WITH_TIMEOUT(imports().state(), ImportPage::State::Done, patience);
        QTRY_COMPARE_WITH_TIMEOUT(eventsShown().size(), before, patience);
    }

    void sourcesSayUpToWhenTheyAreKnown() {
        auto* coverage = imports().past()->coverageTable()->model();
        QTRY_VERIFY_WITH_TIMEOUT(coverage->rowCount() > 4, patience);
        QCOMPARE(coverage->index(0, items::CoverageModel::Source).data().toString(),
                 QStringLiteral("main"));
    }

    void chartsCountAndNameTheCustomersBehindAMark() {
        desktop_.reset();
        app::ImportRequest request = smallShopRequest();
        for (QString& path : request.paths)
            path = ofLately(path);
        QVERIFY(QFile::remove(database()));
        app::runImport(database(), request, {}, {});
        start();
        auto* charts = window().charts();
        window().showPage(views::MainWindow::Page::Charts);
        auto* table = charts->complaints()->table();
        const auto mark = [&] {
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                for (int column = 1; column < table->model()->columnCount(); ++column) {
                    const QModelIndex cell = table->model()->index(row, column);
                    if (cell.data().toInt() > 0)
                        return cell;
                }
            }
            return QModelIndex();
        };
        QTRY_VERIFY_WITH_TIMEOUT(mark().isValid(), patience);
        Q_EMIT table->activated(mark());
        auto* customers = charts->customers()->table();
        QTRY_COMPARE_WITH_TIMEOUT(customers->model()->rowCount(), 1, patience);
        QCOMPARE(customers->model()->index(0, 0).data().toString(),
                 QStringLiteral("Ada Lindqvist"));
        QCOMPARE(customers->model()->index(0, 2).data().toString(), mark().data().toString());
        QTest::keyClick(customers, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(page().verdict()->isVisible(), patience);
    }

    void reportsAreCountedOpenedAndWrittenAsCsv() {
        desktop_.reset();
        app::ImportRequest request = smallShopRequest();
        for (QString& path : request.paths)
            path = ofLately(path);
        QVERIFY(QFile::remove(database()));
        app::runImport(database(), request, {}, {});
        start();
        auto* charts = window().charts();
        window().showPage(views::MainWindow::Page::Charts);
        const auto* list = charts->list()->model();
        for (int row = 1; row < list->rowCount(); ++row) {
            charts->list()->setCurrentIndex(list->index(row, 0));
            QTRY_VERIFY2(!charts->report()->message()->text().contains(QStringLiteral("Counting")),
                         qPrintable(charts->reportName()));
            if (charts->reportName() == u"inquiries")
                break;
        }
        auto* table = charts->report()->table();
        QVERIFY(table->model()->rowCount() > 0);
        const QString path = folder_->filePath(QStringLiteral("inquiries.csv"));
        Q_EMIT charts->fileWanted(path, charts->reportName(), charts->months());
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readLine().startsWith("inquiry,at,customer,name,channel,mailbox"));
        QCOMPARE(file.readAll().count('\n'), table->model()->rowCount());
        table->setCurrentIndex(table->model()->index(0, 1));
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(window().page(), views::MainWindow::Page::Lookup);
    }

    void savedSettingsPutDirectionsRight() {
        open(QStringLiteral("ada@mail.example"));
        QTRY_VERIFY_WITH_TIMEOUT(isAnyShown(Direction::Outbound), patience);
        window().showPage(views::MainWindow::Page::Settings);
        auto* settings = window().settings();
        QTRY_COMPARE_WITH_TIMEOUT(settings->field(QStringLiteral("own-addresses"))->text(),
                                  QStringLiteral("shop.example"), patience);
        settings->field(QStringLiteral("own-addresses"))->setText(QStringLiteral("else.example"));
        QVERIFY(settings->saveButton()->isEnabled());
        settings->saveButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!isAnyShown(Direction::Outbound), patience);
    }

    void oneClickSaysWhichAddressIsOurs() {
        auto* own = window().settings()->field(QStringLiteral("own-addresses"));
        window().showPage(views::MainWindow::Page::Settings);
        QTRY_VERIFY_WITH_TIMEOUT(!own->text().isEmpty(), patience);
        own->clear();
        window().settings()->saveButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!window().settings()->isChanged(), patience);
        QFile mails(folder_->filePath(QStringLiteral("more.mbox")));
        QVERIFY(mails.open(QIODevice::WriteOnly));
        for (int i = 0; i < 40; ++i)
            mails.write("From - Mon May  6 10:00:00 2024\nFrom: help@shop.example\nTo: eve" +
                        QByteArray::number(i) +
                        "@mail.example\nDate: Mon, 6 May 2024 10:00:00 +0000\nSubject: "
                        "Lamp\n\nIt is there.\n\n");
        mails.close();
        dropAndImport({mails.fileName()});
        QTRY_VERIFY_WITH_TIMEOUT(imports().oursButton()->isVisible(), patience);
        QCOMPARE(imports().oursButton()->text(), QStringLiteral("help@shop.example is ours"));
        imports().oursButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(own->text(), QStringLiteral("help@shop.example"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!imports().oursButton()->isVisible(), patience);
        open(QStringLiteral("eve7@mail.example"));
        QVERIFY(isAnyShown(Direction::Outbound));
    }

    void anImportByAnotherProcessIsNoticed() {
        QTRY_COMPARE_WITH_TIMEOUT(imports().past()->table()->model()->rowCount(), 7, patience);
        const QString file = folder_->filePath(QStringLiteral("orders.csv"));
        QFile orders(file);
        QVERIFY(orders.open(QIODevice::WriteOnly));
        orders.write(
            "order_id,ordered_at,customer_name,customer_email,currency,total\n"
            "77,2024-03-05T18:00:00Z,Nora New,nora@mail.example,EUR,5.00\n");
        orders.close();
        QProcess other;
        other.start(QStringLiteral(GOODFAITH_CLI),
                    {QStringLiteral("--database"), database(), QStringLiteral("import"), file});
        QVERIFY(other.waitForFinished(patience));
        QCOMPARE(other.exitCode(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(imports().past()->table()->model()->rowCount(), 8, patience);
        open(QStringLiteral("nora@mail.example"));
    }

    void aSecondStartRaisesTheFirstWindow() {
        app::SingleInstance instance(database());
        QSignalSpy raised(&instance, &app::SingleInstance::raiseWanted);
        QVERIFY(!app::SingleInstance::raiseRunning(folder_->filePath(QStringLiteral("other.db"))));
        QVERIFY(app::SingleInstance::raiseRunning(folder_->path() + QStringLiteral("/../") +
                                                  QFileInfo(folder_->path()).fileName() +
                                                  QStringLiteral("/goodfaith.db")));
        QTRY_COMPARE_WITH_TIMEOUT(raised.count(), 1, patience);
        window().showMinimized();
        desktop_->raise();
        QVERIFY(window().isVisible() && !window().isMinimized());
    }
};

QTEST_MAIN(DesktopStoryTest)
#include "desktop_story_test.moc"
