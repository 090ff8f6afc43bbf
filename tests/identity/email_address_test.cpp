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
        QTest::newRow("case") << "Ada@Example.COM"
                              << "ada@example.com";
        QTest::newRow("spaces around") << "  ada@example.com\t"
                                       << "ada@example.com";
        QTest::newRow("brackets") << "<ada@example.com>"
                                  << "ada@example.com";
        QTest::newRow("mailto") << "mailto:ada@example.com"
                                << "ada@example.com";
        QTest::newRow("plus is kept") << "ada+shop@example.com"
                                      << "ada+shop@example.com";
        QTest::newRow("composed") << QStringLiteral("Jose\u0301@example.com")
                                  << QStringLiteral("jos\u00e9@example.com");
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("no at") << "ada.example.com"
                               << "";
        QTest::newRow("two ats") << "a@b@example.com"
                                 << "";
        QTest::newRow("nobody") << "@example.com"
                                << "";
        QTest::newRow("no dot") << "ada@localhost"
                                << "";
        QTest::newRow("dot at the end") << "ada@example."
                                        << "";
        QTest::newRow("two dots") << "ada@example..com"
                                  << "";
        QTest::newRow("space within") << "ada l@example.com"
                                      << "";
        QTest::newRow("control") << QString(QStringLiteral("ada") + QChar(0) +
                                            QStringLiteral("@example.com"))
                                 << "";
        QTest::newRow("too long") << QString(QString(250, u'a') + QStringLiteral("@example.com"))
                                  << "";
    }
    void normalises() {
        QFETCH(QString, text);
        QTEST(normaliseEmail(text).value_or(QString()), "expected");
    }

    void knowsRoles_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("expected");
        QTest::newRow("info") << "info@acme.example" << true;
        QTest::newRow("with a tag") << "support+42@acme.example" << true;
        QTest::newRow("noreply") << "noreply@acme.example" << true;
        QTest::newRow("person") << "ada@acme.example" << false;
        QTest::newRow("only begins so") << "information.desk.ada@acme.example" << false;
        QTest::newRow("role in the domain") << "ada@info.example" << false;
    }
    void knowsRoles() {
        QFETCH(QString, address);
        QTEST(isRoleAddress(address), "expected");
    }
};

QTEST_APPLESS_MAIN(EmailAddressTest)
#include "email_address_test.moc"
