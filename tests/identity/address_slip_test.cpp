// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/address_slip.h"

#include "models/identity/mail_data.h"

#include <QTest>

using namespace goodfaith;
using identity::meantAddress;

class AddressSlipTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void slips_data() {
        QTest::addColumn<QString>("meant");
        const auto row = [](const char* typed, const char* meant) {
            QTest::newRow(typed) << QString::fromLatin1(meant);
        };
        row("ada@gmial.com", "ada@gmail.com");
        row("ada@gamil.com", "ada@gmail.com");
        row("ada@gmali.com", "ada@gmail.com");
        row("ada@gmil.com", "ada@gmail.com");
        row("ada@gmaill.com", "ada@gmail.com");
        row("ada@gnail.com", "ada@gmail.com");
        row("ada@gmsil.com", "ada@gmail.com");
        row("ada@gmail.con", "ada@gmail.com");
        row("ada@gmail.co", "ada@gmail.com");
        row("ada@gmail.cm", "ada@gmail.com");
        row("ada@gmail.comm", "ada@gmail.com");
        row("ada@gmial.con", "ada@gmail.com");
        row("ada@hotmial.com", "ada@hotmail.com");
        row("ada@hotmai.com", "ada@hotmail.com");
        row("ada@hormail.co.uk", "ada@hotmail.co.uk");
        row("ada@hotmail.con", "ada@hotmail.com");
        row("ada@outlok.com", "ada@outlook.com");
        row("ada@outloook.de", "ada@outlook.de");
        row("ada@yahooo.com", "ada@yahoo.com");
        row("ada@yhaoo.com", "ada@yahoo.com");
        row("ada@yahoo.cim", "ada@yahoo.com");
        row("ada@iclould.com", "");
        row("ada@icoud.com", "ada@icloud.com");
        row("ada@t-onlien.de", "ada@t-online.de");
        row("ada@comcast.ner", "ada@comcast.net");
    }
    void slips() { QTEST(meantAddress(QString::fromLatin1(QTest::currentDataTag())), "meant"); }

    // Domains of others, however near.
    void realDomainsAreRight_data() {
        const auto domains = {
            "gmail.com",    "mail.com",     "email.com",     "ymail.com",       "hmail.com",
            "gail.com",     "gmx.com",      "gmx.de",        "gmx.net",         "gmx.at",
            "web.de",       "yahoo.co.uk",  "yahoo.ca",      "yahoo.fr",        "yahoo.co",
            "wahoo.com",    "yazoo.com",    "hotmail.fr",    "hotmail.se",      "outlook.at",
            "live.com",     "love.com",     "life.com",      "aol.com",         "aol.de",
            "me.com",       "mac.com",      "cloud.com",     "icloud.com",      "msn.com",
            "orange.fr",    "free.fr",      "sfr.fr",        "libero.it",       "libro.it",
            "proton.me",    "pm.me",        "mail.ru",       "bk.ru",           "inbox.ru",
            "t-online.de",  "tonline.de",   "online.de",     "freenet.de",      "verizon.net",
            "att.net",      "sky.com",      "talktalk.com",  "virginmedia.com", "btopenworld.com",
            "fastmail.com", "hey.com",      "tutanota.com",  "zoho.com",        "qq.com",
            "163.com",      "126.com",      "naver.com",     "seznam.cz",       "wp.pl",
            "o2.pl",        "laposte.net",  "telenet.be",    "bluewin.ch",      "gmailbox.com",
            "hotmails.com", "outlooks.com", "shop.example",  "example.com",     "google.com",
            "goggle.com",   "gamil.org",    "gmail.example", "rocketmail.com",  "protonmail.ch",
            "hotel.com",    "hotwire.com",  "outlet.com",    "yahoo.com.mx"};
        QTest::addColumn<QString>("domain");
        for (const char* domain : domains)
            QTest::newRow(domain) << QString::fromLatin1(domain);
        for (const QString& domain : identity::mailData().providers.keys())
            QTest::newRow(qPrintable(u"known: " + domain)) << domain;
    }
    void realDomainsAreRight() {
        QFETCH(QString, domain);
        QCOMPARE(meantAddress(u"ada@" + domain), QString());
    }

    void whatIsNoAddressIsNothing() {
        for (const auto& text : {u""_qs, u"ada"_qs, u"@gmial.com"_qs, u"ada@"_qs, u"ada@gmial"_qs})
            QCOMPARE(meantAddress(text), QString());
    }
};

QTEST_APPLESS_MAIN(AddressSlipTest)
#include "address_slip_test.moc"
