// SPDX-License-Identifier: GPL-3.0-or-later
// What a row converter works out before the first row: which cells give which fields, and how
// numbers and dates are written.
#include "importers/csv/row_converter.h"

#include <QSet>

#include <algorithm>

namespace goodfaith::importers {
namespace {

bool isTime(const Meaning& meaning) {
    const Field* field = std::get_if<Field>(&meaning);
    return std::holds_alternative<OwnDate>(meaning) ||
           (field != nullptr && typeOf(*field) == FieldType::Time);
}

bool isNumber(const Meaning& meaning) {
    const Field* field = std::get_if<Field>(&meaning);
    return field != nullptr &&
           (typeOf(*field) == FieldType::Amount || typeOf(*field) == FieldType::Decimal);
}

// One mark for each column, from what the columns say themselves and, for those that say nothing,
// from what the others say.
struct MarkTally {
    int points = 0;
    int commas = 0;
    void add(DecimalMark mark) {
        points += mark == DecimalMark::Point ? 1 : 0;
        commas += mark == DecimalMark::Comma ? 1 : 0;
    }
    DecimalMark mark() const {
        if (points == commas)
            return DecimalMark::Unknown;
        return points > commas ? DecimalMark::Point : DecimalMark::Comma;
    }
};

}  // namespace

RowConverter::RowConverter(const Layout& layout, const QStringList& columns, qsizetype usualWidth,
                           const ReadingOptions& options)
    : layout_(layout),
      columns_(columns),
      usualWidth_(usualWidth),
      options_(options),
      dateOrder_(dateOrderFromName(options.dateOrder).value_or(layout.dateOrder)),
      times_(options.timeZone, dateOrder_),
      fillsDown_(static_cast<size_t>(columns.size())),
      isPrivate_(static_cast<size_t>(columns.size())),
      leading_(columns.size()),
      carried_(columns.size()) {
    for (const RecordRule& rule : layout.records)
        plan_.push_back(planned(rule));
    groupCell_ = layout.groupBy.isEmpty() ? -1 : indexOf(layout.groupBy);
    for (const QString& column : layout.fillDown) {
        if (const qsizetype cell = indexOf(column); cell >= 0)
            fillsDown_[static_cast<size_t>(cell)] = true;
    }
    for (auto entry = layout.leading.begin(); entry != layout.leading.end(); ++entry) {
        if (const qsizetype cell = indexOf(entry.key()); cell >= 0)
            leading_[cell] = entry.value();
    }
    findPrivateCells();
}

void RowConverter::findPrivateCells() {
    for (const PlannedRecord& record : plan_) {
        for (const PlannedColumn& column : record.columns) {
            if (!std::holds_alternative<Private>(column.meaning))
                continue;
            for (const PlannedSource& source : column.sources) {
                for (const qsizetype cell : source.cells)
                    isPrivate_[static_cast<size_t>(cell)] = true;
            }
        }
    }
}

qsizetype RowConverter::indexOf(const QString& column) const {
    const QString wanted = normalisedColumn(column);
    const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const QString& name) {
        return normalisedColumn(name) == wanted;
    });
    return found == columns_.end() ? -1 : found - columns_.begin();
}

RowConverter::PlannedSource RowConverter::planned(const CellSource& source) const {
    PlannedSource plan{source.kind, {}, source.pattern, source.constant, -1, source.whenText};
    for (const QString& column : source.columns) {
        if (const qsizetype cell = indexOf(column); cell >= 0)
            plan.cells.push_back(cell);
    }
    if (!source.whenColumn.isEmpty())
        plan.whenCell = indexOf(source.whenColumn);
    return plan;
}

RowConverter::PlannedRecord RowConverter::planned(const RecordRule& rule) const {
    using Kind = CellSource::Kind;
    PlannedRecord plan;
    plan.table = rule.table;
    plan.oncePerGroup = rule.oncePerGroup;
    plan.isConditional = !rule.onlyWhenPositive.isEmpty();
    plan.positiveCell = rule.onlyWhenPositive.isEmpty() ? -1 : indexOf(rule.onlyWhenPositive);
    for (const ColumnRule& column : rule.columns) {
        PlannedColumn planColumn{column.column, column.meaning, {}, column.values, {}, {}};
        for (const CellSource& source : column.sources) {
            PlannedSource found = planned(source);
            const bool complete =
                static_cast<qsizetype>(found.cells.size()) == source.columns.size();
            const bool possible = source.whenColumn.isEmpty() || found.whenCell >= 0;
            if (possible && (complete || (found.kind == Kind::Words && !found.cells.empty())))
                planColumn.sources.push_back(found);
        }
        if (const Field* field = std::get_if<Field>(&column.meaning))
            planColumn.closed = closedList(rule.table->kind, *field);
        plan.columns.push_back(planColumn);
    }
    for (const char* key : rule.table->key) {
        const auto found = std::find_if(
            plan.columns.begin(), plan.columns.end(),
            [&](const PlannedColumn& column) { return column.name == QLatin1String(key); });
        if (found != plan.columns.end())
            plan.key.push_back(static_cast<size_t>(found - plan.columns.begin()));
    }
    return plan;
}

void RowConverter::learnFrom(const std::vector<SampleRow>& rows, const Dialect& dialect) {
    MarkTally all;
    for (PlannedRecord& record : plan_) {
        for (PlannedColumn& column : record.columns) {
            if (!isNumber(column.meaning) || column.sources.empty())
                continue;
            MarkTally own;
            for (const SampleRow& row : rows) {
                for (const qsizetype cell : column.sources.front().cells)
                    own.add(decimalMarkOf(row.cells.value(cell)));
            }
            column.mark = own.mark();
            all.add(column.mark);
        }
    }
    DecimalMark usual = all.mark();
    if (usual == DecimalMark::Unknown && dialect.delimiter == ";")
        usual = DecimalMark::Comma;
    for (PlannedRecord& record : plan_) {
        for (PlannedColumn& column : record.columns)
            column.mark = column.mark == DecimalMark::Unknown ? usual : column.mark;
    }
    if (dateOrder_ == DateOrder::Unknown)
        learnDateOrder(rows);
}

// Only where all dates that say something say the same.
void RowConverter::learnDateOrder(const std::vector<SampleRow>& rows) {
    bool dayFirst = false;
    bool monthFirst = false;
    for (const PlannedRecord& record : plan_) {
        for (const PlannedColumn& column : record.columns) {
            if (!isTime(column.meaning) || column.sources.empty())
                continue;
            for (const SampleRow& row : rows) {
                for (const qsizetype cell : column.sources.front().cells) {
                    const DateOrder order = dateOrderOf(row.cells.value(cell));
                    dayFirst = dayFirst || order == DateOrder::DayFirst;
                    monthFirst = monthFirst || order == DateOrder::MonthFirst;
                }
            }
        }
    }
    if (dayFirst != monthFirst)
        dateOrder_ = dayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    times_ = TimeReader(options_.timeZone, dateOrder_);
}

std::vector<std::pair<QString, QString>> RowConverter::mapping() const {
    std::vector<QString> becomes(static_cast<size_t>(columns_.size()));
    for (const PlannedRecord& record : plan_) {
        for (const PlannedColumn& column : record.columns) {
            for (const PlannedSource& source : column.sources) {
                for (const qsizetype cell : source.cells) {
                    auto& name = becomes[static_cast<size_t>(cell)];
                    name = name.isEmpty() ? column.name : name;
                }
            }
        }
    }
    std::vector<std::pair<QString, QString>> mapping;
    for (qsizetype cell = 0; cell < columns_.size(); ++cell) {
        if (const QString& name = becomes[static_cast<size_t>(cell)]; !name.isEmpty())
            mapping.emplace_back(columns_[cell], name);
    }
    return mapping;
}

QStringList RowConverter::unusedColumns() const {
    QSet<QString> used;
    for (const auto& [column, field] : mapping())
        used.insert(column);
    QStringList unused;
    for (const QString& column : columns_) {
        if (!used.contains(column) && !column.trimmed().isEmpty())
            unused.append(column.trimmed());
    }
    return unused;
}

}  // namespace goodfaith::importers
