// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a table below its header. Where several tables or exports were put into one file: a
// header that comes again is no row, and rows below another table's header are told apart.
#pragma once

#include "importers/csv/record_reader.h"
#include "importers/csv/sniffer.h"

namespace goodfaith::importers {

class TableRows {
public:
    TableRows(QIODevice& device, const Dialect& dialect, IsKnownHeader isKnownHeader);

    bool next();
    const RecordReader& row() const { return reader_; }
    const std::optional<QStringList>& header() const { return header_; }
    // The line of the header of another table, to which the row belongs; 0 where it is ours.
    qint64 otherHeaderLine() const { return otherHeaderLine_; }
    // What was passed over so far, in plain sentences.
    QStringList leftOut() const;

private:
    Dialect dialect_;
    RecordReader reader_;
    IsKnownHeader isKnownHeader_;
    std::optional<QStringList> header_;
    qint64 otherHeaderLine_ = 0;
    qint64 repeatedHeaderLine_ = 0;

    bool isHeaderAgain() const;
    bool beginsOtherTable() const;
};

}  // namespace goodfaith::importers
