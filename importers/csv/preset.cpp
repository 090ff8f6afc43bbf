// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/layout.h"
#include "importers/csv/mapping_check.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <stdexcept>

namespace goodfaith::importers {
namespace {

[[noreturn]] void malformed(const QString& what) {
    throw std::logic_error("malformed preset: " + what.toStdString());
}

QStringList texts(const QJsonValue& value) {
    QStringList list;
    if (value.isString())
        list.append(value.toString());
    for (const auto& item : value.toArray())
        list.append(item.toString());
    return list;
}

CellSource sourceFromText(const QString& text) {
    using Kind = CellSource::Kind;
    CellSource source;
    if (text == u"@row_in_group") {
        source.kind = Kind::RowInGroup;
    } else if (text == u"@row_hash") {
        source.kind = Kind::RowHash;
    } else if (text.contains(u" + ")) {
        source.kind = Kind::Words;
        source.columns = text.split(QStringLiteral(" + "));
    } else if (text.contains(u" / ")) {
        source.kind = Kind::Path;
        source.columns = text.split(QStringLiteral(" / "));
    } else if (text.contains(u" * ")) {
        source.kind = Kind::Product;
        source.columns = text.split(QStringLiteral(" * "));
    } else {
        source.columns = {text};
    }
    return source;
}

// {"product": "Quantity * Price"}, {"sum": "Quantity * Price", "less": "Discount"}.
CellSource productFrom(const QJsonObject& object) {
    const bool isSummed = object.contains(u"sum");
    CellSource source = sourceFromText(object[isSummed ? u"sum" : u"product"].toString());
    source.kind = CellSource::Kind::Product;
    source.isSummed = isSummed;
    source.lessShare = object[u"less"].toString();
    source.plus = texts(object[u"plus"]);
    return source;
}

// A source that needs a second column: the first one is in "column".
void readSecondColumn(CellSource& source, const QJsonObject& object) {
    using Kind = CellSource::Kind;
    const auto take = [&](QStringView key, Kind kind) {
        if (!object.contains(key))
            return;
        source.kind = kind;
        source.columns.append(object[key].toString());
    };
    take(u"minus", Kind::SecondsWithout);
    take(u"plus_seconds", Kind::Later);
    take(u"plus_minutes", Kind::Later);
    source.isMinutes = object.contains(u"plus_minutes");
}

// {"column": …} with "pattern", "minus", "plus_seconds" or "plus_minutes", {"from": …, "to": …},
// {"sum": …}, {"product": …}, {"value": …}; each with an optional "when", "epoch" and "suffix".
CellSource sourceFromObject(const QJsonObject& object) {
    using Kind = CellSource::Kind;
    CellSource source;
    if (object.contains(u"column"))
        source = sourceFromText(object[u"column"].toString());
    readSecondColumn(source, object);
    if (object.contains(u"sum") || object.contains(u"product")) {
        source = productFrom(object);
    } else if (object.contains(u"pattern")) {
        source.kind = Kind::Pattern;
        source.pattern.setPattern(object[u"pattern"].toString());
        source.replacement = object[u"becomes"].toString();
        if (!source.pattern.isValid() || source.pattern.captureCount() < 1)
            malformed(object[u"pattern"].toString());
    } else if (object.contains(u"from")) {
        source.kind = Kind::SecondsBetween;
        source.columns = {object[u"from"].toString(), object[u"to"].toString()};
    } else if (object.contains(u"value")) {
        source.kind = Kind::Constant;
        source.columns.clear();
        source.constant = object[u"value"].toString();
    }
    source.isEpoch = object[u"epoch"].toBool();
    source.suffix = object[u"suffix"].toString();
    const QJsonObject when = object[u"when"].toObject();
    if (!when.isEmpty()) {
        source.whenColumn = when.begin().key();
        source.whenText = when.begin().value().toString();
    }
    return source;
}

std::vector<CellSource> sourcesFrom(const QJsonValue& value) {
    const QJsonArray alternatives = value.isArray() ? value.toArray() : QJsonArray{value};
    std::vector<CellSource> sources;
    for (const auto& alternative : alternatives) {
        sources.push_back(alternative.isObject() ? sourceFromObject(alternative.toObject())
                                                 : sourceFromText(alternative.toString()));
    }
    return sources;
}

QHash<QString, QString> pairs(const QJsonObject& object) {
    QHash<QString, QString> words;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        words.insert(entry.key(), entry.value().toString());
    return words;
}

std::vector<RowCondition> conditionsFrom(const QJsonObject& object) {
    std::vector<RowCondition> conditions;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        conditions.push_back({entry.key(), QRegularExpression(entry.value().toString())});
        if (!conditions.back().pattern.isValid())
            malformed(entry.value().toString());
    }
    return conditions;
}

RecordRule recordFrom(const QJsonObject& object) {
    RecordRule record;
    record.table = findTemplate(object[u"template"].toString());
    if (record.table == nullptr)
        malformed(object[u"template"].toString());
    record.oncePerGroup = object[u"once_per_group"].toBool();
    record.joins = object[u"join"].toBool();
    record.legsTell = object[u"legs_tell"].toBool();
    record.onlyWhenAny = texts(object[u"only_when_any"]);
    if (object.contains(u"key"))
        record.key = sourcesFrom(object[u"key"]);
    record.onlyWhenPositive = object[u"only_when_positive"].toString();
    record.onlyWhen = conditionsFrom(object[u"only_when"].toObject());
    const QJsonObject columns = object[u"columns"].toObject();
    const QJsonObject values = object[u"values"].toObject();
    for (const TemplateColumn& column : record.table->columns) {
        const QString name = QString::fromLatin1(column.name);
        if (columns.contains(name))
            record.columns.push_back(
                {name, column.meaning, sourcesFrom(columns[name]), pairs(values[name].toObject())});
    }
    if (static_cast<qsizetype>(record.columns.size()) != columns.size())
        malformed(QStringLiteral("a column that %1 does not have")
                      .arg(QString::fromLatin1(record.table->name)));
    for (const QString& name : values.keys()) {
        if (!columns.contains(name))
            malformed(QStringLiteral("values of a column that is not there: %1").arg(name));
    }
    return record;
}

ColumnShape shapeFrom(const QString& column, const QJsonValue& value) {
    using Kind = ColumnShape::Kind;
    ColumnShape shape;
    shape.column = column;
    shape.values = value.isArray() ? texts(value) : QStringList();
    const QString kind = value.toString();
    shape.mayBeEmpty = kind.endsWith(u'?');
    const QString plain = shape.mayBeEmpty ? kind.chopped(1) : kind;
    if (!value.isArray() && plain != u"time" && plain != u"integer")
        malformed(kind);
    shape.kind = value.isArray() ? Kind::OneOf : plain == u"time" ? Kind::Time : Kind::Integer;
    return shape;
}

void readPositions(Layout& layout, const QJsonObject& preset) {
    const QStringList first = texts(preset[u"positions"]);
    const QJsonObject further = preset[u"further_positions_by_width"].toObject();
    for (auto entry = further.begin(); entry != further.end(); ++entry)
        layout.columnsByWidth[entry.key().toInt()] = first + texts(entry.value());
    const QJsonObject shapes = preset[u"shapes"].toObject();
    for (auto entry = shapes.begin(); entry != shapes.end(); ++entry)
        layout.shapes.push_back(shapeFrom(entry.key(), entry.value()));
    layout.hasHeader = first.isEmpty();
}

}  // namespace

Layout presetFromJson(const QByteArray& json) {
    if (const QString problem = mappingProblem(json); !problem.isEmpty())
        malformed(problem);
    const QJsonObject preset = QJsonDocument::fromJson(json).object();
    Layout layout;
    layout.name = preset[u"name"].toString();
    layout.title = preset[u"title"].toString();
    layout.requiredColumns = texts(preset[u"required"]);
    layout.tellingColumns = texts(preset[u"one_of"]);
    layout.groupBy = preset[u"group_by"].toString();
    layout.fillDown = texts(preset[u"fill_down"]);
    layout.leading = pairs(preset[u"leading"].toObject());
    const QJsonObject aliases = preset[u"aliases"].toObject();
    for (auto entry = aliases.begin(); entry != aliases.end(); ++entry)
        layout.aliases.insert(entry.key(), texts(*entry));
    layout.privateColumns = texts(preset[u"private"]);
    layout.fewestCells = preset[u"fewest_cells"].toInt();
    layout.uncertainFrom = preset[u"uncertain_from"].toString();
    layout.unknownTexts = texts(preset[u"unknown"]);
    layout.dateOrder =
        dateOrderFromName(preset[u"date_order"].toString()).value_or(DateOrder::Unknown);
    readPositions(layout, preset);
    for (const auto& record : preset[u"records"].toArray())
        layout.records.push_back(recordFrom(record.toObject()));
    if (layout.name.isEmpty() || layout.records.empty())
        malformed(QStringLiteral("no name or no records"));
    layout.templateName = QString::fromLatin1(layout.records.front().table->name);
    return layout;
}

const std::vector<Layout>& headedPresetLayouts() {
    static const std::vector<Layout> layouts = [] {
        std::vector<Layout> all;
        for (Layout layout : presetLayouts()) {
            if (layout.hasHeader)
                continue;
            layout.hasHeader = true;
            layout.requiredColumns = layout.columnsByWidth.begin()->second;
            all.push_back(std::move(layout));
        }
        return all;
    }();
    return layouts;
}

QByteArray presetJson(const QString& name) {
    QFile file(QStringLiteral(":/goodfaith/presets/%1.json").arg(name));
    return !name.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const std::vector<Layout>& presetLayouts() {
    static const std::vector<Layout> layouts = [] {
        std::vector<Layout> all;
        const QDir folder(QStringLiteral(":/goodfaith/presets"));
        for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                malformed(name);
            all.push_back(presetFromJson(file.readAll()));
        }
        return all;
    }();
    return layouts;
}

}  // namespace goodfaith::importers
