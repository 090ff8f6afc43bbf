// SPDX-License-Identifier: GPL-3.0-or-later
// Rows to records by a layout: which cell is which field, read as what its type says. A row with
// one cell that cannot be read is rejected as a whole, with that cell and the reason.
#pragma once

#include "importers/csv/dialect.h"
#include "importers/csv/layout.h"
#include "importers/csv/record_reader.h"
#include "importers/csv/sniffer.h"
#include "importers/input.h"

namespace goodfaith::importers {

struct ConvertedRow {
    bool isBlank = false;
    std::vector<ImportedRecord> records;  // none when rejected
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

    // Of each column of the file that is read: what it becomes, as our templates call it.
    std::vector<std::pair<QString, QString>> mapping() const;
    QStringList unusedColumns() const;

private:
    struct PlannedSource {
        CellSource::Kind kind = CellSource::Kind::Column;
        std::vector<qsizetype> cells;
        QRegularExpression pattern;
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
    struct PlannedRecord {
        const TableTemplate* table = nullptr;
        bool oncePerGroup = false;
        bool isConditional = false;
        qsizetype positiveCell = -1;
        std::vector<PlannedColumn> columns;
        std::vector<size_t> key;  // into columns
    };
    struct Found {
        QString text;  // "" where there is nothing
        qsizetype cell = -1;
    };

    const Layout& layout_;
    QStringList columns_;
    qsizetype usualWidth_;
    ReadingOptions options_;
    DateOrder dateOrder_ = DateOrder::Unknown;
    TimeReader times_;
    std::vector<PlannedRecord> plan_;
    qsizetype groupCell_ = -1;
    std::vector<bool> fillsDown_;
    std::vector<bool> isPrivate_;
    QStringList leading_;

    const RecordReader* row_ = nullptr;
    QString group_;
    qint64 rowInGroup_ = 0;
    QStringList carried_;
    std::optional<RejectedRow> problem_;

    qsizetype indexOf(const QString& column) const;
    PlannedSource planned(const CellSource& source) const;
    PlannedRecord planned(const RecordRule& rule) const;
    void findPrivateCells();
    void learnDateOrder(const std::vector<SampleRow>& rows);
    std::optional<RejectedRow> unusable(const RecordReader& row) const;
    void enterGroup();
    QString cellText(qsizetype cell) const;
    Found find(const PlannedColumn& column);
    QString evaluate(const PlannedSource& source);
    QString secondsBetween(const PlannedSource& source);
    QString rowHash() const;
    bool isWanted(const PlannedRecord& record);
    ImportedRecord build(const PlannedRecord& record);
    QString keyOf(const PlannedRecord& record);
    Currency currencyOf(const PlannedRecord& record);
    void take(ImportedRecord& record, const PlannedColumn& column, Currency currency);
    void takeField(ImportedRecord& record, const PlannedColumn& column, Field field,
                   const Found& found, Currency currency);
    QString word(const PlannedColumn& column, const Found& found, bool lowerCase);
    void reject(const PlannedColumn& column, const Found& found, const QString& reason);
};

}  // namespace goodfaith::importers
