// SPDX-License-Identifier: GPL-3.0-or-later
// What a row converter works out before the first row: which cells give which fields, and how
// numbers and dates are written.
#include "importers/csv/row_converter.h"
#include "importers/rejected_columns.h"

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

}  // namespace

RowConverter::RowConverter(const Layout& layout, const QStringList& columns, qsizetype usualWidth,
                           const ReadingOptions& options)
    : layout_(layout),
      columns_(columns),
      cells_(layout, columns, usualWidth),
      options_(options),
      dateOrder_(dateOrderFromName(options.writing.dateOrder).value_or(layout.dateOrder)),
      times_(options.timeZone, dateOrder_) {
    for (const RecordRule& rule : layout.records)
        plan_.push_back(planned(rule));
    const auto isSummed = [](const PlannedRecord& record) { return record.isSummed; };
    if (std::any_of(plan_.begin(), plan_.end(), isSummed))
        cells_.letGroupsMix();
    hidePrivateCells();
    findLearningCells();
}

void RowConverter::hidePrivateCells() {
    for (const PlannedRecord& record : plan_) {
        for (const PlannedColumn& column : record.columns) {
            if (!std::holds_alternative<Private>(column.meaning))
                continue;
            for (const PlannedSource& source : column.sources) {
                for (const qsizetype cell : source.cells)
                    cells_.hide(cell);
            }
        }
    }
}

void RowConverter::findLearningCells() {
    for (const PlannedRecord& record : plan_) {
        for (const PlannedColumn& column : record.columns) {
            for (const PlannedSource& source : column.sources) {
                if (isTime(column.meaning))
                    timeCells_.insert(timeCells_.end(), source.cells.begin(), source.cells.end());
                for (const qsizetype cell : source.cells) {
                    if (isNumber(column.meaning))
                        marks_[cell];
                }
            }
        }
    }
    std::sort(timeCells_.begin(), timeCells_.end());
    timeCells_.erase(std::unique(timeCells_.begin(), timeCells_.end()), timeCells_.end());
}

qsizetype RowConverter::indexOf(const QString& column) const {
    return columnIndex(layout_, columns_, column);
}

RowConverter::PlannedSource RowConverter::planned(const CellSource& source,
                                                  const Meaning& meaning) const {
    PlannedSource plan;
    plan.kind = source.kind;
    plan.pattern = source.pattern;
    plan.constant = source.constant;
    plan.whenText = source.whenText;
    plan.isEpoch = source.isEpoch;
    plan.isMinutes = source.isMinutes;
    plan.suffix = source.suffix;
    plan.replacement = source.replacement;
    plan.isSummed = source.isSummed;
    plan.lessCell = source.lessShare.isEmpty() ? -1 : indexOf(source.lessShare);
    for (const QString& column : source.columns) {
        if (const qsizetype cell = indexOf(column); cell >= 0)
            plan.cells.push_back(cell);
    }
    for (const QString& column : source.plus) {
        const bool takesOff = column.startsWith(u'-');
        if (const qsizetype cell = indexOf(takesOff ? column.mid(1) : column); cell >= 0) {
            plan.plusCells.push_back(cell);
            plan.takesOff.push_back(takesOff);
        }
    }
    if (!source.whenColumn.isEmpty())
        plan.whenCell = indexOf(source.whenColumn);
    const bool isColumn = source.kind == CellSource::Kind::Column && plan.cells.size() == 1;
    if (isColumn && isTime(meaning) && plan.suffix.isEmpty() &&
        columns_[plan.cells.front()].contains(QStringLiteral("(UTC)"), Qt::CaseInsensitive))
        plan.suffix = QStringLiteral(" UTC");
    return plan;
}

RowConverter::PlannedColumn RowConverter::planned(const ColumnRule& rule) const {
    using Kind = CellSource::Kind;
    PlannedColumn plan{rule.column, rule.meaning, {}, rule.values, {}, {}};
    for (const CellSource& source : rule.sources) {
        PlannedSource found = planned(source, rule.meaning);
        const bool complete = found.cells.size() == static_cast<size_t>(source.columns.size());
        const bool mayLack = found.kind == Kind::Words;
        const bool possible = source.whenColumn.isEmpty() || found.whenCell >= 0;
        if (possible && (complete || (mayLack && !found.cells.empty())))
            plan.sources.push_back(found);
    }
    return plan;
}

RowConverter::PlannedRecord RowConverter::planned(const RecordRule& rule) const {
    PlannedRecord plan;
    plan.table = rule.table;
    plan.oncePerGroup = rule.oncePerGroup;
    plan.joins = rule.joins;
    plan.legsTell = rule.legsTell;
    plan.isConditional = !rule.onlyWhenPositive.isEmpty();
    plan.positiveCell = rule.onlyWhenPositive.isEmpty() ? -1 : indexOf(rule.onlyWhenPositive);
    plan.needsAny = !rule.onlyWhenAny.isEmpty();
    for (const QString& column : rule.onlyWhenAny) {
        if (const qsizetype cell = indexOf(column); cell >= 0)
            plan.anyCells.push_back(cell);
    }
    for (const RowCondition& condition : rule.onlyWhen)
        plan.onlyWhen.push_back({indexOf(condition.column), condition.pattern});
    for (const ColumnRule& column : rule.columns) {
        plan.columns.push_back(planned(column));
        const Field* field = std::get_if<Field>(&column.meaning);
        if (field != nullptr)
            plan.columns.back().closed = closedList(rule.table->kind, *field);
        plan.hasLegs = plan.hasLegs || (field != nullptr && *field == Field::LinkedCall);
        for (const CellSource& source : column.sources)
            plan.isSummed = plan.isSummed || source.isSummed;
    }
    plan.ownKey = planned(ColumnRule{QStringLiteral("key"), Helper{}, rule.key, {}});
    for (const char* key : rule.table->key) {
        const auto found = std::find_if(
            plan.columns.begin(), plan.columns.end(),
            [&](const PlannedColumn& column) { return column.name == QLatin1String(key); });
        if (found != plan.columns.end())
            plan.key.push_back(static_cast<size_t>(found - plan.columns.begin()));
    }
    return plan;
}

std::vector<std::pair<QString, QString>> RowConverter::mapping() const {
    std::vector<QString> becomes(static_cast<size_t>(columns_.size()));
    const auto nameBy = [&](bool products) {
        for (const PlannedRecord& record : plan_) {
            for (const PlannedColumn& column : record.columns) {
                for (const PlannedSource& source : column.sources) {
                    const bool isFactor =
                        source.kind == CellSource::Kind::Product && source.cells.size() > 1;
                    if (isFactor != products)
                        continue;
                    for (const qsizetype cell : source.cells) {
                        auto& field = becomes[static_cast<size_t>(cell)];
                        field = field.isEmpty() ? column.name : field;
                    }
                }
            }
        }
    };
    nameBy(false);
    nameBy(true);  // what a column is by itself says more than what it is a factor of
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
    for (const QString& column : columns_.mid(cells_.ownCells())) {
        if (!used.contains(column) && !column.trimmed().isEmpty())
            unused.append(column.trimmed());
    }
    return unused;
}

}  // namespace goodfaith::importers
