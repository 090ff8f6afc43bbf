// SPDX-License-Identifier: GPL-3.0-or-later
#include "described.h"

#include <QFile>

namespace goodfaith::importers {
namespace {

QString valueText(const FieldValue& value) {
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const auto* number = std::get_if<double>(&value))
        return QString::number(*number);
    if (const auto* money = std::get_if<Money>(&value))
        return toString(*money);
    return toIsoUtc(std::get<Instant>(value));
}

class Collector : public RecordSink {
public:
    explicit Collector(ReadTable& table) : table_(table) {}
    void take(ImportedRecord record) override {
        table_.records.append(described(record));
        table_.namedRecords.append(described(record, true));
    }
    void reject(RejectedRow row) override {
        table_.rejected.append(described(row));
        table_.rejectedRows.push_back(std::move(row));
    }
    void warn(const QString& message) override { table_.warnings.append(message); }
    void progress(const ReadingProgress& progress) override { table_.lastProgress = progress; }

private:
    ReadTable& table_;
};

QString writeTo(const QTemporaryDir& folder, const QByteArray& bytes) {
    QFile file(folder.filePath(QStringLiteral("table.csv")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a test's file could not be written");
    return file.fileName();
}

// The keys that are known, with or without their names before them.
QString keysText(const PartyKeys& keys, bool named) {
    const std::pair<const char*, QString> all[] = {
        {"email=", keys.email},       {"phone=", keys.phone},     {"shop_number=", keys.shopNumber},
        {"name=", keys.name},         {"company=", keys.company}, {"street=", keys.street},
        {"postcode=", keys.postcode}, {"city=", keys.city},       {"region=", keys.region},
        {"country=", keys.country}};
    QStringList known;
    for (const auto& [name, key] : all) {
        if (!key.isEmpty())
            known.append(named ? QString(QLatin1String(name) + key) : key);
    }
    return known.join(u'|');
}

}  // namespace

QString described(const ImportedRecord& record, bool named) {
    QStringList parts{nameOf(record.kind) + u' ' + record.key};
    if (record.ownDate)
        parts.append(QStringLiteral("own=") + toIsoUtc(*record.ownDate));
    for (const auto& [field, value] : record.fields.values())
        parts.append(nameOf(field) + u'=' + valueText(value));
    for (const auto& [role, keys] : record.parties)
        parts.append(u'[' + nameOf(role) + u": " + keysText(keys, named) + u']');
    return parts.join(QStringLiteral("; "));
}

QString described(const RejectedRow& row) {
    return QStringLiteral("%1 %2 “%3”: %4")
        .arg(QString::number(row.line), row.column, row.value, row.reason);
}

ReadTable readFile(const QString& path, const ReadingOptions& options) {
    ReadTable table;
    const auto input = recogniseTable(path, options, &table.whyNot);
    if (!input)
        return table;
    table.templateName = input->templateName;
    table.preset = input->preset;
    Collector collector(table);
    readTable(*input, options, collector, {});
    return table;
}

ReadTable readBytes(const QByteArray& bytes, const ReadingOptions& options) {
    const QTemporaryDir folder;
    return readFile(writeTo(folder, bytes), options);
}

Preview previewBytes(const QByteArray& bytes, const ReadingOptions& options, qint64 rows) {
    const QTemporaryDir folder;
    return previewTable(writeTo(folder, bytes), options, rows);
}

}  // namespace goodfaith::importers
