// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/marks.h"

#include "importers/csv/record_reader.h"
#include "models/domain/failure.h"

#include <QBuffer>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>
#include <string_view>

namespace goodfaith::importers {
namespace {

constexpr int scoredRows = 200;
constexpr qsizetype longestDelimiter = 8;

// In the order in which they are preferred where nothing else decides.
constexpr auto commonDelimiters = std::to_array<std::string_view>({",", ";", "\t", "|"});
// These also stand within cells, so they are taken only where no common one splits the file.
constexpr auto rareDelimiters = std::to_array<std::string_view>({"\x1F", "\x01", "^", "~", ":"});
constexpr auto blank = std::to_array<std::string_view>({" "});
constexpr qsizetype leastColumnsByBlanks = 4;  // fewer are words
// Taken where the single characters that they are made of stand nowhere else.
constexpr auto longDelimiters = std::to_array<std::string_view>(
    {"||", "|~|", "~|~", "|^|", "^|^", "#|#", "::", "~~", "^^", ";;", "<>", "@@"});

// How evenly a dialect splits the sample.
struct Split {
    Dialect dialect;
    qsizetype width = 1;   // of most rows
    qsizetype filled = 1;  // columns that are not empty everywhere
    double evenness = 0;   // the share of rows that have that width
    double split = 0;      // the share of rows with more than one cell
    double damage = 0;     // the share of rows with a quote that is not closed
    double strays = 0;     // the share of rows with stray quotes
    qsizetype firstWidth = 1;
    size_t rows = 0;
    qsizetype cells = 0;
    qsizetype quotedCells = 0;
    double score = 0;
};

struct SplitRow {
    qsizetype width = 1;
    bool isDamaged = false;
    bool hasStrays = false;
    bool isNumbered = false;  // begins with "#": a comment, or a number as shops write them
    std::vector<bool> filled;
    qsizetype quotedCells = 0;
};

std::vector<SplitRow> splitRows(const FileHead& head, const Dialect& dialect) {
    QBuffer device;
    device.setData(head.bytes);
    device.open(QIODevice::ReadOnly);
    RecordReader reader(device, dialect);
    std::vector<SplitRow> rows;
    while (rows.size() < scoredRows && reader.next()) {
        // A row that the end of the sample cuts off looks damaged without being so.
        if (!head.isWhole && reader.isAtEnd() && !rows.empty())
            break;
        SplitRow row;
        row.width = reader.size();
        row.isDamaged = reader.damage() != Damage::None;
        row.hasStrays = reader.strayQuotes() > 0;
        row.isNumbered = reader.text(0).startsWith(u'#');
        row.quotedCells = reader.quotedCells();
        for (qsizetype cell = 0; cell < reader.size(); ++cell)
            row.filled.push_back(!reader.isEmpty(cell));
        rows.push_back(std::move(row));
    }
    return rows;
}

// Comments have no cells to count; but where nearly all rows begin with "#", they are none.
void dropComments(std::vector<SplitRow>& rows) {
    const auto numbered =
        std::count_if(rows.begin(), rows.end(), [](const SplitRow& row) { return row.isNumbered; });
    const auto others = static_cast<std::ptrdiff_t>(rows.size()) - numbered;
    if (others >= 2 && others * 10 >= numbered)
        std::erase_if(rows, [](const SplitRow& row) { return row.isNumbered; });
}

struct Frequent {
    qsizetype width = 1;
    int times = 0;
};

// The wider one of two that are as frequent.
Frequent mostFrequent(const std::vector<SplitRow>& rows) {
    std::map<qsizetype, int> counts;
    for (const SplitRow& row : rows)
        ++counts[row.width];
    Frequent most;
    for (const auto& [width, times] : counts) {
        if (times >= most.times)
            most = {width, times};
    }
    return most;
}

qsizetype filledColumns(const std::vector<SplitRow>& rows) {
    std::vector<bool> filled;
    for (const SplitRow& row : rows) {
        filled.resize(std::max(filled.size(), row.filled.size()));
        for (size_t i = 0; i < row.filled.size(); ++i)
            filled[i] = filled[i] || row.filled[i];
    }
    return std::max<qsizetype>(1, std::count(filled.begin(), filled.end(), true));
}

Split measured(const std::vector<SplitRow>& rows, const Dialect& dialect) {
    Split split;
    split.dialect = dialect;
    if (rows.empty())
        return split;
    const double count = static_cast<double>(rows.size());
    const auto share = [&](auto has) {
        return static_cast<double>(std::count_if(rows.begin(), rows.end(), has)) / count;
    };
    const Frequent most = mostFrequent(rows);
    split.width = most.width;
    split.filled = std::min(most.width, filledColumns(rows));
    split.evenness = most.times / count;
    split.split = share([](const SplitRow& row) { return row.width > 1; });
    split.damage = share([](const SplitRow& row) { return row.isDamaged; });
    split.strays = share([](const SplitRow& row) { return row.hasStrays; });
    split.firstWidth = rows.front().width;
    split.rows = rows.size();
    for (const SplitRow& row : rows) {
        split.cells += row.width;
        split.quotedCells += row.quotedCells;
    }
    return split;
}

// Many even columns and little damage. One column scores a little too, so that a delimiter that
// splits some rows only does not win.
double scoreOf(const Split& split) {
    const double columns = 0.05 + std::log2(static_cast<double>(split.filled));
    return columns * std::pow(split.evenness, 3) * (1 - 0.95 * split.damage) *
           (1 - split.strays / 2);
}

Split splitBy(const FileHead& head, const Dialect& dialect) {
    std::vector<SplitRow> rows = splitRows(head, dialect);
    dropComments(rows);
    Split split = measured(rows, dialect);
    split.score = scoreOf(split);
    return split;
}

Split splitWith(const FileHead& head, Dialect dialect, char quote, char escape) {
    dialect.quote = quote;
    dialect.escape = escape;
    return splitBy(head, dialect);
}

bool isClearlyBetter(const Split& split, const Split& than) {
    return split.score > than.score * 1.02 + 1e-9;
}

// Single quotes where there are no double ones.
void trySingleQuotes(const FileHead& head, Split& best) {
    for (const char escape : {'\'', '\\'}) {
        const Split single = splitWith(head, best.dialect, '\'', escape);
        if (single.quotedCells > 0 && single.damage == 0 &&
            (best.dialect.quote == '"' ? single.score >= best.score * 0.99
                                       : isClearlyBetter(single, best)))
            best = single;
    }
}

// Quotes that are characters like others: one that is not closed is an accident, several are not.
void tryNoQuotes(const FileHead& head, Split& best) {
    const bool areCharacters =
        best.damage > 0.2 && best.damage * static_cast<double>(best.rows) > 2;
    const Split none = splitWith(head, best.dialect, '\0', '\0');
    const Split slashes = splitWith(head, best.dialect, '\0', '\\');
    const bool escapes = (best.quotedCells == 0 || areCharacters) && isClearlyBetter(slashes, none);
    if (areCharacters && isClearlyBetter(none, best))
        best = none;
    if (escapes && isClearlyBetter(slashes, best))
        best = slashes;
}

// Quotes that are set: how they are escaped is left to find out.
Split bestEscape(const FileHead& head, const Dialect& dialect) {
    Split best = splitWith(head, dialect, dialect.quote, dialect.quote);
    const Split slashes = splitWith(head, dialect, dialect.quote, '\\');
    return isClearlyBetter(slashes, best) ? slashes : best;
}

// Double quotes, doubled; backslashes, single quotes or no quotes only where the rows show them.
Split bestQuoting(const FileHead& head, const Dialect& dialect) {
    if (dialect.quoteIsSet)
        return bestEscape(head, dialect);
    Split best = splitWith(head, dialect, '"', '"');
    const bool hasDoubleQuotes = best.quotedCells > 0;
    const Split slashes = splitWith(head, dialect, '"', '\\');
    if (slashes.quotedCells > 0 && isClearlyBetter(slashes, best))
        best = slashes;
    if (hasDoubleQuotes && best.damage == 0)
        return best;
    if (!hasDoubleQuotes)
        trySingleQuotes(head, best);
    tryNoQuotes(head, best);
    return best;
}

void takeSplit(const FileHead& head, const Dialect& dialect,
               std::span<const std::string_view> delimiters, Split& best) {
    for (const std::string_view delimiter : delimiters) {
        Dialect tried = dialect;
        tried.delimiter = delimiter;
        const Split split = bestQuoting(head, tried);
        if (split.score > best.score + 1e-9)
            best = split;
    }
}

// Not where it splits the text of most rows, but not the first.
bool splitsWell(const Split& split) {
    return split.width > 1 && split.evenness >= 0.5 && split.firstWidth >= split.width;
}

void tryRareDelimiters(const FileHead& head, const Dialect& dialect, Split& best) {
    if (splitsWell(best))
        return;
    Split rare = best;
    takeSplit(head, dialect, rareDelimiters, rare);
    Split blanks;
    takeSplit(head, dialect, blank, blanks);
    if (blanks.filled >= leastColumnsByBlanks && blanks.score > rare.score)
        rare = blanks;
    if (rare.evenness > 0.95 && rare.firstWidth == rare.width && rare.rows >= 3)
        best = rare;
}

// Whether the long delimiter is what the rows are made of, not the short one that was found. Two
// columns with an empty one between them are no sign of a doubled delimiter.
bool explainsMore(const Split& longer, const Split& found, const std::string& delimiter) {
    const std::string& mark = found.dialect.delimiter;
    const auto within =
        mark.size() == 1 ? std::count(delimiter.begin(), delimiter.end(), mark.front()) : 0;
    const bool isDoubled = within == static_cast<std::ptrdiff_t>(delimiter.size());
    const auto rows = static_cast<qsizetype>(longer.rows);
    const bool isPart = within > 0 && longer.rows == found.rows &&
                        (longer.width > 2 || !isDoubled) &&
                        found.cells - rows == (longer.cells - rows) * within;
    const bool isMoreEven = within > 0 && longer.evenness > found.evenness;
    const bool isOnly = !splitsWell(found) && rows >= 3 && longer.evenness > 0.95;
    return isPart || isMoreEven || isOnly;
}

void tryLongDelimiters(const FileHead& head, Split& best) {
    const bool isWide =
        best.dialect.charset.startsWith("UTF-16") || best.dialect.charset.startsWith("UTF-32");
    for (const std::string_view delimiter : longDelimiters) {
        Dialect tried = best.dialect;
        tried.delimiter = delimiter;
        if (!isWide && !head.bytes.contains(tried.delimiter.c_str()))
            continue;
        const Split split = bestQuoting(head, tried);
        if (split.rows > 1 && split.width > 1 && split.firstWidth == split.width &&
            split.damage <= best.damage && explainsMore(split, best, tried.delimiter)) {
            best = split;
            return;
        }
    }
}

// Rows of all lengths, where one delimiter stands in nearly each from the first on.
void tryUnevenRows(const FileHead& head, const Dialect& dialect, Split& best) {
    if (best.width > 1)
        return;
    for (const std::string_view delimiter : commonDelimiters) {
        Dialect tried = dialect;
        tried.delimiter = delimiter;
        const Split split = bestQuoting(head, tried);
        if (split.firstWidth > 1 && split.split >= 0.7 && split.damage <= best.damage) {
            best = split;
            return;
        }
    }
}

// "a", "b": blanks before a quote mean nothing where the cells then are quoted ones.
void tryBlanksBeforeQuotes(const FileHead& head, Split& best) {
    if (best.dialect.quote == 0)
        return;
    Dialect tried = best.dialect;
    tried.blanksBeforeQuotes = true;
    const Split split = splitBy(head, tried);
    if (split.quotedCells > best.quotedCells && split.score >= best.score * 0.999 &&
        split.damage <= best.damage && split.strays <= best.strays)
        best = split;
}

bool isUsable(const QString& delimiter) {
    return delimiter.size() <= longestDelimiter &&
           std::none_of(delimiter.begin(), delimiter.end(), [](QChar c) {
               return c == u'\n' || c == u'\r' || c == u'"' || c.isNull();
           });
}

std::optional<std::string> setDelimiter(const ReadingOptions& options) {
    if (options.writing.delimiter.isEmpty())
        return std::nullopt;
    if (options.writing.delimiter.compare(u"tab", Qt::CaseInsensitive) == 0 ||
        options.writing.delimiter == u"\\t")
        return "\t";
    if (!isUsable(options.writing.delimiter))
        throw Failure(
            FailureKind::WrongUse,
            QStringLiteral("The delimiter “%1” is not usable. Use one or a few characters, "
                           "such as a comma or semicolon, or the word tab.")
                .arg(options.writing.delimiter));
    return options.writing.delimiter.toStdString();
}

// Excel's first line "sep=;" says it outright.
std::optional<std::string> declaredDelimiter(const FileHead& head, const Dialect& dialect) {
    const auto rows = sampleRows(head, asLines(dialect.charset), 1);
    if (rows.empty())
        return std::nullopt;
    const QString line = rows.front().cells.front();
    if (!line.startsWith(u"sep=", Qt::CaseInsensitive))
        return std::nullopt;
    const QString mark = line.size() > 5 ? line.mid(4).trimmed() : line.mid(4);
    return mark.isEmpty() || !isUsable(mark) ? std::nullopt : std::optional(mark.toStdString());
}

}  // namespace

void findMarks(Dialect& dialect, const FileHead& head, const ReadingOptions& options) {
    const QString& quote = options.writing.quote;
    dialect.quoteIsSet = !quote.isEmpty();
    if (dialect.quoteIsSet)
        dialect.quote = quote.size() == 1 ? quote[0].toLatin1() : '\0';
    dialect.preambleIsSet = !options.writing.skipLines.isEmpty();
    const auto declared = declaredDelimiter(head, dialect);
    const auto set = setDelimiter(options);
    dialect.preambleLines =
        dialect.preambleIsSet ? options.writing.skipLines.toInt() : (declared ? 1 : 0);
    Split best;
    best.dialect = dialect;
    best.score = -1;
    if (set && dialect.quoteIsSet && dialect.quote != 0 && *set == std::string(1, dialect.quote))
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("“%1” cannot both end columns and quote cells.").arg(quote));
    if (set || declared) {
        const std::array<std::string_view, 1> only{set ? *set : *declared};
        takeSplit(head, dialect, only, best);
    } else {
        takeSplit(head, dialect, commonDelimiters, best);
        tryRareDelimiters(head, dialect, best);
        tryLongDelimiters(head, best);
        tryUnevenRows(head, dialect, best);
    }
    tryBlanksBeforeQuotes(head, best);
    dialect = best.dialect;
}

}  // namespace goodfaith::importers
