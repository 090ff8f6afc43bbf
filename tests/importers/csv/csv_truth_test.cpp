// SPDX-License-Identifier: GPL-3.0-or-later
// Files with what they hold beside them, as JSON: one object a row.
#include "importers/csv/table_input.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace goodfaith::importers;

namespace {

const QString ownFiles = QStringLiteral(GOODFAITH_TEST_DATA "/csv/truth");

QJsonArray rowsOf(const QString& path) {
    const Preview preview = previewTable(path, {}, -1);
    const QStringList header = preview.header.value_or(QStringList());
    QJsonArray rows;
    for (const QStringList& cells : preview.rows) {
        QJsonObject row;
        for (qsizetype i = 0; i < std::max(cells.size(), header.size()); ++i)
            row[header.value(i, QString::number(i))] = cells.value(i);
        rows.append(row);
    }
    return rows;
}

// A table of one row may be that row.
QJsonArray truthIn(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonDocument truth = QJsonDocument::fromJson(file.readAll());
    return truth.isObject() ? QJsonArray{truth.object()} : truth.array();
}

void addFiles(const QString& tables, const QString& truths) {
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("truth");
    for (const QFileInfo& table : QDir(tables).entryInfoList({QStringLiteral("*.csv")}))
        QTest::newRow(qPrintable(table.completeBaseName()))
            << table.filePath() << truths + u'/' + table.completeBaseName() + u".json";
}

}  // namespace

class CsvTruthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsOurFiles_data() { addFiles(ownFiles, ownFiles); }
    void readsOurFiles() {
        QFETCH(QString, table);
        QFETCH(QString, truth);
        QVERIFY(QFile::exists(truth));
        QCOMPARE(rowsOf(table), truthIn(truth));
    }

    void readsCsvSpectrum_data() {
        const QString data = qEnvironmentVariable("GOODFAITH_DATA") + u"/csv/csv-spectrum";
        addFiles(data + u"/csvs", data + u"/json");
        if (QDir(data).exists())
            return;
        QTest::newRow("not here") << QString() << QString();
    }
    void readsCsvSpectrum() {
        QFETCH(QString, table);
        QFETCH(QString, truth);
        if (table.isEmpty())
            QSKIP("Set GOODFAITH_DATA to the folder of real files that holds csv/csv-spectrum.");
        QJsonArray expected = truthIn(truth);
        QVERIFY(!expected.isEmpty());
        // Its JSON has another phone number than its CSV; the rest of the row is the same.
        if (QByteArrayView(QTest::currentDataTag()) == "location_coordinates") {
            QJsonObject row = expected.first().toObject();
            row[QStringLiteral("Contact Phone Number")] = QStringLiteral("2095257564");
            expected[0] = row;
        }
        QCOMPARE(rowsOf(table), expected);
    }
};

QTEST_GUILESS_MAIN(CsvTruthTest)
#include "csv_truth_test.moc"
