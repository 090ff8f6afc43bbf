// SPDX-License-Identifier: GPL-3.0-or-later
// Rows to records by a layout: which cell is which field, read as what its type says. A row with
// one cell that cannot be read is rejected as a whole, with that cell and the reason.
#pragma once

#include "importers/csv/call_legs.h"
#include "importers/csv/decimal.h"
#include "importers/csv/dialect.h"
#include "importers/csv/layout.h"
#include "importers/csv/record_joiner.h"
#include "importers/csv/record_reader.h"
#include "importers/csv/row_cells.h"
#include "importers/csv/row_learning.h"
#include "importers/csv/sniffer.h"
#include "importers/input.h"

namespace goodfaith::importers {

// A record of which some amounts are the sum over the rows of its group: what this row adds.
struct SummedRecord {
    size_t rule = 0;  // into the layout's records
    ImportedRecord record;
    Currency currency;
    std::vector<std::pair<Field, Decimal>> addends;
};

struct ConvertedRow {
    bool isBlank = false;
    QString group;
    // None of this row when rejected; some of earlier rows where records are joined.
    std::vector<ImportedRecord> records;
    std::vector<SummedRecord> summed;  // likewise; for GroupSums
    std::optional<RejectedRow> rejected;
};

class RowConverter {
public:
    // `columns`: the header as it is in the file, or the names of the positions. `usualWidth`: the
    // cells of most rows, which may be more or fewer than the header's.
    RowConverter(const Layout& layout, const QStringList& columns, qsizetype usualWidth,
                 const ReadingOptions& options);

    // Decimal marks and the order of dates, from the rows at the beginning of the file.
    void learnFrom(const std::vector<SampleRow>& rows, const Dialect& dialect);

    // Whether what the first rows say leaves dates or numbers open that the others may decide.
    bool isUndecided() const;
    // Learns from the row that the reader stands on, before any is converted.
    void learnFrom(const RecordReader& row);

    // What the user should know of the rows so far, with the lines.
    QStringList warnings() const;

    // The row that the reader stands on. Rows have to come in the order of the file.
    ConvertedRow convert(const RecordReader& row);
    // Behind the last row: the records that were waiting for more of their rows.
    std::vector<ImportedRecord> finish();

    bool readsRejectedRows() const { return cells_.ownCells() > 0; }
    // For a row that cannot be taken for a reason outside of it: with its cells, private ones
    // empty.
    RejectedRow withRow(RejectedRow rejected, const RecordReader& row) const {
        return cells_.withRow(std::move(rejected), row);
    }

    // Of each column of the file that is read: what it becomes, as our templates call it.
    std::vector<std::pair<QString, QString>> mapping() const;
    QStringList unusedColumns() const;

private:
    struct PlannedSource {
        CellSource::Kind kind = CellSource::Kind::Column;
        std::vector<qsizetype> cells;
        QRegularExpression pattern;
        QString replacement;
        qsizetype lessCell = -1;
        bool isSummed = false;
        QString constant;
        std::vector<qsizetype> plusCells;
        std::vector<bool> takesOff;  // by plusCells
        qsizetype whenCell = -1;
        QString whenText;
        bool isEpoch = false;
        bool isMinutes = false;
        QString suffix;
    };
    struct PlannedColumn {
        QString name;
        Meaning meaning;
        std::vector<PlannedSource> sources;
        QHash<QString, QString> values;
        QStringList closed;
        DecimalMark mark = DecimalMark::Unknown;
    };
    struct PlannedCondition {
        qsizetype cell = -1;
        QRegularExpression pattern;
    };
    struct PlannedRecord {
        const TableTemplate* table = nullptr;
        bool oncePerGroup = false;
        bool isSummed = false;
        std::vector<PlannedCondition> onlyWhen;
        bool joins = false;
        bool hasLegs = false;
        bool legsTell = false;
        bool isConditional = false;
        qsizetype positiveCell = -1;
        DecimalMark positiveMark = DecimalMark::Unknown;
        bool needsAny = false;
        std::vector<qsizetype> anyCells;
        std::vector<PlannedColumn> columns;
        std::vector<size_t> key;  // into columns
        PlannedColumn ownKey;     // instead, where it has sources
    };
    struct Found {
        QString text;  // "" where there is nothing
        qsizetype cell = -1;
        bool isProduct = false;
        bool isSummed = false;
    };
    const Layout& layout_;
    QStringList columns_;
    RowCells cells_;
    ReadingOptions options_;
    DateOrder dateOrder_ = DateOrder::Unknown;
    TimeReader times_;
    std::vector<PlannedRecord> plan_;
    RecordJoiner joiner_;
    CallLegs legs_;
    std::vector<qsizetype> timeCells_;
    std::map<qsizetype, MarkTally> marks_;  // by cell
    std::map<QChar, OrderTally> orders_;    // by the mark between the numbers
    DecimalMark usualMark_ = DecimalMark::Unknown;

    std::vector<std::pair<Field, Decimal>> addends_;  // of the record that is being built
    std::optional<RejectedRow> problem_;
    LineNotes gaps_;
    LineNotes folds_;
    LineNotes noAddresses_;

    qsizetype indexOf(const QString& column) const;
    PlannedSource planned(const CellSource& source, const Meaning& meaning) const;
    PlannedColumn planned(const ColumnRule& rule) const;
    PlannedRecord planned(const RecordRule& rule) const;
    void hidePrivateCells();
    void findLearningCells();
    bool learnFromCell(qsizetype cell, QStringView text);
    MarkTally tallyOf(const PlannedColumn& column) const;
    void decide();
    void joinRows(std::vector<ImportedRecord>& records);
    Found find(const PlannedColumn& column);
    QString evaluate(const PlannedSource& source, DecimalMark mark);
    QString rawText(const PlannedSource& source, DecimalMark mark);
    static QString adorned(const QString& text, const PlannedSource& source);
    QString secondsBetween(const PlannedSource& source);
    QString later(const PlannedSource& source);
    QString secondsWithout(const PlannedSource& source) const;
    Reading<Instant> readTime(const QString& text);
    void expectedIn(qsizetype cell, const QString& reason);
    std::optional<Decimal> numberIn(qsizetype cell, DecimalMark mark);
    QString productOf(const PlannedSource& source, DecimalMark mark);
    bool isWanted(const PlannedRecord& record);
    bool isPositive(const PlannedRecord& record) const;
    ImportedRecord build(const PlannedRecord& record);
    void buildSummed(const PlannedRecord& record, size_t rule, ConvertedRow& row);
    void addUp(const PlannedColumn& column, Field field, const Found& found);
    QString keyOf(const PlannedRecord& record);
    Currency currencyOf(const PlannedRecord& record);
    void take(ImportedRecord& record, const PlannedColumn& column, Currency currency);
    void takeField(ImportedRecord& record, const PlannedColumn& column, Field field,
                   const Found& found, Currency currency);
    void takePart(ImportedRecord& record, const PartyKey& part, const QString& text);
    QString word(const PlannedColumn& column, const Found& found, bool lowerCase);
    void reject(const PlannedColumn& column, const Found& found, const QString& reason);
};

}  // namespace goodfaith::importers
