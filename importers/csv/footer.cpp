// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/record_reader.h"
#include "importers/csv/table_shape.h"

#include <QBuffer>
#include <QRegularExpression>

#include <algorithm>

namespace goodfaith::importers {
namespace {

constexpr int longestFooter = 20;  // lines

struct Line {
    QString text;
    qint64 line = 0;
    qint64 offset = 0;
    bool followsBlankLine = false;
};

std::vector<Line> linesOf(const QByteArray& bytes, const Dialect& dialect) {
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    RecordReader reader(device, asLines(dialect.charset));
    std::vector<Line> found;
    while (reader.next())
        found.push_back(
            {reader.text(0), reader.line(), reader.offset(), reader.followsBlankLine()});
    return found;
}

// The cells of a line that stands for itself; none of one that ends a cell of several lines.
QStringList cellsOf(const Line& line, const Dialect& dialect) {
    Dialect one = dialect;
    one.charset = QByteArrayLiteral("UTF-8");
    one.preambleLines = 0;
    one.comment = 0;
    one.footerBytes = 0;
    QBuffer device;
    device.setData(line.text.toUtf8());
    device.open(QIODevice::ReadOnly);
    RecordReader reader(device, one);
    if (!reader.next() || reader.damage() != Damage::None || reader.strayQuotes() > 0)
        return {};
    const QStringList cells = reader.texts();
    const bool hasQuotes = std::any_of(cells.begin(), cells.end(), [&](const QString& cell) {
        return dialect.quote != 0 && cell.contains(QLatin1Char(dialect.quote));
    });
    return hasQuotes ? QStringList() : cells;
}

bool isFilled(const QString& cell) {
    return !cell.trimmed().isEmpty();
}

bool isTotal(const QString& cell) {
    static const QRegularExpression form(
        QStringLiteral(
            "\\A\\s*(?:(?:grand|sub|report)[ -]?)?"
            "(?:totals?|sum|summe|gesamt(?:summe)?|insgesamt|somme|total g\u00E9n\u00E9ral|"
            "totale|totaal|razem|\u0438\u0442\u043E\u0433\u043E)\\s*(?:[:=(].*)?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return form.match(cell).hasMatch();
}

bool isNote(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral(
            "\\A\\s*(?:-{2,}|={2,}|\\*{2,}|_{2,}|~{2,}|/{2,}|\u00A9|"
            "\\(?\\d+ (?:rows?|records?|orders?|entries|zeilen|datens\u00E4tze|lignes)\\b|"
            "(?:exported|generated|created|printed|report|end of|eof\\b|source:|note:|notes:|"
            "page \\d|copyright|as of|downloaded|total (?:rows|records|orders|number)|"
            "erstellt|exportiert|bericht|ende\\b|quelle:|stand:|seite \\d|"
            "export\u00E9|g\u00E9n\u00E9r\u00E9|fin\\b|"
            "\u00FAltima|ultima))"),
        QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

bool isProse(const QString& text) {
    const bool hasLetters =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    return hasLetters && (text.trimmed().contains(u' ') || text.contains(u':'));
}

// Of each column, whether most rows have something there.
std::vector<bool> filledColumns(const Dialect& dialect, const std::vector<SampleRow>& rows) {
    std::vector<size_t> filled(static_cast<size_t>(dialect.columns));
    for (const SampleRow& row : rows) {
        for (qsizetype i = 0; i < std::min(dialect.columns, row.cells.size()); ++i)
            filled[static_cast<size_t>(i)] += isFilled(row.cells[i]) ? 1 : 0;
    }
    std::vector<bool> isFull;
    for (const size_t times : filled)
        isFull.push_back(times * 10 >= rows.size() * 6);
    return isFull;
}

bool lacksUsualCells(const QStringList& cells, const std::vector<bool>& isFull) {
    for (size_t i = 0; i < isFull.size(); ++i) {
        if (isFull[i] && !isFilled(cells.value(static_cast<qsizetype>(i))))
            return true;
    }
    return false;
}

bool isFooterLine(const Line& line, const Dialect& dialect, const std::vector<bool>& isFull) {
    const QStringList cells = cellsOf(line, dialect);
    const auto filled = std::count_if(cells.begin(), cells.end(), isFilled);
    if (filled == 0 || cells.size() > dialect.columns || !lacksUsualCells(cells, isFull))
        return false;
    const QString& first = *std::find_if(cells.begin(), cells.end(), isFilled);
    if (isTotal(first) || isNote(first))
        return true;
    return filled == 1 && isFilled(cells.front()) && line.followsBlankLine && isProse(first);
}

}  // namespace

void findFooter(Dialect& dialect, const FileHead& head, const std::vector<SampleRow>& rows) {
    if (rows.empty() || dialect.columns < 2)
        return;
    const QByteArray& bytes = head.isWhole ? head.bytes : head.tail;
    const std::vector<Line> lines = linesOf(bytes, dialect);
    const auto isFull = filledColumns(dialect, rows);
    for (size_t i = lines.size(); i-- > 1 && dialect.footer.size() < longestFooter;) {
        const Line& line = lines[i];
        if (head.isWhole && line.line <= rows.front().line)
            return;
        if (!isFooterLine(line, dialect, isFull))
            return;
        dialect.footerBytes = bytes.size() - line.offset;
        dialect.footer.prepend(line.text);
    }
}

}  // namespace goodfaith::importers
