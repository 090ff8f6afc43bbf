// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings_page.h"

#include "views/holidays_dialog.h"
#include "views/hours_dialog.h"
#include "views/watched_folders_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeEdit>
#include <QToolButton>

using namespace goodfaith;
using views::SettingsPage;

class SettingsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasAFieldForEverySetting() {
        SettingsPage page;
        for (const SettingInfo& info : settingInfos()) {
            if (info.key == u"watched-folders")
                continue;
            QVERIFY2(page.field(info.key) != nullptr, qPrintable(info.key));
            QVERIFY(!page.field(info.key)->accessibleName().isEmpty());
        }
    }

    void refusesWhatCannotBeUsed_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::newRow("words for hours") << "reply-target-hours"
                                         << "soon";
        QTest::newRow("no hours") << "reply-limit-hours"
                                  << "0";
        QTest::newRow("no such zone") << "time-zone"
                                      << "Europe/Nowhere";
        QTest::newRow("a long currency") << "currency"
                                         << "EURO";
        QTest::newRow("a long country") << "region"
                                        << "GBR";
    }

    void refusesWhatCannotBeUsed() {
        QFETCH(QString, key);
        QFETCH(QString, text);
        SettingsPage page;
        page.field(key)->setText(text);
        QVERIFY(page.problem(key).contains(text));
        QVERIFY(!page.saveButton()->isEnabled());
        page.discardButton()->click();
        QCOMPARE(page.problem(key), QString());
        QVERIFY(!page.isChanged());
    }

    void hoursAreEditedByWeekday() {
        SettingsPage page;
        const auto key = QStringLiteral("business-hours");
        page.field(key)->setText(QStringLiteral("Mon-Fri 09:00-12:30 13:00-17:00"));
        page.show();
        page.editButton(key)->click();
        auto* dialog = page.findChild<views::HoursDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->spansOf(0), 2);
        QCOMPARE(dialog->spansOf(5), 0);
        dialog->end(0, 1)->setTime(QTime(18, 30));
        dialog->addButton(5)->click();
        dialog->end(5, 0)->setTime(QTime(0, 0));  // midnight
        dialog->removeButton(4, 1)->click();
        QVERIFY(dialog->acceptButton()->isEnabled());
        dialog->acceptButton()->click();
        QCOMPARE(page.field(key)->text(),
                 QStringLiteral("Mon 09:00-12:30 13:00-18:30; Tue-Thu 09:00-12:30 13:00-17:00; "
                                "Fri 09:00-12:30; Sat 09:00-24:00"));
        QVERIFY(page.saveButton()->isEnabled());
    }

    void hoursThatCannotBeAreRefused() {
        views::HoursDialog dialog(QStringLiteral("Mon 09:00-12:00 13:00-17:00"));
        dialog.begin(0, 1)->setTime(QTime(18, 0));
        QVERIFY(!dialog.acceptButton()->isEnabled());
        QVERIFY(!dialog.problem()->text().isEmpty());
        dialog.removeButton(0, 1)->click();
        QVERIFY(dialog.acceptButton()->isEnabled());
        dialog.removeButton(0, 0)->click();
        QVERIFY2(!dialog.acceptButton()->isEnabled(), "nobody is ever there");
        QCOMPARE(views::HoursDialog(QStringLiteral("whenever")).text(),
                 QStringLiteral("Mon-Fri 09:00-17:00"));
    }

    void holidaysAreEditedOneByOne() {
        SettingsPage page;
        const auto key = QStringLiteral("holidays");
        page.setToday(QDate(2026, 12, 31));
        page.field(key)->setText(QStringLiteral("12-25,easter+1"));
        page.show();
        page.editButton(key)->click();
        auto* dialog = page.findChild<views::HolidaysDialog*>();
        QVERIFY(dialog != nullptr);
        dialog->addButton()->click();
        dialog->date()->setDate(QDate(2026, 1, 1));
        dialog->everyYear()->setChecked(true);
        dialog->addButton()->click();
        dialog->addButton()->click();  // once is enough
        Q_EMIT dialog->easterDays()->activated(2);
        dialog->remove(holidaysFrom(QStringLiteral("easter+1")).front());
        dialog->accept();
        QCOMPARE(page.field(key)->text(), QStringLiteral("01-01, easter-2, 12-25, 2026-12-31"));
        QVERIFY(page.saveButton()->isEnabled());
    }

    void savesWhatWasTyped() {
        SettingsPage page;
        QSignalSpy saved(&page, &SettingsPage::saveWanted);
        QVERIFY(!page.saveButton()->isEnabled());
        page.field(QStringLiteral("own-addresses"))
            ->setText(QStringLiteral("a@b.example, c.example"));
        page.saveButton()->click();
        const auto settings = saved[0][0].value<ShopSettings>();
        QCOMPARE(settings.ownAddresses,
                 (QStringList{QStringLiteral("a@b.example"), QStringLiteral("c.example")}));
        page.setSettings(settings);
        QVERIFY(!page.isChanged());
    }

    void watchesFolders() {
        SettingsPage page;
        QSignalSpy saved(&page, &SettingsPage::saveWanted);
        views::WatchedFoldersEditor& editor = *page.watchedFolders();
        editor.add(QStringLiteral("/srv/exports"));
        editor.add(QStringLiteral("/srv/mail"));
        editor.add(QStringLiteral("/srv/exports"));
        QCOMPARE(editor.findChildren<QPushButton*>().size(), 3);
        QTest::keyClicks(editor.sourceField(0), QStringLiteral(" Shop "));
        page.saveButton()->click();
        auto settings = saved[0][0].value<ShopSettings>();
        QCOMPARE(settingText(settings, u"watched-folders").value(),
                 QStringLiteral("/srv/exports=Shop,/srv/mail"));
        settings.watchedFolders[0].layout = QStringLiteral("shopify-orders");
        page.setSettings(settings);
        QVERIFY(!page.isChanged());
        editor.removeButton(1)->click();
        page.saveButton()->click();
        settings = saved[1][0].value<ShopSettings>();
        QCOMPARE(settingText(settings, u"watched-folders").value(),
                 QStringLiteral("/srv/exports=Shop:shopify-orders"));
        page.discardButton()->click();
        QCOMPARE(editor.folders().size(), 2u);
        QVERIFY(!page.isChanged());
    }

    void typingCanBeUndone() {
        SettingsPage page;
        auto* field = page.field(QStringLiteral("shop-name"));
        QTest::keyClicks(field, QStringLiteral("Shop"));
        QVERIFY(page.isChanged());
        field->undo();
        QVERIFY(!page.isChanged());
    }
};

QTEST_MAIN(SettingsPageTest)
#include "settings_page_test.moc"
