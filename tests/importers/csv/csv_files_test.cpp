// SPDX-License-Identifier: GPL-3.0-or-later
// Real files, where the environment variable GOODFAITH_DATA names their folder.
#include "described.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace goodfaith::importers;

namespace {

QString dataFolder(const QString& name) {
    const QString root = qEnvironmentVariable("GOODFAITH_DATA");
    return root.isEmpty() ? QString() : QString(root + u'/' + name);
}

QJsonArray objects(const Preview& preview) {
    QJsonArray rows;
    for (const QStringList& cells : preview.rows) {
        QJsonObject row;
        for (qsizetype column = 0; column < preview.header->size(); ++column)
            row.insert(preview.header->at(column), cells.value(column));
        rows.append(row);
    }
    return rows;
}

QJsonArray expectedObjects(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto document = QJsonDocument::fromJson(file.readAll());
    return document.isArray() ? document.array() : QJsonArray{document.object()};
}

}  // namespace

class CsvFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithCsvSpectrum() {
        const QString folder = dataFolder(QStringLiteral("csv/csv-spectrum"));
        if (folder.isEmpty())
            QSKIP("GOODFAITH_DATA does not name the folder of real files");
        int compared = 0;
        QDirIterator files(folder + QStringLiteral("/csvs"), {QStringLiteral("*.csv")});
        while (files.hasNext()) {
            const QString path = files.next();
            const QString name = files.fileInfo().completeBaseName();
            // Its JSON has another telephone number than its CSV.
            if (name == u"location_coordinates")
                continue;
            const Preview preview = previewTable(path, {}, -1);
            QVERIFY2(preview.header, qPrintable(name));
            QCOMPARE(objects(preview), expectedObjects(folder + QStringLiteral("/json/") + name +
                                                       QStringLiteral(".json")));
            ++compared;
        }
        QVERIFY(compared > 0);
    }

    void previewsEveryFile_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("duckdb") << dataFolder(QStringLiteral("csv/duckdb"));
        QTest::newRow("univocity") << dataFolder(QStringLiteral("csv/univocity"));
    }
    void previewsEveryFile() {
        QFETCH(QString, folder);
        if (folder.isEmpty())
            QSKIP("GOODFAITH_DATA does not name the folder of real files");
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        int previewed = 0;
        while (files.hasNext()) {
            const Preview preview = previewTable(files.next(), {}, -1);
            QVERIFY(!preview.charset.isEmpty());
            ++previewed;
        }
        QVERIFY(previewed > 0);
    }
};

QTEST_GUILESS_MAIN(CsvFilesTest)
#include "csv_files_test.moc"
