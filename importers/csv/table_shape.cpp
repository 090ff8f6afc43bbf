// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/table_shape.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace goodfaith::importers {
namespace {

constexpr int preambleSearch = 60;
constexpr char commentMark = '#';

qsizetype filledCells(const SampleRow& row) {
    return std::count_if(row.cells.begin(), row.cells.end(),
                         [](const QString& cell) { return !cell.trimmed().isEmpty(); });
}

bool hasCommentMark(const SampleRow& row) {
    return row.cells.front().startsWith(QLatin1Char(commentMark));
}

// The wider one of two that are as frequent.
qsizetype usualWidth(const std::vector<SampleRow>& rows) {
    std::map<qsizetype, int> counts;
    for (const auto& row : rows) {
        if (row.cells.size() > 1 || !hasCommentMark(row))
            ++counts[row.cells.size()];
    }
    int most = 0;
    qsizetype width = 1;
    for (const auto& [cells, times] : counts) {
        if (times >= most) {
            most = times;
            width = cells;
        }
    }
    return width;
}

bool looksLikeHeader(const SampleRow& row) {
    return std::none_of(row.cells.begin(), row.cells.end(), [](const QString& cell) {
        return cell.trimmed().isEmpty() || looksLikeData(cell);
    });
}

// A title has few cells. One that has all its delimiters (as spreadsheets write it) is told from a
// header with blank names by what follows it.
bool isTitleLine(const std::vector<SampleRow>& rows, size_t index, qsizetype width) {
    const SampleRow& row = rows[index];
    const qsizetype allowed = std::max<qsizetype>(1, width / 4);
    if (width == 1 || filledCells(row) > allowed)
        return false;
    if (row.cells.size() < width)
        return row.cells.size() == 1 || width > 2;
    const auto next =
        std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(index) + 1, rows.end(),
                     [&](const SampleRow& other) { return filledCells(other) > allowed; });
    return next != rows.end() && looksLikeHeader(*next);
}

// Above a header: the names of groups of its columns, or a line of notes that is shorter.
bool isAboveHeader(const std::vector<SampleRow>& rows, size_t index, qsizetype width) {
    if (index + 2 >= rows.size() || width < 3)
        return false;
    const SampleRow& row = rows[index];
    const SampleRow& next = rows[index + 1];
    const SampleRow& after = rows[index + 2];
    const bool isGroups = row.cells.size() == width && filledCells(row) * 2 <= width + 1;
    const bool isNotes = row.cells.size() < width && filledCells(row) * 2 <= width + 1;
    return (isGroups || isNotes) && next.cells.size() == width && looksLikeHeader(next) &&
           after.cells.size() == width && !looksLikeHeader(after);
}

bool isComment(const SampleRow& row, qsizetype width) {
    return hasCommentMark(row) && row.cells.size() != width;
}

bool areDistinct(const QStringList& cells) {
    return QSet<QString>(cells.begin(), cells.end()).size() == cells.size();
}

bool isYear(QStringView cell) {
    return cell.size() == 4 && (cell.startsWith(u"19") || cell.startsWith(u"20"));
}

// 1 where the first cell of a column is its name, -1 where it is data like the others, 0 where that
// cannot be told. A year over other numbers is a name, and so is nothing over numbers that are all
// there.
int headerVote(const std::vector<SampleRow>& rows, qsizetype column) {
    const QString first = rows.front().cells[column].trimmed();
    size_t data = 0;
    size_t filled = 0;
    size_t years = 0;
    for (size_t i = 1; i < rows.size(); ++i) {
        const QString cell = rows[i].cells.value(column).trimmed();
        filled += cell.isEmpty() ? 0 : 1;
        data += looksLikeData(cell) ? 1 : 0;
        years += isYear(cell) ? 1 : 0;
    }
    if (filled == 0 || data * 5 < filled * 4)
        return 0;
    if (first.isEmpty())
        return data + 1 == rows.size() && data > 1 ? 1 : 0;
    if (isYear(first) && years == 0)
        return 1;
    return looksLikeData(first) ? -1 : 1;
}

int headerVotes(const std::vector<SampleRow>& rows) {
    int votes = 0;
    for (qsizetype column = 0; column < rows.front().cells.size(); ++column)
        votes += headerVote(rows, column);
    return votes;
}

}  // namespace

void findPreamble(Dialect& dialect, const std::vector<SampleRow>& rows,
                  const IsKnownHeader& isKnownHeader) {
    const qsizetype width = usualWidth(rows);
    dialect.columns = width;
    if (dialect.preambleIsSet)
        return;
    const auto searched = std::min<size_t>(rows.size(), preambleSearch);
    const auto known =
        std::find_if(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(searched),
                     [&](const SampleRow& row) { return isKnownHeader(row.cells); });
    if (known != rows.begin() + static_cast<std::ptrdiff_t>(searched)) {
        dialect.preambleLines = static_cast<int>(known->line - 1);
        return;
    }
    for (size_t i = 0; i < searched; ++i) {
        if (!isTitleLine(rows, i, width) && !isComment(rows[i], width) &&
            !isAboveHeader(rows, i, width)) {
            dialect.preambleLines = static_cast<int>(rows[i].line - 1);
            return;
        }
    }
}

void findComments(Dialect& dialect, const std::vector<SampleRow>& rows) {
    const auto marked = std::count_if(rows.begin(), rows.end(), hasCommentMark);
    const auto comments = std::count_if(rows.begin(), rows.end(), [&](const SampleRow& row) {
        return isComment(row, dialect.columns);
    });
    const bool hasRows = marked < static_cast<std::ptrdiff_t>(rows.size());
    if (comments > 0 && comments * 10 >= marked * 9 && hasRows)
        dialect.comment = commentMark;
}

bool beginsWithHeader(const std::vector<SampleRow>& rows, const IsKnownHeader& isKnownHeader) {
    if (rows.empty())
        return false;
    if (isKnownHeader(rows.front().cells))
        return true;
    const int votes = headerVotes(rows);
    if (votes != 0)
        return votes > 0;
    return areDistinct(rows.front().cells) && looksLikeHeader(rows.front());
}

}  // namespace goodfaith::importers
