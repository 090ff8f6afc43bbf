// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/quote_lines.h"

#include "models/understanding/words.h"

#include <algorithm>

namespace goodfaith::understanding {
namespace {

constexpr size_t mostWroteLines = 4;         // mail programs break the line as they like
constexpr qsizetype longestWroteLine = 500;  // characters, joined
constexpr size_t mostHeaderLines = 12;
constexpr qsizetype longestInitials = 4;  // "JD> …"

// The usual case, told without any table.
bool isPlainLetter(QChar c) {
    const char16_t lower = c.unicode() | 0x20;
    return lower >= u'a' && lower <= u'z';
}

QStringView trimmedBy(QStringView text, QStringView marks) {
    const auto isTrimmed = [&](QChar c) {
        return !isPlainLetter(c) && (marks.contains(c) || c.isSpace());
    };
    while (!text.isEmpty() && isTrimmed(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && isTrimmed(text.back()))
        text.chop(1);
    return text;
}

bool beginsWithQuoteMark(QStringView text) {
    const auto trimmed = text.trimmed();
    if (trimmed.startsWith(u'>') || trimmed.startsWith(u"| ") || trimmed == u"|")
        return true;
    const auto mark = trimmed.left(longestInitials + 1).indexOf(u'>');
    const auto initials = trimmed.left(std::max<qsizetype>(mark, 0));
    return mark > 0 &&
           std::all_of(initials.begin(), initials.end(), [](QChar c) { return c.isUpper(); });
}

qsizetype digitsIn(QStringView text) {
    qsizetype digits = 0;
    char16_t all = 0;
    for (const QChar c : text) {
        all |= c.unicode();
        digits += c >= u'0' && c <= u'9' ? 1 : 0;
    }
    if (all < 0x80)
        return digits;
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

bool endsASentence(QStringView line) {
    if (line.endsWith(u'?') || line.endsWith(u'!'))
        return true;
    // "Apr." and "28." are no ends of sentences.
    const auto lastWord = line.mid(line.lastIndexOf(u' ') + 1);
    return line.endsWith(u'.') && lastWord.size() > 5;
}

bool endsWithWord(QStringView text, const QString& word) {
    if (!text.endsWith(word))
        return false;
    const auto before = text.size() - word.size();
    return before == 0 || !text[before - 1].isLetterOrNumber() || word[0].unicode() > 0x2e80;
}

bool containsWord(QStringView text, const QString& word) {
    const auto at = text.indexOf(word);
    return at > 0 && text[at - 1].isSpace() && at + word.size() < text.size() &&
           text[at + word.size()].isSpace();
}

bool beginsWithDate(QStringView text) {
    const auto first = text.left(std::max<qsizetype>(text.indexOf(u' '), 0));
    return digitsIn(first) >= 5 && first.front().isDigit();
}

}  // namespace

std::vector<Line> linesOf(QStringView text) {
    std::vector<Line> lines;
    for (qsizetype begin = 0; begin <= text.size();) {
        auto end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        Line line;
        line.text = text.mid(begin, end - begin);
        while (!line.text.isEmpty() && line.text.back().isSpace())
            line.text.chop(1);
        line.isBlank = line.text.trimmed().isEmpty();
        line.isQuoted = beginsWithQuoteMark(line.text);
        line.folded = folded(trimmedBy(line.text, u"*_"));
        lines.push_back(std::move(line));
        begin = end + 1;
    }
    return lines;
}

bool isSeparator(const Line& line) {
    const auto text = line.text.trimmed();
    return text.size() >= 3 && std::all_of(text.begin(), text.end(), [&](QChar c) {
               return c == text[0] && QStringView(u"-_=*~#+\u2014\u2013\u2500.").contains(c);
           });
}

bool QuoteLines::mayBeginWroteLine(const Line& line) const {
    if (line.isBlank || line.isQuoted)
        return false;
    const QStringView text = trimmedBy(line.folded, u"-*");
    if (text.isEmpty() || text.contains(u'@') || text.front().isDigit() || text.contains(u'<'))
        return !text.isEmpty();
    auto word = text.left(text.indexOf(u' ') < 0 ? text.size() : text.indexOf(u' '));
    if (word.endsWith(u','))
        word.chop(1);
    return layout_.quoteIntros.contains(word.toString()) || text.back() == u':' ||
           text.back() == u'\uff1a' || digitsIn(text) >= 5;
}

bool QuoteLines::isWroteLine(QStringView joined) const {
    // Yahoo's goes on with what was written, behind a gap.
    if (const auto gap = joined.indexOf(u":   "); gap > 0)
        joined = joined.left(gap + 1);
    auto text = trimmedBy(joined, u"-*");
    const bool endsWithColon = text.endsWith(u':') || text.endsWith(u'\uff1a');
    text = trimmedBy(text, u"-*:\uff1a");
    if (text.isEmpty())
        return false;
    const bool hasAddress = text.contains(u'@');
    const bool isFramed = endsWithColon || joined.trimmed().startsWith(u'-') || hasAddress;
    if (!isFramed)
        return beginsWithDate(text) && text.contains(u" gmt");
    const auto firstWord = text.left(std::max<qsizetype>(text.indexOf(u' '), 0)).toString();
    const auto digits = digitsIn(text);
    const bool dated = digits > 0 && (layout_.quoteIntros.contains(firstWord) ||
                                      firstWord.startsWith(u"在") || digits >= 5);
    const auto ends = [&](const QString& verb) { return endsWithWord(text, verb); };
    const auto has = [&](const QString& verb) { return containsWord(text, verb); };
    const auto& verbs = layout_.wrote;
    if (std::any_of(verbs.begin(), verbs.end(), ends))
        return dated || hasAddress || text.contains(u'<');
    if (endsWithColon && (dated || hasAddress) && std::any_of(verbs.begin(), verbs.end(), has))
        return true;
    const bool endsWithAddress = hasAddress && (text.endsWith(u'>') || text.endsWith(u')'));
    // Mutt's: "Bo <bo@shop.example> [2024-06-04 10:12]:"
    if (endsWithColon && hasAddress && text.endsWith(u']') && digits >= 8)
        return true;
    const auto beforeAddress = text.left(std::max<qsizetype>(text.indexOf(u'<'), 0));
    if (endsWithAddress && (endsWithColon ? digitsIn(beforeAddress) >= 5 : beginsWithDate(text)))
        return true;
    return beginsWithDate(text) && text.contains(u" gmt");
}

size_t QuoteLines::wroteLine(size_t at) const {
    if (!mayBeginWroteLine(lines_[at]))
        return 0;
    QString joined;
    for (size_t count = 1; count <= mostWroteLines && at + count <= lines_.size(); ++count) {
        const Line& line = lines_[at + count - 1];
        if (line.isBlank || joined.size() + line.folded.size() > longestWroteLine)
            return 0;
        // A closing "> wrote:" on a line of its own only looks quoted.
        if (line.isQuoted && !isWroteLine(QString(joined + line.folded)))
            return 0;
        joined += line.folded + u' ';
        if (isWroteLine(joined))
            return count;
        if (endsASentence(line.folded))
            return 0;
    }
    return 0;
}

QString QuoteLines::labelOf(const Line& line) const {
    auto colon = line.folded.left(24).indexOf(u':');
    if (colon < 0)
        colon = line.folded.left(24).indexOf(u'\uff1a');
    return colon <= 0 ? QString()
                      : trimmedBy(QStringView(line.folded).left(colon), u"*_").toString();
}

size_t QuoteLines::headerBlock(size_t at) const {
    const QString first = labelOf(lines_[at]);
    const bool beginsWithFrom = layout_.fromLabels.contains(first);
    if (first.isEmpty() || (!beginsWithFrom && !layout_.headerLabels.contains(first)))
        return 0;
    size_t labels = 0, end = at;
    bool hasAddress = false;
    bool hasFrom = false;
    for (; end < lines_.size() && end < at + mostHeaderLines && !lines_[end].isBlank; ++end) {
        const QString label = labelOf(lines_[end]);
        const bool isFrom = layout_.fromLabels.contains(label);
        labels += isFrom || layout_.headerLabels.contains(label) ? 1 : 0;
        hasFrom = hasFrom || isFrom;
        hasAddress = hasAddress || lines_[end].text.contains(u'@');
    }
    const bool isBlock = labels >= 4 || (labels >= 3 && (hasAddress || hasFrom)) ||
                         (labels >= 2 && hasAddress && hasFrom);
    return isBlock ? end - at : 0;
}

bool QuoteLines::isMark(const Line& line, const Beginnings& marks) const {
    if (line.isBlank || line.text.size() > 100)
        return false;
    const auto bare = trimmedBy(line.folded, u"-_=*~:>\u2014\u2013");
    const bool isFramed = bare.size() + 3 < line.folded.size();
    return isFramed ? marks.begin(bare) : marks.are(bare);
}

bool QuoteLines::isOriginalMark(size_t at) const {
    return isMark(lines_[at], layout_.originals);
}

bool QuoteLines::isForwardMark(size_t at) const {
    return isMark(lines_[at], layout_.forwards);
}

bool QuoteLines::beginsQuote(size_t at) const {
    auto& known = beginsQuote_[at];
    if (!known) {
        known = lines_[at].isQuoted || isOriginalMark(at) || isForwardMark(at) ||
                wroteLine(at) > 0 || headerBlock(at) > 0;
    }
    return *known;
}

}  // namespace goodfaith::understanding
