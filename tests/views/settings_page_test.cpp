// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings_page.h"

#include "views/watched_folders_editor.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

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
