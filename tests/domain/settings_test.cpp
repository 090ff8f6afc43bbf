// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/settings.h"

#include "models/domain/failure.h"

#include <QTest>

using namespace goodfaith;

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void setsFromText_data();
    void setsFromText();
    void restoresWhatIsStored();
    void refuses_data();
    void refuses();
    void listsEverySetting();
    void knowsOwnAddresses_data();
    void knowsOwnAddresses();
};

void SettingsTest::setsFromText_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("name") << "shop-name"
                          << " Tea & Co "
                          << "Tea & Co";
    QTest::newRow("addresses") << "own-addresses"
                               << "Sales@Shop.example, shop.example,,sales@shop.example"
                               << "sales@shop.example,shop.example";
    QTest::newRow("no addresses") << "own-addresses"
                                  << ""
                                  << "";
    QTest::newRow("numbers") << "own-numbers"
                             << "+44 20 7946 0000, 12"
                             << "+44 20 7946 0000,12";
    QTest::newRow("region") << "region"
                            << " de "
                            << "DE";
    QTest::newRow("zone") << "time-zone"
                          << "Europe/Berlin"
                          << "Europe/Berlin";
    QTest::newRow("currency") << "currency"
                              << "gbp"
                              << "GBP";
    QTest::newRow("target") << "reply-target-hours"
                            << "12"
                            << "12";
    QTest::newRow("limit") << "reply-limit-hours"
                           << "1440"
                           << "1440";
    QTest::newRow("hours of work") << "business-hours"
                                   << "mon-fri 9-12:30 13-17;sat 10-14"
                                   << "Mon-Fri 09:00-12:30 13:00-17:00; Sat 10:00-14:00";
    QTest::newRow("holidays") << "holidays"
                              << "2026-12-31,12-25, easter+1"
                              << "2026-12-31, 12-25, easter+1";
    QTest::newRow("no holidays") << "holidays"
                                 << ""
                                 << "";
    QTest::newRow("how targets are measured") << "targets-in"
                                              << " Business "
                                              << "business";
    QTest::newRow("window") << "window-months"
                            << "120"
                            << "120";
    QTest::newRow("days to deliver") << "delivery-days"
                                     << "10"
                                     << "10";
    QTest::newRow("days to ripen") << "mature-days"
                                   << "0"
                                   << "0";
    QTest::newRow("days of grace") << "grace-days"
                                   << " 180"
                                   << "180";
    QTest::newRow("a folder") << "watched-folders"
                              << " /srv/exports/ "
                              << "/srv/exports";
    QTest::newRow("folders") << "watched-folders"
                             << "/srv/exports = Shop : shopify-orders, /m=Mail,/c=:calls,/m"
                             << "/srv/exports=Shop:shopify-orders,/m=Mail,/c=:calls";
    QTest::newRow("a folder with marks in its name") << "watched-folders"
                                                     << R"(/a\,b\=c\:d\\e=S\,h\:op:x)"
                                                     << R"(/a\,b\=c\:d\\e=S\,h\:op:x)";
    QTest::newRow("no folders") << "watched-folders"
                                << " , "
                                << "";
}

void SettingsTest::setsFromText() {
    QFETCH(QString, key);
    QFETCH(QString, text);
    ShopSettings settings;
    setSetting(settings, key, text);
    QTEST(settingText(settings, key).value_or(QStringLiteral("no such setting")), "shown");
}

void SettingsTest::restoresWhatIsStored() {
    ShopSettings settings;
    restoreSetting(settings, u"region", QStringLiteral("ZZ"));
    restoreSetting(settings, u"own-addresses", QStringLiteral("x y,shop.example"));
    restoreSetting(settings, u"time-zone", QStringLiteral("Atlantis/Harbour"));
    restoreSetting(settings, u"colour", QStringLiteral("blue"));
    QCOMPARE(settings.region, QStringLiteral("ZZ"));
    QCOMPARE(settings.ownAddresses.last(), QStringLiteral("shop.example"));
    QCOMPARE(settings.timeZone, ShopSettings().timeZone);
}

void SettingsTest::refuses_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::newRow("no such key") << "colour"
                                 << "blue";
    QTest::newRow("no region") << "region"
                               << "DEU";
    QTest::newRow("a region that is none") << "region"
                                           << "ZZ";
    QTest::newRow("no address") << "own-addresses"
                                << "shop.example, x y";
    QTest::newRow("half an address") << "own-addresses"
                                     << "sales@";
    QTest::newRow("no number") << "own-numbers"
                               << "12, abc";
    QTest::newRow("digits for a region") << "region"
                                         << "D1";
    QTest::newRow("no zone") << "time-zone"
                             << "Berlin";
    QTest::newRow("a misspelt zone") << "time-zone"
                                     << "Europe/Berln";
    QTest::newRow("an empty zone") << "time-zone"
                                   << "";
    QTest::newRow("no currency") << "currency"
                                 << "euro";
    QTest::newRow("no hours") << "reply-target-hours"
                              << "a day";
    QTest::newRow("zero hours") << "reply-target-hours"
                                << "0";
    QTest::newRow("too many hours") << "reply-limit-hours"
                                    << "1441";
    QTest::newRow("never open") << "business-hours"
                                << "Mon-Sun closed";
    QTest::newRow("a holiday by name") << "holidays"
                                       << "Christmas";
    QTest::newRow("targets in lunar hours") << "targets-in"
                                            << "lunar";
    QTest::newRow("negative days") << "grace-days"
                                   << "-1";
    QTest::newRow("too many days") << "mature-days"
                                   << "181";
    QTest::newRow("no days") << "delivery-days"
                             << "a week";
    QTest::newRow("a relative folder") << "watched-folders"
                                       << "/srv/exports,exports=Shop";
    QTest::newRow("a source without a folder") << "watched-folders"
                                               << "=Shop";
    QTest::newRow("half a month") << "window-months"
                                  << "0.5";
    QTest::newRow("too many months") << "window-months"
                                     << "121";
}

void SettingsTest::refuses() {
    QFETCH(QString, key);
    QFETCH(QString, text);
    ShopSettings settings;
    try {
        setSetting(settings, key, text);
        QFAIL("accepted");
    } catch (const Failure& failure) {
        QCOMPARE(failure.kind(), FailureKind::WrongUse);
        QVERIFY(failure.message().contains(QStringLiteral("expected")));
    }
    QCOMPARE(settings, ShopSettings());
}

void SettingsTest::listsEverySetting() {
    QVERIFY(!settingInfos().empty());
    for (const auto& info : settingInfos()) {
        ShopSettings settings;
        const auto text = settingText(settings, info.key);
        QVERIFY(text.has_value());
        QVERIFY(info.description.endsWith(u'.'));
        // What is shown can be set again.
        setSetting(settings, info.key, *text);
        QCOMPARE(settings, ShopSettings());
    }
    QVERIFY(!settingText(ShopSettings(), u"colour"));
}

void SettingsTest::knowsOwnAddresses_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("own");
    QTest::newRow("by address") << "Help@Other.example" << true;
    QTest::newRow("by domain") << "anyone@SHOP.example" << true;
    QTest::newRow("by domain with its sign") << "me@second.example" << true;
    QTest::newRow("another of that domain") << "sales@other.example" << false;
    QTest::newRow("a longer domain") << "a@myshop.example" << false;
    QTest::newRow("a longer address") << "nohelp@other.example" << false;
    QTest::newRow("our domain as a name") << "shop.example@evil.example" << false;
    QTest::newRow("nothing") << "" << false;
}

void SettingsTest::knowsOwnAddresses() {
    QFETCH(QString, address);
    ShopSettings settings;
    setSetting(settings, u"own-addresses",
               QStringLiteral("help@other.example, shop.example, @second.example"));
    QTEST(settings.isOwnAddress(address), "own");
}

QTEST_APPLESS_MAIN(SettingsTest)
#include "settings_test.moc"
