// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/email_address.h"

#include <QTest>

using namespace goodfaith::identity;

class EmailAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void normalises_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& text, const char* expected) {
            QTest::newRow(name) << text << QString::fromUtf8(expected);
        };
        row("case", "Ada@Example.COM", "ada@example.com");
        row("spaces around", "  ada@example.com\t", "ada@example.com");
        row("brackets", "<ada@example.com>", "ada@example.com");
        row("quotes", "'ada@example.com'", "ada@example.com");
        row("a quoted name", "\"ada.b\"@example.com", "ada.b@example.com");
        row("mailto", "mailto:ada@example.com", "ada@example.com");
        row("plus is kept", "ada+shop@example.com", "ada+shop@example.com");
        row("dots are kept", "ada.b@example.com", "ada.b@example.com");
        row("dash is kept", "ada-b@example.com", "ada-b@example.com");
        row("dot after the domain", "ada@example.com.", "ada@example.com");
        row("composed", QStringLiteral("Jose\u0301@example.com"), "jos\u00e9@example.com");
        row("full width", QStringLiteral("ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ"), "ada@example.com");
        row("international domain", QStringLiteral("ada@Bücher.example"),
            "ada@xn--bcher-kva.example");
        row("the same in ASCII", "ada@XN--BCHER-KVA.example", "ada@xn--bcher-kva.example");
        row("the same decomposed", QStringLiteral("ada@bu\u0308cher.example"),
            "ada@xn--bcher-kva.example");
        row("underscore in the domain", "ada@my_host.example", "ada@my_host.example");
        row("Gmail: dots", "A.da.B@gmail.com", "adab@gmail.com");
        row("Gmail: tag", "ada+shop@gmail.com", "ada@gmail.com");
        row("Gmail: both names", "a.da+x@googlemail.com", "ada@gmail.com");
        row("Gmail: a tag alone", "+x@gmail.com", "+x@gmail.com");
        row("Gmail: dots alone", "...@gmail.com", "...@gmail.com");
        row("Outlook: tag, not dots", "ada.b+x@outlook.com", "ada.b@outlook.com");
        row("Hotmail is not Outlook", "ada@hotmail.com", "ada@hotmail.com");
        row("Yahoo: dash", "ada-shop@yahoo.com", "ada@yahoo.com");
        row("Yahoo: no plus", "ada+shop@yahoo.com", "ada+shop@yahoo.com");
        row("iCloud", "ada+x@me.com", "ada@icloud.com");
        row("Proton", "a-d_a.b+x@pm.me", "adab@proton.me");
        row("Yandex", "ada-b@ya.ru", "ada.b@yandex.ru");
        row("a domain that ends like Gmail", "a.da@notgmail.com", "a.da@notgmail.com");
        row("empty", "", "");
        row("no at", "ada.example.com", "");
        row("two ats", "a@b@example.com", "");
        row("nobody", "@example.com", "");
        row("nobody in quotes", "\"\"@example.com", "");
        row("no dot", "ada@localhost", "");
        row("dot at the end of one word", "ada@example.", "");
        row("dots alone", "ada@...", "");
        row("two dots", "ada@example..com", "");
        row("space within", "ada l@example.com", "");
        row("control", QString(QStringLiteral("ada") + QChar(0) + QStringLiteral("@example.com")),
            "");
        row("too long", QString(QString(250, u'a') + QStringLiteral("@example.com")), "");
        row("endless", QString(QString(100'000, u'a') + QStringLiteral("@example.com")), "");
    }
    void normalises() {
        QFETCH(QString, text);
        const QString normalised = normaliseEmail(text).value_or(QString());
        QTEST(normalised, "expected");
        QCOMPARE(normaliseEmail(normalised).value_or(QString()), normalised);
    }

    void knowsRoles_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("expected");
        QTest::newRow("info") << "info@acme.example" << true;
        QTest::newRow("with a tag") << "support+42@acme.example" << true;
        QTest::newRow("noreply") << "noreply@acme.example" << true;
        QTest::newRow("with a dash") << "no-reply@acme.example" << true;
        QTest::newRow("with a dot") << "customer.service@acme.example" << true;
        QTest::newRow("numbered") << "sales2@acme.example" << true;
        QTest::newRow("German") << "kundenservice@acme.example" << true;
        QTest::newRow("French") << "service-client@acme.example" << true;
        QTest::newRow("Spanish") << "pedidos@acme.example" << true;
        QTest::newRow("Italian") << "ordini@acme.example" << true;
        QTest::newRow("Dutch") << "klantenservice@acme.example" << true;
        QTest::newRow("person") << "ada@acme.example" << false;
        QTest::newRow("initials") << "h.r@acme.example" << false;
        QTest::newRow("digits") << "123@acme.example" << false;
        QTest::newRow("only begins so") << "information.desk.ada@acme.example" << false;
        QTest::newRow("role in the domain") << "ada@info.example" << false;
    }
    void knowsRoles() {
        QFETCH(QString, address);
        QTEST(isRoleAddress(address), "expected");
    }

    void knowsMarketplaceAliases_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("expected");
        QTest::newRow("eBay") << "abc123@members.ebay.com" << true;
        QTest::newRow("eBay, British") << "abc123@members.ebay.co.uk" << true;
        QTest::newRow("Amazon") << "abc123@marketplace.amazon.de" << true;
        QTest::newRow("Booking") << "ada.1234@guest.booking.com" << true;
        QTest::newRow("staff of eBay") << "ada@ebay.com" << false;
        QTest::newRow("a domain that contains it") << "a@members.ebayfans.example" << false;
        QTest::newRow("one person's relay") << "x7@privaterelay.appleid.com" << false;
    }
    void knowsMarketplaceAliases() {
        QFETCH(QString, address);
        QTEST(isMarketplaceAlias(address), "expected");
    }
};

QTEST_APPLESS_MAIN(EmailAddressTest)
#include "email_address_test.moc"
