// SPDX-License-Identifier: GPL-3.0-or-later
// Who shares something with a customer whose complaints are contradicted, and what of it weighs.
#include "cli_runner.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

namespace {

const QByteArray orders =
    "order_id,ordered_at,customer_name,customer_email,customer_phone,address,postcode,city,country,"
    "total,currency,recipient_name\n"
    // Mallory says that what she signed for did not come.
    "M1,2024-03-01T10:00:00Z,Mallory Voss,mallory@mail.example,+49301234567,"
    "\"Hauptstr. 12, Flat 3\",10115,Berlin,DE,200.00,EUR,\n";
const QByteArray shipments =
    "shipment_id,order_id,shipped_at,promised_at,delivered_at,status,proof\n"
    "S1,M1,2024-03-02T10:00:00Z,2024-03-06T10:00:00Z,2024-03-04T10:00:00Z,delivered,signature\n";
const QByteArray messages =
    "message_id,at,channel,direction,customer_email,order_id,subject,text\n"
    "T1,2024-03-10T10:00:00Z,letter,inbound,mallory@mail.example,M1,Order M1,"
    "My order M1 never arrived. I want a refund.\n";
const QByteArray payments =
    "payment_id,order_id,paid_at,amount,currency,status,payer\n"
    "P1,M1,2024-03-01T10:01:00Z,200.00,EUR,paid,DE89370400440532013000\n";

class TestShop {
public:
    void write(const QString& name, const QByteArray& text) {
        QFile file(cli.file(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void import(const QByteArray& moreOrders, const QByteArray& morePayments) {
        write(QStringLiteral("orders.csv"), orders + moreOrders);
        write(QStringLiteral("shipments.csv"), shipments);
        write(QStringLiteral("messages.csv"), messages);
        write(QStringLiteral("payments.csv"), payments + morePayments);
        for (const char* name : {"orders", "shipments", "messages", "payments"}) {
            const auto done = cli.run(
                {QStringLiteral("import"), cli.file(QString::fromLatin1(name) + u".csv"),
                 QStringLiteral("--as"), QString::fromLatin1(name), QStringLiteral("--quiet")});
            QVERIFY2(done.exitCode == 0, done.errors);
        }
    }
    QJsonObject reason(const QString& customer, const QString& asOf) {
        const auto reasons = cli.json({QStringLiteral("brief"), customer, QStringLiteral("--as-of"),
                                       asOf})[QStringLiteral("reasons")]
                                 .toArray();
        for (const auto& reason : reasons) {
            if (reason[QStringLiteral("code")] == QLatin1String("linked_identity"))
                return reason.toObject();
        }
        return {};
    }

    CliRunner cli;
};

const QString bob = QStringLiteral("bob@mail.example");
const QString later = QStringLiteral("2024-06-01");

}  // namespace

class LinkedIdentityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWhoSharesSomething_data();
    void isWhoSharesSomething();
    void isNobodyBeforeItHappened();
    void isTheSameInAllScores();
};

void LinkedIdentityTest::isWhoSharesSomething_data() {
    QTest::addColumn<QByteArray>("orders");
    QTest::addColumn<QByteArray>("payments");
    QTest::addColumn<QString>("text");  // "": no such reason
    const QByteArray at = ",2024-04-01T10:00:00Z,";
    const QByteArray paid = "P2,B1,2024-04-01T10:01:00Z,20.00,EUR,paid,";
    const auto row = [](const char* name, const QByteArray& more, const QByteArray& payment,
                        const char* text) {
        QTest::newRow(name) << more << payment << QString::fromUtf8(text);
    };

    row("nothing", "B1" + at + "Bob Krause,bob@mail.example,,,,,,20.00,EUR,\n", "", "");
    row("a phone number", "B1" + at + "Bob Krause,bob@mail.example,030 1234567,,,,DE,20.00,EUR,\n",
        "", "Shares a phone number with customer N (1 complaint contradicted)");
    row("an address, spelt otherwise",
        "B1" + at +
            "Bob Krause,bob@mail.example,,\"Flat 3, 12 Hauptstraße\",10115,Berlin,DE,20.00,EUR,\n",
        "", "Shares a postal address with customer N (1 complaint contradicted)");
    row("another flat",
        "B1" + at +
            "Bob Krause,bob@mail.example,,\"Flat 4, 12 Hauptstraße\",10115,Berlin,DE,20.00,EUR,\n",
        "", "");
    row("a payer", "B1" + at + "Bob Krause,bob@mail.example,,,,,,20.00,EUR,\n",
        paid + "DE89370400440532013000\n",
        "Shares a means of payment with customer N (1 complaint contradicted)");
    row("another payer", "B1" + at + "Bob Krause,bob@mail.example,,,,,,20.00,EUR,\n",
        paid + "DE02120300000000202051\n", "");
    row("two things", "B1" + at + "Bob Krause,bob@mail.example,030 1234567,,,,DE,20.00,EUR,\n",
        paid + "DE89370400440532013000\n",
        "Shares a phone number and a means of payment with customer N (1 complaint contradicted)");
    QByteArray office = "B1" + at +
                        "Bob Krause,bob@mail.example,,Hauptstr. 12 Flat 3,10115,"
                        "Berlin,DE,20.00,EUR,\n";
    for (const QByteArray name : {"Carl Ott", "Dora Lang", "Emil Fuchs"})
        office += "O" + name.left(1) + at + name + ',' + name.left(4).trimmed().toLower() +
                  "@mail.example,,\"Hauptstr. 12, Flat 3\",10115,Berlin,DE,20.00,EUR,\n";
    row("what many have", office, "", "");
}

void LinkedIdentityTest::isWhoSharesSomething() {
    QFETCH(const QByteArray, orders);
    QFETCH(const QByteArray, payments);
    TestShop shop;
    shop.import(orders, payments);
    const QJsonObject reason = shop.reason(bob, later);
    static const QRegularExpression number(QStringLiteral("customer \\d+"));
    QTEST(reason[QStringLiteral("text")].toString().replace(number, QStringLiteral("customer N")),
          "text");
    QCOMPARE(reason[QStringLiteral("events")].toArray().isEmpty(), reason.isEmpty());
}

void LinkedIdentityTest::isNobodyBeforeItHappened() {
    TestShop shop;
    shop.import(
        "B1,2024-04-01T10:00:00Z,Bob Krause,bob@mail.example,030 1234567,,,,DE,20.00,EUR,\n", "");
    QVERIFY(shop.reason(bob, QStringLiteral("2024-03-31")).isEmpty());
    QVERIFY(!shop.reason(bob, QStringLiteral("2024-04-02")).isEmpty());
    const QByteArray course =
        shop.cli.run({QStringLiteral("course"), bob, QStringLiteral("--as-of"), later}).output;
    QVERIFY2(course.contains(" 1 Apr 2024  Shares a phone number with customer "), course);
    // Nothing of Bob speaks against Mallory.
    QVERIFY(shop.reason(QStringLiteral("mallory@mail.example"), later).isEmpty());
}

void LinkedIdentityTest::isTheSameInAllScores() {
    TestShop shop;
    shop.import(
        "B1,2024-04-01T10:00:00Z,Bob Krause,bob@mail.example,030 1234567,,,,DE,20.00,EUR,\n", "");
    const auto scores = shop.cli
                            .json({QStringLiteral("score"), QStringLiteral("--as-of"),
                                   later})[QStringLiteral("scores")]
                            .toArray();
    const auto linked = std::count_if(scores.begin(), scores.end(), [](const auto& score) {
        const auto reasons = score.toObject()[QStringLiteral("reasons")].toArray();
        return std::any_of(reasons.begin(), reasons.end(), [](const auto& reason) {
            return reason.toObject()[QStringLiteral("code")] == QLatin1String("linked_identity");
        });
    });
    QCOMPARE(scores.size(), 2);
    QCOMPARE(linked, 1);
}

QTEST_GUILESS_MAIN(LinkedIdentityTest)
#include "linked_identity_test.moc"
