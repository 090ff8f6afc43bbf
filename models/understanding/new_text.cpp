// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/new_text.h"

#include "models/understanding/quote_lines.h"

#include <algorithm>

namespace goodfaith::understanding {
namespace {

constexpr size_t longestSignature = 15;     // lines that say something
constexpr size_t longestClosingBlock = 10;  // lines after "Kind regards,"
constexpr qsizetype longestNameLine = 80;
constexpr qsizetype longestSentFrom = 100;

// Most texts are as they should be, and are not copied.
QString unixLines(const QString& text) {
    const bool isPlain = std::none_of(text.begin(), text.end(), [](QChar c) {
        return c == u'\r' || c == u'\u2028' || c == u'\u00a0' || c == u'\u200b' || c == u'\ufeff';
    });
    if (isPlain)
        return text;
    QString plain = text;
    plain.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    plain.replace(u'\r', u'\n');
    plain.replace(u'\u2028', u'\n');
    plain.replace(u'\u00a0', u' ');
    plain.remove(u'\u200b');
    plain.remove(u'\ufeff');
    return plain;
}

QStringView bareLine(const Line& line) {
    QStringView text = line.folded;
    while (!text.isEmpty() && QStringView(u"<([*_-\u2014 ").contains(text.front()))
        text = text.mid(1);
    return text;
}

bool isClosing(const Line& line, const MailLayout& layout) {
    QStringView text = line.folded;
    while (!text.isEmpty() && (!text.back().isLetter()))
        text.chop(1);
    return layout.closings.contains(text.toString());
}

bool bearsContact(const Line& line) {
    const auto digits =
        std::count_if(line.text.begin(), line.text.end(), [](QChar c) { return c.isDigit(); });
    return line.text.contains(u'@') || line.folded.contains(u"www.") ||
           line.folded.contains(u"http") || digits >= 7;
}

class Cutter {
public:
    Cutter(const std::vector<Line>& lines, const MailLayout& layout)
        : lines_(lines), layout_(layout), quotes_(lines, layout) {}

    QString cut() {
        for (size_t at = 0; at < lines_.size();) {
            const size_t next = step(at);
            if (next == 0)
                break;
            at = next;
        }
        dropClosingBlock();
        return joined();
    }

private:
    // Handles the line at `at`; the next line to look at, or 0 where the new text ends.
    size_t step(size_t at) {
        const Line& line = lines_[at];
        if (line.isQuoted)
            return at + 1;
        if (const size_t count = quotes_.wroteLine(at); count > 0)
            return saysMoreAfterQuote(at + count) || !hasText_ ? at + count : 0;
        if (quotes_.isForwardMark(at))
            return 0;
        if (quotes_.isOriginalMark(at))
            return hasText_ ? 0 : at + 1;
        if (const size_t count = quotes_.headerBlock(at); count > 0)
            return hasText_ ? 0 : at + count;
        if (isSignatureMark(at))
            return endOfSignature(at);
        if (isFooter(at))
            return hasText_ ? 0 : endOfParagraph(at);
        if (!isSentFrom(at))
            keep(at);
        return at + 1;
    }

    void keep(size_t at) {
        kept_.push_back(at);
        hasText_ = hasText_ || (!lines_[at].isBlank && !isSeparator(lines_[at]));
    }

    // A line-by-line quote may be followed by an answer below it; a block of plain text may not.
    bool saysMoreAfterQuote(size_t at) const {
        while (at < lines_.size() && lines_[at].isBlank)
            ++at;
        return at < lines_.size() && lines_[at].isQuoted;
    }

    size_t endOfParagraph(size_t at) const {
        while (at < lines_.size() && !lines_[at].isBlank)
            ++at;
        return at;
    }

    // Lines of text up to the end or a quote; more than `most` counts as most + 1.
    size_t textLinesAfter(size_t at, size_t most, bool* bearContact) const {
        size_t count = 0;
        for (++at; at < lines_.size() && count <= most && !quotes_.beginsQuote(at); ++at) {
            if (lines_[at].isBlank)
                continue;
            *bearContact = *bearContact || bearsContact(lines_[at]);
            count += lines_[at].text.size() > longestNameLine ? 2 : 1;
        }
        return count;
    }

    bool isSignatureMark(size_t at) const {
        const auto text = lines_[at].text.trimmed();
        bool contact = false;
        if (text == u"--" || text == u"\u2014" || text == u"__")
            return textLinesAfter(at, longestSignature, &contact) <= longestSignature;
        return isSeparator(lines_[at]) && hasText_ &&
               textLinesAfter(at, longestClosingBlock, &contact) <= longestClosingBlock && contact;
    }

    size_t endOfSignature(size_t at) const {
        for (++at; at < lines_.size(); ++at) {
            if (quotes_.beginsQuote(at))
                return at;
        }
        return 0;
    }

    bool isFooter(size_t at) const {
        const bool beginsParagraph =
            at == 0 || lines_[at - 1].isBlank || isSeparator(lines_[at - 1]);
        return beginsParagraph && layout_.footers.begin(bareLine(lines_[at]));
    }

    bool isSentFrom(size_t at) const {
        if (lines_[at].isBlank || lines_[at].text.size() > longestSentFrom ||
            !layout_.sentFrom.begin(bareLine(lines_[at])))
            return false;
        const size_t next = at + 1;
        return next >= lines_.size() || lines_[next].isBlank || isSeparator(lines_[next]) ||
               layout_.sentFrom.begin(bareLine(lines_[next])) || quotes_.beginsQuote(next);
    }

    // "Kind regards," with a name and ways to reach them; a name alone stays, it hurts nobody.
    void dropClosingBlock() {
        size_t after = 0;
        bool contact = false;
        for (size_t at = kept_.size(); at-- > 0 && after <= longestClosingBlock;) {
            const Line& line = lines_[kept_[at]];
            if (line.isBlank)
                continue;
            if (contact && isClosing(line, layout_)) {
                kept_.resize(at);
                return;
            }
            if (line.text.size() > longestNameLine || line.text.endsWith(u'?'))
                return;
            contact = contact || bearsContact(line);
            ++after;
        }
    }

    QString joined() const {
        const auto says = [&](size_t at) {
            return !lines_[at].isBlank && !isSeparator(lines_[at]) &&
                   lines_[at].text.trimmed() != u"--" && lines_[at].text != u"\u1427";
        };
        const auto first = std::find_if(kept_.begin(), kept_.end(), says);
        const auto last = std::find_if(kept_.rbegin(), kept_.rend(), says).base();
        QString text;
        for (auto at = first; at < last; ++at) {
            if (at != first)
                text += u'\n';
            text += lines_[*at].text;
        }
        return text;
    }

    const std::vector<Line>& lines_;
    const MailLayout& layout_;
    QuoteLines quotes_;
    std::vector<size_t> kept_;
    bool hasText_ = false;
};

bool isGreeting(const Line& line) {
    static const QStringList greetings{
        QStringLiteral("hi"),           QStringLiteral("hello"),
        QStringLiteral("hey"),          QStringLiteral("dear"),
        QStringLiteral("good morning"), QStringLiteral("good afternoon"),
        QStringLiteral("good evening"), QStringLiteral("to whom it may concern")};
    if (line.text.size() > 40 || line.text.contains(u'?'))
        return false;
    return std::any_of(greetings.begin(), greetings.end(), [&](const QString& greeting) {
        const QStringView rest = QStringView(line.folded).mid(greeting.size());
        return line.folded.startsWith(greeting) &&
               (rest.isEmpty() || rest.endsWith(u',') || rest == u"!" || rest == u"." ||
                (rest.startsWith(u' ') && rest.count(u' ') <= 2 && !rest.contains(u'.')));
    });
}

}  // namespace

QString newText(const QString& text, const MailLayout& layout) {
    const QString plain = unixLines(text);
    const auto lines = linesOf(plain);
    return Cutter(lines, layout).cut();
}

QString substanceOf(const QString& newText, const MailLayout& layout) {
    const auto lines = linesOf(newText);
    size_t begin = 0, end = lines.size();
    while (begin < end && lines[begin].isBlank)
        ++begin;
    if (begin < end && isGreeting(lines[begin]))
        ++begin;
    // A closing and a few short lines of a name and an address after it.
    constexpr size_t mostLinesOfName = 6;
    for (size_t at = end, after = 0; at-- > begin && after <= mostLinesOfName;) {
        if (lines[at].isBlank)
            continue;
        if (isClosing(lines[at], layout) && at > begin) {
            end = at;
            break;
        }
        ++after;
        const bool isSentence =
            QStringView(u".?!").contains(lines[at].text.back()) || lines[at].text.size() > 40;
        if (isSentence)
            break;
    }
    QString text;
    for (size_t at = begin; at < end; ++at)
        text += lines[at].text + u'\n';
    return text;
}

}  // namespace goodfaith::understanding
