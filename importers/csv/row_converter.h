// SPDX-License-Identifier: GPL-3.0-or-later
// Rows to records by a layout: which cell is which field, read as what its type says. A row with
// one cell that cannot be read is rejected as a whole, with that cell and the reason.
#pragma once

#include "importers/csv/decimal.h"
#include "importers/csv/dialect.h"
#include "importers/csv/layout.h"
#include "importers/csv/record_reader.h"
#include "importers/csv/sniffer.h"
#include "importers/input.h"

#include <deque>

namespace goodfaith::importers {

// Where amounts are added up, the rows of so many groups may be mixed.
inline constexpr size_t mixedGroups = 1000;

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
    std::vector<ImportedRecord> records;  // none when rejected
    std::vector<SummedRecord> summed;     // likewise; for GroupSums
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

    // The row that the reader stands on. Rows have to come in the order of the file.
    ConvertedRow convert(const RecordReader& row);

    // For a row that cannot be taken for a reason outside of it: with its cells, private ones
    // empty.
    RejectedRow withRow(RejectedRow rejected, const RecordReader& row) const;

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
        qsizetype whenCell = -1;
        QString whenText;
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
        bool isConditional = false;
        qsizetype positiveCell = -1;
        std::vector<PlannedColumn> columns;
        std::vector<size_t> key;  // into columns
    };
    struct Found {
        QString text;  // "" where there is nothing
        qsizetype cell = -1;
        bool isProduct = false;
        bool isSummed = false;
    };
    // What the first row of a group says for the others, and how many there were.
    struct Group {
        qint64 rows = 0;
        QStringList carried;
    };

    const Layout& layout_;
    QStringList columns_;
    qsizetype usualWidth_;
    ReadingOptions options_;
    DateOrder dateOrder_ = DateOrder::Unknown;
    TimeReader times_;
    std::vector<PlannedRecord> plan_;
    qsizetype groupCell_ = -1;
    qsizetype uncertainCell_ = -1;
    std::vector<bool> fillsDown_;
    std::vector<bool> isPrivate_;
    QStringList leading_;

    const RecordReader* row_ = nullptr;
    QString group_;
    qint64 rowInGroup_ = 0;
    QStringList carried_;
    QHash<QString, Group> groups_;  // the last ones: their rows may be mixed with each other's
    std::deque<QString> groupsByAge_;
    std::vector<std::pair<Field, Decimal>> addends_;  // of the record that is being built
    std::optional<RejectedRow> problem_;

    qsizetype indexOf(const QString& column) const;
    PlannedSource planned(const CellSource& source) const;
    PlannedRecord planned(const RecordRule& rule) const;
    void findPrivateCells();
    void learnDateOrder(const std::vector<SampleRow>& rows);
    std::optional<RejectedRow> unusable(const RecordReader& row) const;
    void enterGroup();
    void rememberGroup();
    QString cellText(qsizetype cell) const;
    Found find(const PlannedColumn& column);
    QString evaluate(const PlannedSource& source, DecimalMark mark);
    QString secondsBetween(const PlannedSource& source);
    void expectedIn(qsizetype cell, const QString& reason);
    std::optional<Decimal> numberIn(qsizetype cell, DecimalMark mark);
    QString productOf(const PlannedSource& source, DecimalMark mark);
    QString rowHash() const;
    bool isWanted(const PlannedRecord& record);
    ImportedRecord build(const PlannedRecord& record);
    void buildSummed(const PlannedRecord& record, size_t rule, ConvertedRow& row);
    void addUp(const PlannedColumn& column, Field field, const Found& found);
    QString keyOf(const PlannedRecord& record);
    Currency currencyOf(const PlannedRecord& record);
    void take(ImportedRecord& record, const PlannedColumn& column, Currency currency);
    void takeField(ImportedRecord& record, const PlannedColumn& column, Field field,
                   const Found& found, Currency currency);
    QString word(const PlannedColumn& column, const Found& found, bool lowerCase);
    void reject(const PlannedColumn& column, const Found& found, const QString& reason);
};

}  // namespace goodfaith::importers
