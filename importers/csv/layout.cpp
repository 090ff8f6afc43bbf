// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/layout.h"

#include <QSet>

#include <algorithm>

namespace goodfaith::importers {
namespace {

QStringList toList(const std::vector<const char*>& names) {
    QStringList list;
    for (const char* name : names)
        list.append(QString::fromLatin1(name));
    return list;
}

CellSource fromColumn(const QString& column) {
    CellSource source;
    source.columns = {column};
    return source;
}

Layout ownLayout(const TableTemplate& table) {
    Layout layout;
    layout.templateName = QString::fromLatin1(table.name);
    layout.requiredColumns = toList(table.key);
    layout.tellingColumns = toList(table.telling);
    RecordRule record;
    record.table = &table;
    for (const TemplateColumn& column : table.columns) {
        const QString name = QString::fromLatin1(column.name);
        ColumnRule rule{name, column.meaning, {fromColumn(name)}, {}};
        for (const QString& otherwise : toList(column.otherwise)) {
            CellSource words;
            words.kind = CellSource::Kind::Words;
            words.columns = otherwise.split(QStringLiteral(" + "));
            rule.sources.push_back(words);
        }
        record.columns.push_back(rule);
    }
    layout.records.push_back(record);
    return layout;
}

bool matchesShape(const ColumnShape& shape, const QString& cell) {
    static const QRegularExpression integer(QStringLiteral("\\A\\d+\\z"));
    if (cell.isEmpty())
        return shape.mayBeEmpty;
    switch (shape.kind) {
        case ColumnShape::Kind::Time:
            return TimeReader(QTimeZone::utc(), DateOrder::Unknown).read(cell).value.has_value();
        case ColumnShape::Kind::Integer:
            return integer.match(cell).hasMatch();
        case ColumnShape::Kind::OneOf:
            return shape.values.contains(cell, Qt::CaseInsensitive);
    }
    return false;
}

QSet<QString> readColumns(const Layout& layout) {
    QSet<QString> columns(layout.fillDown.begin(), layout.fillDown.end());
    for (const RecordRule& record : layout.records) {
        for (const ColumnRule& rule : record.columns) {
            for (const CellSource& source : rule.sources)
                columns.unite({source.columns.begin(), source.columns.end()});
        }
    }
    return columns;
}

// Of a header's columns, by their normalised names; of two with one name the first.
using Positions = QHash<QString, qsizetype>;

Positions positionsIn(const QStringList& header) {
    Positions positions;
    for (qsizetype i = header.size(); i-- > 0;)
        positions.insert(normalisedColumn(header[i]), i);
    return positions;
}

qsizetype positionOf(const Layout& layout, const Positions& positions, const QString& column) {
    const auto own = positions.constFind(normalisedColumn(column));
    if (own != positions.constEnd())
        return *own;
    for (const QString& alias : layout.aliases.value(column)) {
        const auto found = positions.constFind(normalisedColumn(alias));
        if (found != positions.constEnd())
            return *found;
    }
    return -1;
}

int readAt(const Layout& layout, const Positions& positions) {
    QSet<qsizetype> found;
    for (const QString& column : readColumns(layout))
        found.insert(positionOf(layout, positions, column));
    found.remove(-1);
    return static_cast<int>(found.size());
}

}  // namespace

QString normalisedColumn(QStringView name) {
    QString plain;
    plain.reserve(name.size());
    for (const QChar c : name) {
        const bool dropped =
            c.isSpace() || c == u'_' || c == u'-' || c == QChar::ByteOrderMark || c.isNull();
        if (!dropped)
            plain += c.toLower();
    }
    return plain;
}

qsizetype columnIndex(const Layout& layout, const QStringList& header, const QString& column) {
    return positionOf(layout, positionsIn(header), column);
}

const std::vector<Layout>& ownLayouts() {
    static const std::vector<Layout> layouts = [] {
        std::vector<Layout> all;
        for (const TableTemplate& table : tableTemplates())
            all.push_back(ownLayout(table));
        return all;
    }();
    return layouts;
}

bool hasShape(const Layout& layout, const QStringList& cells) {
    const auto named = layout.columnsByWidth.find(cells.size());
    if (layout.hasHeader || named == layout.columnsByWidth.end())
        return false;
    return std::all_of(layout.shapes.begin(), layout.shapes.end(), [&](const ColumnShape& shape) {
        const qsizetype column = named->second.indexOf(shape.column);
        return column >= 0 && matchesShape(shape, cells[column].trimmed());
    });
}

int columnsRead(const Layout& layout, const QStringList& header) {
    return readAt(layout, positionsIn(header));
}

int fitOf(const Layout& layout, const QStringList& header) {
    if (!layout.hasHeader)
        return 0;
    const Positions positions = positionsIn(header);
    const auto isThere = [&](const QString& name) {
        return positionOf(layout, positions, name) >= 0;
    };
    const auto& required = layout.requiredColumns;
    const auto& telling = layout.tellingColumns;
    if (!std::all_of(required.begin(), required.end(), isThere))
        return 0;
    if (!telling.isEmpty() && std::none_of(telling.begin(), telling.end(), isThere))
        return 0;
    return readAt(layout, positions);
}

}  // namespace goodfaith::importers
