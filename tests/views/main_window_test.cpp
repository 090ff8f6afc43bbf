// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window.h"

#include "sample_values.h"
#include "views/as_of_button.h"
#include "views/error_bar.h"
#include "views/import_page.h"
#include "views/lookup_page.h"
#include "views/search_bar.h"
#include "views/shortcuts_dialog.h"
#include "views/start_panel.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace goodfaith;
using views::MainWindow;
using Page = MainWindow::Page;

class MainWindowTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<MainWindow> window_;

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : window_.get(), key, modifiers);
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void init() {
        window_ = std::make_unique<MainWindow>();
        window_->setShop(samples::settings(), samples::now());
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }

    void cleanup() { window_.reset(); }

    void keysChangePages_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifier");
        QTest::addColumn<Page>("page");
        QTest::newRow("Ctrl+1") << int(Qt::Key_1) << int(Qt::ControlModifier) << Page::Lookup;
        QTest::newRow("Ctrl+2") << int(Qt::Key_2) << int(Qt::ControlModifier) << Page::Queue;
        QTest::newRow("Ctrl+3") << int(Qt::Key_3) << int(Qt::ControlModifier) << Page::Issues;
        QTest::newRow("Ctrl+4") << int(Qt::Key_4) << int(Qt::ControlModifier) << Page::Charts;
        QTest::newRow("Ctrl+5") << int(Qt::Key_5) << int(Qt::ControlModifier) << Page::Import;
        QTest::newRow("Ctrl+6") << int(Qt::Key_6) << int(Qt::ControlModifier) << Page::Same;
        QTest::newRow("Ctrl+7") << int(Qt::Key_7) << int(Qt::ControlModifier) << Page::Settings;
        QTest::newRow("Alt+E") << int(Qt::Key_E) << int(Qt::AltModifier) << Page::Same;
        QTest::newRow("Alt+Q") << int(Qt::Key_Q) << int(Qt::AltModifier) << Page::Queue;
        QTest::newRow("Alt+U") << int(Qt::Key_U) << int(Qt::AltModifier) << Page::Issues;
        QTest::newRow("Alt+H") << int(Qt::Key_H) << int(Qt::AltModifier) << Page::Charts;
        QTest::newRow("Alt+I") << int(Qt::Key_I) << int(Qt::AltModifier) << Page::Import;
        QTest::newRow("Alt+S") << int(Qt::Key_S) << int(Qt::AltModifier) << Page::Settings;
    }

    void keysChangePages() {
        QFETCH(int, key);
        QFETCH(int, modifier);
        window_->showPage(key == Qt::Key_1 ? Page::Charts : Page::Lookup);
        press(static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifier));
        QFETCH(Page, page);
        QTRY_COMPARE(window_->page(), page);  // a button is pressed for a moment first
    }

    void searchIsReachedFromAnywhereAndLeftByEscape() {
        window_->showPage(Page::Settings);
        press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(window_->search()->field()->hasFocus());
        press(Qt::Key_Escape);
        QCOMPARE(window_->page(), Page::Settings);
        QVERIFY(!window_->search()->field()->hasFocus());
    }

    void aCustomerChosenIsOpened() {
        QSignalSpy wanted(window_->lookup(), &views::LookupPage::briefWanted);
        window_->showPage(Page::Charts);
        Q_EMIT window_->search()->customerChosen(CustomerId(17));
        QCOMPARE(window_->page(), Page::Lookup);
        QCOMPARE(wanted.count(), 1);
    }

    void filesDroppedAnywhereAreImported() {
        QSignalSpy wanted(window_->imports(), &views::ImportPage::inputsWanted);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/data/orders.csv")),
                      QUrl(QStringLiteral("https://shop.example/"))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window_.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window_.get(), &drop);
        QCOMPARE(window_->page(), Page::Import);
        QCOMPARE(wanted[0][1].toStringList(), QStringList{QStringLiteral("/data/orders.csv")});
    }

    void asOfReachesTheLookup() {
        window_->lookup()->openCustomer(CustomerId(17));
        QSignalSpy wanted(window_->lookup(), &views::LookupPage::briefWanted);
        window_->asOf()->choose(QDate(2024, 5, 31));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(window_->asOf()->text(), QStringLiteral("as of 31 May 2024"));
        window_->asOf()->choose(QDate(2024, 7, 3));
        QCOMPARE(window_->asOf()->text(), QStringLiteral("as of today"));
    }

    void statusSaysCustomersAndLastImport() {
        window_->setStatus(1, samples::imports().front());
        const auto labels = window_->statusBar()->findChildren<QLabel*>();
        QCOMPARE(labels.constFirst()->text(),
                 QStringLiteral("1 customer · last import 10 h ago: 312 new, 2 rejected"));
    }

    void withoutDataItOffersTheSampleShop() {
        window_->setStatus(0, {});
        QSignalSpy wanted(window_->lookup(), &views::LookupPage::sampleShopWanted);
        press(Qt::Key_M, Qt::AltModifier);
        QTRY_COMPARE(wanted.count(), 1);
    }

    void errorsStandUntilDismissed() {
        window_->showError(QStringLiteral("The file could not be read."));
        QVERIFY(window_->errorBar()->isVisible());
        QTest::mouseClick(window_->errorBar()->findChild<QAbstractButton*>(), Qt::LeftButton);
        QVERIFY(!window_->errorBar()->isVisible());
    }

    void f1ListsTheKeys() {
        press(Qt::Key_F1);
        auto* dialog = window_->findChild<views::ShortcutsDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
    }

    void tabReachesEverythingAndComesBack_data() {
        QTest::addColumn<Page>("page");
        QTest::newRow("look up") << Page::Lookup;
        QTest::newRow("queue") << Page::Queue;
        QTest::newRow("issues") << Page::Issues;
        QTest::newRow("charts") << Page::Charts;
        QTest::newRow("import") << Page::Import;
        QTest::newRow("same person?") << Page::Same;
        QTest::newRow("settings") << Page::Settings;
    }

    void tabReachesEverythingAndComesBack() {
        QFETCH(Page, page);
        window_->showPage(page);
        window_->search()->focusField();
        QSet<QWidget*> reached;
        for (int i = 0; i < 60 && !reached.contains(QApplication::focusWidget()); ++i) {
            reached << QApplication::focusWidget();
            press(Qt::Key_Tab);
        }
        QCOMPARE(QApplication::focusWidget(), window_->search()->field());
        for (QWidget* widget : window_->findChildren<QWidget*>()) {
            const bool isControl =
                qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget);
            if (isControl && widget->isVisible() && widget->isEnabled() &&
                widget->focusPolicy() != Qt::NoFocus && widget->focusProxy() == nullptr)
                QVERIFY2(reached.contains(widget),
                         qPrintable(widget->metaObject()->className() + widget->accessibleName()));
        }
    }

    void remembersItsPlace() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
        window_->resize(1111, 700);
        window_->saveLayout(settings);
        MainWindow other;
        other.restoreLayout(settings);
        QCOMPARE(other.size(), QSize(1111, 700));
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
