// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import_ledger.h"

#include "models/store/coverage_table.h"
#include "models/store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace goodfaith::store {
namespace {

QString jsonOf(const QStringList& cells) {
    return cells.isEmpty() ? QString()
                           : QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(cells))
                                                   .toJson(QJsonDocument::Compact));
}

QStringList cellsFrom(const QString& json) {
    QStringList cells;
    for (const QJsonValue& cell : QJsonDocument::fromJson(json.toUtf8()).array())
        cells << cell.toString();
    return cells;
}

struct ImportedPeriod {
    CoveredPeriod period;
    Instant importedAt;
};

std::vector<ImportedPeriod> importedPeriods(const Database& database) {
    Query<SourceId, RecordKind, Instant, Instant, Instant> query(
        database,
        "SELECT import.source_id, kind, from_at, to_at, import.started_at "
        "FROM coverage JOIN import ON import.id = coverage.import_id AND import.undone = 0");
    std::vector<ImportedPeriod> periods;
    for (const auto& [source, kind, from, to, at] : query.all())
        periods.push_back({{source, kind, from, to}, at});
    return periods;
}

std::vector<CoveredPeriod> periodsOf(const std::vector<ImportedPeriod>& imported) {
    std::vector<CoveredPeriod> periods;
    for (const auto& entry : imported)
        periods.push_back(entry.period);
    return mergedPeriods(std::move(periods));
}

// When the newest import within the period was made.
Instant importedAt(const CoveredPeriod& period, const std::vector<ImportedPeriod>& imported) {
    Instant newest = Instant::min();
    for (const auto& [part, at] : imported) {
        const bool isWithin = part.source == period.source && part.kind == period.kind &&
                              period.from <= part.from && part.to <= period.to;
        if (isWithin)
            newest = std::max(newest, at);
    }
    return newest;
}

}  // namespace

SourceId ImportLedger::source(const QString& name) {
    Query<SourceId> select(database_, "SELECT id FROM source WHERE name = :name");
    if (const auto known = select.one(name))
        return std::get<0>(*known);
    Statement(database_, "INSERT INTO source (name) VALUES (:name)").run(name);
    return SourceId(lastInsertedId(database_));
}

BegunImport ImportLedger::begin(const ImportHeader& header) {
    const SourceId account = source(header.source);
    Query<ImportId> select(database_,
                           "SELECT id FROM import WHERE path = :path AND source_id = :source AND "
                           "COALESCE(template, '') = COALESCE(:template, '') AND state <> :done "
                           "AND undone = 0 ORDER BY id DESC");
    if (const auto unfinished =
            select.one(header.path, account, header.templateName, ImportState::Done)) {
        setState(std::get<0>(*unfinished), ImportState::Running);
        return {std::get<0>(*unfinished), true};
    }
    Statement(database_,
              "INSERT INTO import (path, source_id, template, preset, started_at, state) "
              "VALUES (:path, :source, :template, :preset, :at, :state)")
        .run(header.path, account, header.templateName, header.preset, header.at,
             ImportState::Running);
    return {ImportId(lastInsertedId(database_)), false};
}

void ImportLedger::addRejects(ImportId id, const std::vector<RejectedRow>& rows) {
    Statement insert(database_,
                     "INSERT INTO rejected_row (import_id, line, column_name, value, reason, "
                     "cells) VALUES (:import, :line, :column, :value, :reason, :cells)");
    for (const auto& row : rows)
        insert.run(id, row.line, row.column, row.value, row.reason, jsonOf(row.row));
}

void ImportLedger::setCounts(ImportId id, const ImportCounts& counts) {
    Statement(database_,
              "UPDATE import SET rows_read = :read, inserted = :inserted, updated = :updated, "
              "unchanged = :unchanged, rejected = :rejected, customers_new = :new, "
              "customers_matched = :matched WHERE id = :id")
        .run(counts.rowsRead, counts.inserted, counts.updated, counts.unchanged, counts.rejected,
             counts.customersNew, counts.customersMatched, id);
}

void ImportLedger::setState(ImportId id, ImportState state) {
    Statement(database_, "UPDATE import SET state = :state WHERE id = :id").run(state, id);
}

void ImportLedger::clearRejects(ImportId id) {
    Statement(database_, "DELETE FROM rejected_row WHERE import_id = :id").run(id);
}

std::vector<ImportSummary> ImportLedger::all() const {
    Query<ImportId, QString, QString, QString, QString, Instant, ImportState, bool, qint64, qint64,
          qint64, qint64, qint64, qint64, qint64>
        query(database_,
              "SELECT import.id, path, source.name, template, preset, started_at, state, undone, "
              "rows_read, inserted, updated, unchanged, rejected, customers_new, "
              "customers_matched FROM import JOIN source ON source.id = import.source_id "
              "ORDER BY import.id DESC");
    std::vector<ImportSummary> imports;
    for (query.start(); query.next();) {
        ImportSummary& import = imports.emplace_back();
        ImportCounts& counts = import.counts;
        std::tie(import.id, import.path, import.source, import.templateName, import.preset,
                 import.at, import.state, import.undone, counts.rowsRead, counts.inserted,
                 counts.updated, counts.unchanged, counts.rejected, counts.customersNew,
                 counts.customersMatched) = query.row();
    }
    return imports;
}

std::vector<RejectedRow> ImportLedger::rejects(ImportId id, int limit) const {
    Query<qint64, QString, QString, QString, QString> query(
        database_,
        "SELECT line, column_name, value, reason, cells FROM rejected_row "
        "WHERE import_id = :import ORDER BY id LIMIT :limit");
    std::vector<RejectedRow> rows;
    for (const auto& [line, column, value, reason, cells] : query.all(id, limit))
        rows.push_back({line, column, value, reason, cellsFrom(cells)});
    return rows;
}

std::vector<CoverageRow> ImportLedger::coverage() const {
    const auto imported = importedPeriods(database_);
    Query<QString> sourceName(database_, "SELECT name FROM source WHERE id = :id");
    Query<qint64> count(database_,
                        "SELECT count(*) FROM record WHERE kind = :kind AND source_id = :source "
                        "AND asserted = 1 AND at >= :from AND at <= :to");
    std::vector<CoverageRow> rows;
    for (const auto& period : periodsOf(imported)) {
        rows.push_back(
            {std::get<0>(sourceName.one(period.source).value()), period.kind, period.from,
             period.to,
             std::get<0>(count.one(period.kind, period.source, period.from, period.to).value()),
             importedAt(period, imported)});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const CoverageRow& a, const CoverageRow& b) {
        return a.source < b.source;
    });
    return rows;
}

Coverage ImportLedger::coverageLedger() const {
    return Coverage(periodsOf(importedPeriods(database_)));
}

}  // namespace goodfaith::store
