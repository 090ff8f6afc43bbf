// SPDX-License-Identifier: GPL-3.0-or-later
// A batch of kettles breaks: the command line tells the issue, and each of its customers is
// believed.
#include "cli_runner.h"

#include <QDateTime>
#include <QFile>
#include <QTest>
#include <QTextStream>

namespace {

const QDate firstDay(2024, 1, 1);
constexpr int days = 330;
constexpr int surgeDay = 300;
constexpr int surging = 8;

// Three orders a day; every tenth day somebody complains of something, and in the end of kettles.
class KettleShop {
public:
    KettleShop(const QString& orders, const QString& items, const QString& mails)
        : orderFile_(orders), itemFile_(items), mailFile_(mails) {
        for (QFile* file : {&orderFile_, &itemFile_, &mailFile_})
            file->open(QIODevice::WriteOnly);
        orders_ << "order_id,customer_id,ordered_at,customer_name,customer_email,country,currency,"
                   "total,status\n";
        items_ << "order_id,line,sku,title,quantity,unit_price\n";
        for (int day = 0; day < days; ++day)
            tradeOn(day);
    }

private:
    void tradeOn(int day) {
        static const char* const goods[] = {"LAMP", "CUP", "KETTLE"};
        for (int i = 0; i < 3; ++i) {
            const int number = 1000 + 3 * day + i;
            orders_ << number << "," << number << "," << at(day) << ",Buyer " << number << ",buyer"
                    << number << "@mail.example,GB,EUR,20.00,paid\n";
            items_ << number << ",1," << goods[i] << ",The " << goods[i] << ",1,20.00\n";
        }
        static const char* const usual[] = {"My order arrived damaged, the box was crushed.",
                                            "You sent the wrong item, I am disappointed.",
                                            "My parcel has still not arrived. Where is it?"};
        if (day >= 30 && day % 10 == 0)
            mail(day, 1000 + 3 * (day - 8) + day / 10 % 2, usual[day / 10 % 3]);
        for (int i = 0; i < surging; ++i) {
            if (day == surgeDay + i / 3)
                mail(
                    day, 1002 + 3 * (surgeDay - 20 + i),
                    "The kettle is defective, it stopped working after two days. I want a refund.");
        }
    }

    static QString at(int day) {
        return firstDay.addDays(day).toString(Qt::ISODate) + QStringLiteral("T09:00:00Z");
    }

    void mail(int day, int order, const char* text) {
        const QDateTime when(firstDay.addDays(day), QTime(10, 0), Qt::UTC);
        const QLocale english(QLocale::English);
        const QString sender = QStringLiteral("buyer%1@mail.example").arg(order);
        mails_ << "From " << sender << " "
               << english.toString(when, QStringLiteral("ddd MMM dd hh:mm:ss yyyy"))
               << "\nFrom: Buyer <" << sender << ">\nTo: support@shop.example\nSubject: Order "
               << order
               << "\nDate: " << english.toString(when, QStringLiteral("ddd, d MMM yyyy hh:mm:ss"))
               << " +0000\nMessage-ID: <" << day << "." << order
               << "@mail.example>\nContent-Type: text/plain; charset=utf-8\n\n"
               << text << " Order " << order << ".\n\n";
    }

    QFile orderFile_, itemFile_, mailFile_;
    QTextStream orders_{&orderFile_}, items_{&itemFile_}, mails_{&mailFile_};
};

}  // namespace

class IssuesCommandTest : public QObject {
    Q_OBJECT

private:
    CliRunner shop_;

    QJsonArray issues(const QStringList& more = {}) const {
        return shop_.json(QStringList{QStringLiteral("issues")} + more)
            .value(QLatin1String("issues"))
            .toArray();
    }

private Q_SLOTS:
    void initTestCase() {
        const QStringList files{shop_.file(QStringLiteral("orders.csv")),
                                shop_.file(QStringLiteral("order_items.csv")),
                                shop_.file(QStringLiteral("mail.mbox"))};
        KettleShop(files[0], files[1], files[2]);
        const auto imported =
            shop_.run(QStringList{QStringLiteral("import"), QStringLiteral("--own-address"),
                                  QStringLiteral("support@shop.example")} +
                      files);
        QVERIFY2(imported.exitCode == 0, imported.errors);
    }

    void tellsTheIssue() {
        const QJsonArray found = issues();
        QCOMPARE(found.size(), 1);
        const QJsonObject issue = found[0].toObject();
        QCOMPARE(issue.value(QLatin1String("id")).toString(),
                 QStringLiteral("defective/product/KETTLE/2024-10-27"));
        QCOMPARE(issue.value(QLatin1String("topic")).toString(), QStringLiteral("defective"));
        QCOMPARE(issue.value(QLatin1String("product")).toString(), QStringLiteral("KETTLE"));
        QVERIFY(issue.value(QLatin1String("carrier")).isNull());
        QVERIFY(issue.value(QLatin1String("region")).isNull());
        QCOMPARE(issue.value(QLatin1String("from")).toString(), QStringLiteral("2024-10-27"));
        QCOMPARE(issue.value(QLatin1String("to")).toString(), QStringLiteral("2024-10-29"));
        QVERIFY(issue.value(QLatin1String("over")).toBool());
        QCOMPARE(issue.value(QLatin1String("complaints")).toInt(), surging);
        QVERIFY(issue.value(QLatin1String("expected")).toDouble() < 1);
        QCOMPARE(issue.value(QLatin1String("customers")).toArray().size(), surging);
        QCOMPARE(issue.value(QLatin1String("events")).toArray().size(), surging);
    }

    void asOfADayItIsAsItWasKnownThen() {
        QVERIFY(issues({QStringLiteral("--as-of"), QStringLiteral("2024-10-26")}).isEmpty());
        const QJsonArray then = issues({QStringLiteral("--as-of"), QStringLiteral("2024-10-29")});
        QCOMPARE(then.size(), 1);
        QCOMPARE(then[0].toObject().value(QLatin1String("id")).toString(),
                 QStringLiteral("defective/product/KETTLE/2024-10-27"));
        QVERIFY(!then[0].toObject().value(QLatin1String("over")).toBool());
    }

    void itsCustomersAreBelieved() {
        const QJsonObject brief =
            shop_.json({QStringLiteral("brief"), QStringLiteral("order:%1").arg(1002 + 3 * 281),
                        QStringLiteral("--as-of"), QStringLiteral("2024-12-01")});
        QStringList codes;
        for (const QJsonValue& reason : brief.value(QLatin1String("reasons")).toArray())
            codes << reason.toObject().value(QLatin1String("code")).toString();
        QVERIFY2(codes.contains(QStringLiteral("common_issue")),
                 qPrintable(codes.join(QStringLiteral(", "))));
        QCOMPARE(brief.value(QLatin1String("complaints"))
                     .toObject()
                     .value(QLatin1String("supported"))
                     .toInt(),
                 1);
    }

    void isTableAndSentence() {
        const QByteArray text = shop_.run({QStringLiteral("issues")}).output;
        QVERIFY2(text.contains("defective, The KETTLE, KETTLE"), text);
        const QByteArray none = shop_
                                    .run({QStringLiteral("issues"), QStringLiteral("--as-of"),
                                          QStringLiteral("2024-05-01")})
                                    .output;
        QCOMPARE(none, QByteArray("Nothing that many customers complain of at a time.\n"));
    }
};

QTEST_APPLESS_MAIN(IssuesCommandTest)
#include "issues_command_test.moc"
