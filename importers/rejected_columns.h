// SPDX-License-Identifier: GPL-3.0-or-later
// A list of rejected rows is a table: these columns first, then those of the file they are from.
// Mended, it is read as that file was.
#pragma once

#include <QString>
#include <QStringList>

namespace goodfaith::importers {

enum class RejectedColumn { Line, Reason, File, ReadAs, Source, RowOfGroup };

inline QStringList rejectedColumns() {
    return {QStringLiteral("rejected_line"),   QStringLiteral("rejected_reason"),
            QStringLiteral("rejected_file"),   QStringLiteral("rejected_as"),
            QStringLiteral("rejected_source"), QStringLiteral("rejected_row_of_group")};
}

inline bool isRejectedList(const QStringList& header) {
    return header.mid(0, rejectedColumns().size()) == rejectedColumns();
}

}  // namespace goodfaith::importers
