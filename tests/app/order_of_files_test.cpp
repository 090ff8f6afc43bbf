// SPDX-License-Identifier: GPL-3.0-or-later
// In whatever order a shop's files come, in one import or many, the shop is the same.
#include "cli_runner.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <random>

namespace {

const QStringList files{
    QStringLiteral("orders.csv"),  QStringLiteral("order_items.csv"),
    QStringLiteral("refunds.csv"), QStringLiteral("returns.csv"),
    QStringLiteral("calls.csv"),   QStringLiteral("shipments.csv"),
    QStringLiteral("mail.mbox"),
};

// Numbers are given in the order in which things arrive: everything else must be the same.
QJsonValue withoutNumbers(const QJsonValue& value) {
    static const QStringList numbers{QStringLiteral("id"), QStringLiteral("import"),
                                     QStringLiteral("customer"), QStringLiteral("parameters_id"),
                                     QStringLiteral("events")};
    if (value.isArray()) {
        QJsonArray kept;
        for (const QJsonValue& element : value.toArray())
            kept.append(withoutNumbers(element));
        return kept;
    }
    if (!value.isObject())
        return value;
    QJsonObject kept = value.toObject();
    for (const QString& key : kept.keys()) {
        if (numbers.contains(key))
            kept.remove(key);
        else
            kept[key] = withoutNumbers(kept[key]);
    }
    return kept;
}

QString textOf(const QJsonValue& value) {
    return QString::fromUtf8(
        QJsonDocument(QJsonArray{withoutNumbers(value)}).toJson(QJsonDocument::Indented));
}

// What the shop says of everybody, customer by customer.
QString picture(const CliRunner& shop) {
    const auto list = [&](const QStringList& command, const char* key) {
        return shop.json(command).value(QLatin1String(key)).toArray();
    };
    QMap<int, QString> scores;
    for (const QJsonValue& score :
         list({QStringLiteral("score"), QStringLiteral("--as-of"), QStringLiteral("2024-04-15")},
              "scores"))
        scores[score[QLatin1String("customer")].toInt()] = textOf(score);
    QStringList people;
    for (const QJsonValue& customer : list({QStringLiteral("customers")}, "customers")) {
        const int number = customer[QLatin1String("customer")].toInt();
        QString events;
        for (const QJsonValue& event :
             list({QStringLiteral("timeline"), QString::number(number)}, "events"))
            events += textOf(event);
        people << textOf(customer) + scores.value(number) + events;
    }
    people.sort();
    return people.join(QStringLiteral("\n"));
}

QStringList shuffled(unsigned seed) {
    QStringList turn = files;
    std::mt19937 random(seed);
    for (qsizetype left = turn.size(); left > 1; --left)
        turn.swapItemsAt(left - 1, static_cast<qsizetype>(random() % static_cast<unsigned>(left)));
    return turn;
}

QString pictureAfter(const QStringList& turn, bool oneImportEach) {
    const CliRunner shop;
    const QStringList start{QStringLiteral("import"),
                            QStringLiteral("--own-address"),
                            QStringLiteral("shop.example"),
                            QStringLiteral("--own-number"),
                            QStringLiteral("+44 20 7946 0999"),
                            QStringLiteral("--region"),
                            QStringLiteral("GB")};
    QStringList command = start;
    for (const QString& file : turn) {
        command << QStringLiteral(GOODFAITH_TEST_DATA "/small_shop/") + file;
        if (oneImportEach && shop.run(std::exchange(command, start)).exitCode != 0)
            return QStringLiteral("an import failed");
    }
    if (!oneImportEach && shop.run(command).exitCode != 0)
        return QStringLiteral("the import failed");
    return picture(shop);
}

}  // namespace

class OrderOfFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOlderExportTurnsNothingBack() {
        CliRunner cli;
        const auto exported = [&](const char* day, const char* status) {
            const QString path = cli.file(QString::fromLatin1(day) + u".csv");
            const QByteArray table = QByteArray("Exported on: ") + day +
                                     "\norder_id,ordered_at,total,status\n1,2024-01-01,5," +
                                     status + "\n";
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(table) != table.size())
                return QJsonObject();
            file.close();
            return cli.json({QStringLiteral("import"), path})[u"imports"][0].toObject();
        };
        QCOMPARE(exported("2024-03-12", "shipped")[u"inserted"].toInt(), 1);
        const QJsonObject older = exported("2024-02-12", "open");
        QCOMPARE(older[u"updated"].toInt(), 0);
        QVERIFY(!older[u"warnings"].toArray().isEmpty());
        QCOMPARE(exported("2024-04-12", "returned")[u"updated"].toInt(), 1);
    }

    void initTestCase() {
        asWritten_ = pictureAfter(files, false);
        QVERIFY(asWritten_.contains(u"Ada Lindqvist"));
        QVERIFY(asWritten_.contains(u"purchase_value"));
        QVERIFY(asWritten_.contains(u"outbound"));
    }
    void makesNoDifference_data() {
        QTest::addColumn<QStringList>("turn");
        QTest::addColumn<bool>("oneImportEach");
        QStringList backwards = files;
        std::reverse(backwards.begin(), backwards.end());
        QTest::newRow("backwards") << backwards << false;
        QTest::newRow("backwards, one by one") << backwards << true;
        for (unsigned seed = 1; seed <= 3; ++seed)
            QTest::addRow("shuffled %u", seed) << shuffled(seed) << (seed % 2 == 0);
    }
    void makesNoDifference() {
        QFETCH(QStringList, turn);
        QFETCH(bool, oneImportEach);
        QCOMPARE(pictureAfter(turn, oneImportEach), asWritten_);
    }

private:
    QString asWritten_;
};

QTEST_GUILESS_MAIN(OrderOfFilesTest)
#include "order_of_files_test.moc"
