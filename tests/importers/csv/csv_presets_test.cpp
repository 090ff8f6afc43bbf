// SPDX-License-Identifier: GPL-3.0-or-later
// Every preset by its folder in tests/data/presets: the files in it are read as they are and must
// give what stands in expected.json beside them. A new preset is a new folder. With the environment
// variable GOODFAITH_WRITE_EXPECTED what was read is written there instead, to be read by a person.
#include "described.h"
#include "importers/csv/layout.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace goodfaith;
using namespace goodfaith::importers;

namespace {

QDir presetsFolder() {
    return QDir(QStringLiteral(GOODFAITH_TEST_DATA "/presets"));
}

QStringList tablesIn(const QDir& folder) {
    QStringList names = folder.entryList(QDir::Files, QDir::Name);
    names.removeAll(QStringLiteral("expected.json"));
    return names;
}

QJsonObject objectIn(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

ReadingOptions optionsFrom(const QJsonObject& expected) {
    const QJsonObject set = expected[u"options"].toObject();
    ReadingOptions options;
    if (set.contains(u"timezone"))
        options.timeZone = QTimeZone(set[u"timezone"].toString().toLatin1());
    if (set.contains(u"currency"))
        options.currency = *Currency::fromCode(set[u"currency"].toString());
    options.writing.dateOrder = set[u"date_order"].toString();
    return options;
}

QJsonObject asObject(const ReadTable& table) {
    QJsonObject object{{QStringLiteral("preset"), table.preset},
                       {QStringLiteral("template"), table.templateName},
                       {QStringLiteral("records"), QJsonArray::fromStringList(table.namedRecords)},
                       {QStringLiteral("rejected"), QJsonArray::fromStringList(table.rejected)},
                       {QStringLiteral("warnings"), QJsonArray::fromStringList(table.warnings)}};
    if (!table.whyNot.isEmpty())
        object.insert(QStringLiteral("why_not"), table.whyNot);
    return object;
}

QStringList listIn(const QJsonValue& array) {
    QStringList list;
    for (const auto& item : array.toArray())
        list.append(item.toString());
    return list;
}

// The keys of rows without one come from all their cells.
QStringList withoutHashes(QStringList records) {
    static const QRegularExpression hash(QStringLiteral("[0-9a-f]{40}"));
    return records.replaceInStrings(hash, QStringLiteral("hash"));
}

QByteArray quotedRow(const QStringList& cells) {
    QStringList quoted;
    for (QString cell : cells)
        quoted.append(u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"');
    return quoted.join(u',').toUtf8() + '\n';
}

// All rows as wide as the header, unless they end early by mistake.
template <class Change>
QByteArray changed(const Preview& preview, const Change& change) {
    QByteArray bytes = quotedRow(change(*preview.header));
    for (QStringList row : preview.rows) {
        while (row.size() > 2 && row.size() < preview.header->size())
            row.append(QString());
        bytes += quotedRow(row.size() > 2 ? change(row) : row);
    }
    return bytes;
}

QByteArray moved(const Preview& preview) {
    return changed(preview,
                   [](const QStringList& row) { return QStringList(row.rbegin(), row.rend()); });
}

QByteArray without(const Preview& preview, qsizetype column) {
    return changed(preview, [&](QStringList row) {
        row.removeAt(column);
        return row;
    });
}

void writeExpected(const QString& path, const QJsonObject& expected) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(expected).toJson()) < 0)
        qFatal("expected.json could not be written");
}

}  // namespace

class CsvPresetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasAFolderForEveryPreset() {
        for (const Layout& preset : presetLayouts())
            QVERIFY2(presetsFolder().exists(preset.name + QStringLiteral("/expected.json")),
                     qPrintable(preset.name));
    }

    void readsAsExpected_data() {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("table");
        const QDir all = presetsFolder();
        for (const QString& name : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            for (const QString& table : tablesIn(QDir(all.filePath(name))))
                QTest::newRow(qPrintable(QString(name + u'/' + table)))
                    << all.filePath(name) << table;
        }
    }
    void readsAsExpected() {
        QFETCH(QString, folder);
        QFETCH(QString, table);
        const QString path = folder + QStringLiteral("/expected.json");
        QJsonObject expected = objectIn(path);
        const QJsonObject read = asObject(readFile(folder + u'/' + table, optionsFrom(expected)));
        if (qEnvironmentVariableIsSet("GOODFAITH_WRITE_EXPECTED")) {
            expected.insert(table, read);
            writeExpected(path, expected);
        }
        const QJsonObject wanted = expected[table].toObject();
        for (const QString& part :
             {QStringLiteral("records"), QStringLiteral("rejected"), QStringLiteral("warnings")}) {
            const QJsonArray is = read[part].toArray();
            const QJsonArray should = wanted[part].toArray();
            for (qsizetype i = 0; i < std::min(is.size(), should.size()); ++i)
                QCOMPARE(is[i].toString(), should[i].toString());
            QCOMPARE(is.size(), should.size());
        }
        QCOMPARE(read, wanted);
        QCOMPARE(read[u"preset"].toString(), QDir(folder).dirName());
    }

    // Exports come with columns in another order: found by name, they give the same.
    void readsMovedColumns_data() { readsAsExpected_data(); }
    void readsMovedColumns() {
        QFETCH(QString, folder);
        QFETCH(QString, table);
        const QJsonObject expected = objectIn(folder + QStringLiteral("/expected.json"));
        const ReadingOptions options = optionsFrom(expected);
        const Preview preview = previewTable(folder + u'/' + table, options, -1);
        if (!preview.header)
            return;  // known by its positions
        const ReadTable read = readBytes(moved(preview), options);
        QCOMPARE(read.preset, QDir(folder).dirName());
        QCOMPARE(withoutHashes(read.namedRecords),
                 withoutHashes(listIn(expected[table].toObject()[u"records"])));
        QCOMPARE(read.rejected.size(), expected[table].toObject()[u"rejected"].toArray().size());
    }

    // Without a column a file is either read or refused with that column's name.
    void saysWhichColumnIsMissing_data() { readsAsExpected_data(); }
    void saysWhichColumnIsMissing() {
        QFETCH(QString, folder);
        QFETCH(QString, table);
        ReadingOptions options = optionsFrom(objectIn(folder + QStringLiteral("/expected.json")));
        const Preview preview = previewTable(folder + u'/' + table, options, -1);
        if (!preview.header)
            return;
        options.preset = QDir(folder).dirName();
        const Layout& layout =
            *std::find_if(presetLayouts().begin(), presetLayouts().end(),
                          [&](const Layout& preset) { return preset.name == options.preset; });
        for (const QString& column : layout.requiredColumns) {
            const qsizetype missing = columnIndex(layout, *preview.header, column);
            const ReadTable read = readBytes(without(preview, missing), options);
            QVERIFY2(read.whyNot.endsWith(
                         QStringLiteral("has no %1, which %2 needs").arg(column, options.preset)),
                     qPrintable(QString(column + u": " + read.whyNot)));
        }
    }

    void namesTheNearestPreset() {
        const QByteArray row = "Lineitem name,Total,Currency,Email,Lineitem price,Created at\n";
        QVERIFY(readBytes(row + "Cup,5,EUR,a@b.example,5,2025-10-07\n", {})
                    .whyNot.endsWith(QStringLiteral(
                        "; it is most like that of shopify-orders, which needs Name")));
    }

    void refusesMalformed_data() {
        QTest::addColumn<QString>("json");  // with single quotes
        const auto row = [](const char* name, const QString& record, const QString& more = {}) {
            QTest::newRow(name) << QString(u"{'name':'x'," + more + u"'records':[" + record +
                                           u"]}");
        };
        QTest::newRow("no json") << QStringLiteral("{");
        row("no records", {});
        row("no template", QStringLiteral("{'template':'no'}"));
        row("misspelt key", QStringLiteral("{'template':'orders','columns':{'order_id':'A'}}"),
            QStringLiteral("'requird':[],"));
        row("misspelt record key", QStringLiteral("{'template':'orders','colums':{}}"));
        row("unknown column", QStringLiteral("{'template':'orders','columns':{'order':'A'}}"));
        row("values without column",
            QStringLiteral("{'template':'orders','columns':{},'values':{'status':{'a':'b'}}}"));
        row("bad condition",
            QStringLiteral("{'template':'orders','only_when':{'A':{'patern':'a'}},'columns':{}}"));
        const auto source = [&](const char* name, const QString& json) {
            row(name, u"{'template':'orders','columns':{'order_id':" + json + u"}}");
        };
        source("misspelt source key", QStringLiteral("{'colunm':'A'}"));
        source("source without column", QStringLiteral("{'pattern':'(a)'}"));
        source("bad pattern", QStringLiteral("{'column':'A','pattern':'('}"));
        source("no group", QStringLiteral("{'column':'A','pattern':'a'}"));
    }
    void refusesMalformed() {
        QFETCH(QString, json);
        QVERIFY_EXCEPTION_THROWN(presetFromJson(json.replace(u'\'', u'"').toUtf8()),
                                 std::logic_error);
    }

    void takesWellFormed() {
        QVERIFY(!presetFromJson("{\"name\":\"x\",\"records\":[{\"template\":\"orders\","
                                "\"columns\":{\"order_id\":\"A\"}}]}")
                     .records.empty());
    }
};

QTEST_GUILESS_MAIN(CsvPresetsTest)
#include "csv_presets_test.moc"
