// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/sniffer.h"

#include "importers/csv/charset.h"
#include "importers/csv/record_reader.h"
#include "models/domain/failure.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>

namespace goodfaith::importers {
namespace {

constexpr int scoredRows = 200;
constexpr qsizetype scoredBytes = 64 * 1024;
constexpr int preambleSearch = 60;
constexpr qsizetype longestDatum = 64;

// In the order in which they are preferred where nothing else decides.
constexpr std::string_view commonDelimiters = ",;\t|";
// These also stand within cells, so they are taken only where no common one splits the file.
constexpr std::string_view rareDelimiters = "\x1F\x01^~:";

// How evenly a dialect splits the sample.
struct Split {
    Dialect dialect;
    qsizetype width = 1;  // of most rows
    double evenness = 0;  // the share of rows that have it
    double damage = 0;    // the share of rows with a quote that is not closed
    double strays = 0;    // the share of rows with stray quotes
    qsizetype firstWidth = 1;
    size_t rows = 0;
    bool hasQuotedCells = false;
    double score = 0;
};

FileHead forScoring(const FileHead& head) {
    if (head.bytes.size() <= scoredBytes)
        return head;
    return {head.bytes.left(scoredBytes), false};
}

struct Frequent {
    qsizetype width = 1;
    int times = 0;
};

// The wider one of two that are as frequent.
Frequent mostFrequent(const std::vector<qsizetype>& widths) {
    std::map<qsizetype, int> counts;
    for (const qsizetype width : widths)
        ++counts[width];
    Frequent most;
    for (const auto& [width, times] : counts) {
        if (times >= most.times)
            most = {width, times};
    }
    return most;
}

Split splitBy(const FileHead& head, const Dialect& dialect) {
    QBuffer device;
    device.setData(head.bytes);
    device.open(QIODevice::ReadOnly);
    RecordReader reader(device, dialect);
    Split split;
    split.dialect = dialect;
    std::vector<qsizetype> widths;
    int damaged = 0;
    int stray = 0;
    while (widths.size() < scoredRows && reader.next()) {
        const bool isComment = reader.size() == 1 && reader.text(0).startsWith(u'#');
        // A row that the end of the sample cuts off looks damaged without being so.
        const bool isCut = !head.isWhole && reader.isAtEnd() && !widths.empty();
        if (isComment || isCut)
            continue;
        widths.push_back(reader.size());
        damaged += reader.damage() != Damage::None ? 1 : 0;
        stray += reader.strayQuotes() > 0 ? 1 : 0;
        split.hasQuotedCells = split.hasQuotedCells || reader.hasQuotedCells();
    }
    if (widths.empty())
        return split;
    const double rows = static_cast<double>(widths.size());
    const Frequent most = mostFrequent(widths);
    split.width = most.width;
    split.evenness = most.times / rows;
    split.damage = damaged / rows;
    split.strays = stray / rows;
    split.firstWidth = widths.front();
    split.rows = widths.size();
    return split;
}

// Many even columns and little damage. One column scores a little too, so that a delimiter that
// splits some rows only does not win.
double scoreOf(const Split& split) {
    const double columns = 0.05 + std::log2(static_cast<double>(split.width));
    return columns * std::pow(split.evenness, 3) * (1 - split.damage) * (1 - split.strays / 2);
}

std::optional<char> setDelimiter(const ReadingOptions& options) {
    if (options.delimiter.isEmpty())
        return std::nullopt;
    if (options.delimiter.compare(u"tab", Qt::CaseInsensitive) == 0 || options.delimiter == u"\\t")
        return '\t';
    const QChar mark = options.delimiter.front();
    if (options.delimiter.size() != 1 || mark.unicode() > 0x7E || mark == u'\n' || mark == u'\r' ||
        mark == u'"')
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("The delimiter “%1” is not usable. Use one character, such as "
                                     "a comma or semicolon, or the word tab.")
                          .arg(options.delimiter));
    return mark.toLatin1();
}

void setCharset(Dialect& dialect, const FileHead& head, const ReadingOptions& options) {
    dialect.charsetIsSet = !options.charset.isEmpty();
    dialect.charset = dialect.charsetIsSet ? options.charset.toLatin1() : sniffCharset(head.bytes);
}

// Excel's first line "sep=;" says it outright.
std::optional<char> declaredDelimiter(const FileHead& head, const Dialect& dialect) {
    Dialect lines = dialect;
    lines.delimiter = '\n';
    lines.quote = 0;
    const auto rows = sampleRows(head, lines, 1);
    if (rows.empty() || rows.front().cells.size() != 1)
        return std::nullopt;
    const QString line = rows.front().cells.front().trimmed();
    if (!line.startsWith(u"sep=", Qt::CaseInsensitive) || line.size() != 5)
        return std::nullopt;
    const char mark = line.back().toLatin1();
    const bool isUsable = commonDelimiters.find(mark) != std::string_view::npos ||
                          rareDelimiters.find(mark) != std::string_view::npos;
    return isUsable ? std::optional(mark) : std::nullopt;
}

Split splitWith(const FileHead& head, Dialect dialect, char quote, char escape) {
    dialect.quote = quote;
    dialect.escape = escape;
    Split split = splitBy(head, dialect);
    split.score = scoreOf(split);
    return split;
}

bool isClearlyBetter(const Split& split, const Split& than) {
    return split.score > than.score * 1.02 + 1e-9;
}

// Double quotes, doubled; backslashes, single quotes or no quotes only where the rows show them.
Split bestQuoting(const FileHead& head, const Dialect& dialect) {
    Split best = splitWith(head, dialect, '"', '"');
    const bool hasDoubleQuotes = best.hasQuotedCells;
    const Split slashes = splitWith(head, dialect, '"', '\\');
    if (slashes.hasQuotedCells && isClearlyBetter(slashes, best))
        best = slashes;
    if (hasDoubleQuotes && best.damage == 0)
        return best;
    for (const char escape : {'\'', '\\'}) {
        const Split single = splitWith(head, dialect, '\'', escape);
        if (!hasDoubleQuotes && single.hasQuotedCells && single.damage == 0 &&
            (best.dialect.quote == '"' ? single.score >= best.score * 0.99
                                       : isClearlyBetter(single, best)))
            best = single;
    }
    const Split none = splitWith(head, dialect, '\0', '\0');
    // One quote that is not closed is an accident; several are characters.
    const bool areCharacters =
        best.damage > 0.2 && best.damage * static_cast<double>(best.rows) > 2;
    if (areCharacters && isClearlyBetter(none, best))
        best = none;
    return best;
}

void takeSplit(Dialect& dialect, const FileHead& head, std::string_view delimiters, Split& best) {
    for (const char delimiter : delimiters) {
        dialect.delimiter = delimiter;
        const Split split = bestQuoting(head, dialect);
        if (split.score > best.score + 1e-9)
            best = split;
    }
}

// Quote, escape and delimiter.
void setMarks(Dialect& dialect, const FileHead& whole, const ReadingOptions& options) {
    const FileHead head = forScoring(whole);
    const auto declared = declaredDelimiter(head, dialect);
    auto given = setDelimiter(options);
    if (!given)
        given = declared;
    dialect.preambleLines = declared ? 1 : 0;
    Split best;
    best.dialect = dialect;
    best.score = -1;
    if (given) {
        takeSplit(dialect, head, std::string_view(&*given, 1), best);
    } else {
        takeSplit(dialect, head, commonDelimiters, best);
        Split rare = best;
        if (best.width == 1 || best.evenness < 0.5)
            takeSplit(dialect, head, rareDelimiters, rare);
        if (rare.evenness > 0.95 && rare.firstWidth == rare.width && rare.rows >= 3)
            best = rare;
    }
    dialect = best.dialect;
}

// What ends most lines of the sample.
void setRecordEnd(Dialect& dialect, const FileHead& head) {
    QStringDecoder decoder(dialect.charset.constData());
    const QString text =
        decoder.isValid() ? QString(decoder.decode(head.bytes)) : QString::fromLatin1(head.bytes);
    qsizetype pairs = 0;
    qsizetype feeds = 0;
    qsizetype returns = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool afterReturn = i > 0 && text[i - 1] == u'\r';
        if (text[i] == u'\n')
            ++(afterReturn ? pairs : feeds);
        else if (text[i] == u'\r' && (i + 1 == text.size() || text[i + 1] != u'\n'))
            ++returns;
    }
    if (pairs > 0 && pairs >= feeds && pairs >= returns)
        dialect.recordEnd = RecordEnd::CrLf;
    else
        dialect.recordEnd = returns > feeds ? RecordEnd::Cr : RecordEnd::Lf;
}

qsizetype filledCells(const SampleRow& row) {
    return std::count_if(row.cells.begin(), row.cells.end(),
                         [](const QString& cell) { return !cell.trimmed().isEmpty(); });
}

qsizetype usualWidth(const std::vector<SampleRow>& rows) {
    std::vector<qsizetype> widths;
    for (const auto& row : rows) {
        if (row.cells.size() > 1 || !row.cells.front().startsWith(u'#'))
            widths.push_back(row.cells.size());
    }
    return mostFrequent(widths).width;
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

bool isComment(const SampleRow& row, qsizetype width) {
    return row.cells.front().startsWith(u'#') && row.cells.size() != width;
}

// Titles, comments and blank lines above the header: lines that do not look like the rows.
void setPreamble(Dialect& dialect, const std::vector<SampleRow>& rows,
                 const IsKnownHeader& isKnownHeader) {
    const qsizetype width = usualWidth(rows);
    const auto searched = std::min<size_t>(rows.size(), preambleSearch);
    const auto known =
        std::find_if(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(searched),
                     [&](const SampleRow& row) { return isKnownHeader(row.cells); });
    if (known != rows.begin() + static_cast<std::ptrdiff_t>(searched)) {
        dialect.preambleLines = static_cast<int>(known->line - 1);
        return;
    }
    for (size_t i = 0; i < searched; ++i) {
        if (!isTitleLine(rows, i, width) && !isComment(rows[i], width)) {
            dialect.preambleLines = static_cast<int>(rows[i].line - 1);
            return;
        }
    }
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

}  // namespace

bool looksLikeData(QStringView cell) {
    static const QRegularExpression form(
        QStringLiteral("\\A\\s*(?:[-+(]?[$€£¥]?\\s?\\d[\\d.,' ]*(?:[eE][-+]?\\d+)?\\s?[%€$£)]?|"
                       "\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}(?:[T ].*)?|\\d{1,2}:\\d{2}(?::\\d{2})?"
                       "(?:\\.\\d+)?|true|false|\\S+@\\S+\\.\\S+)\\s*\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return !cell.isEmpty() && cell.size() <= longestDatum && form.match(cell.toString()).hasMatch();
}

std::vector<SampleRow> sampleRows(const FileHead& head, const Dialect& dialect, int limit) {
    QBuffer device;
    device.setData(head.bytes);
    device.open(QIODevice::ReadOnly);
    RecordReader reader(device, dialect);
    std::vector<SampleRow> rows;
    while (static_cast<int>(rows.size()) < limit && reader.next())
        rows.push_back({reader.line(), reader.damage() != Damage::None, reader.texts()});
    if (!head.isWhole && static_cast<int>(rows.size()) < limit && rows.size() > 1)
        rows.pop_back();
    return rows;
}

Dialect sniffDialect(const FileHead& head, const ReadingOptions& options,
                     const IsKnownHeader& isKnownHeader) {
    Dialect dialect;
    setCharset(dialect, head, options);
    setMarks(dialect, head, options);
    setRecordEnd(dialect, forScoring(head));
    setPreamble(dialect, sampleRows(head, dialect, scoredRows), isKnownHeader);
    dialect.hasHeader = beginsWithHeader(sampleRows(head, dialect, scoredRows), isKnownHeader);
    return dialect;
}

}  // namespace goodfaith::importers
