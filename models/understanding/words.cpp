// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/words.h"

#include "models/understanding/phrases.h"

#include <algorithm>
#include <array>

namespace goodfaith::understanding {
namespace {

// No word of ours is that long: longer ones are cut, so that a hostile text costs no memory.
constexpr qsizetype longestWord = 40;

bool isApostrophe(QChar c) {
    switch (c.unicode()) {
        case u'\'':
        case u'`':
        case u'\u00b4':
        case u'\u02bc':
        case u'\u2018':
        case u'\u2019':
        case u'\uff07':
            return true;
        default:
            return false;
    }
}

bool isPlain(QChar c) {
    return c.unicode() < 0x80;
}

// The tables of Unicode cost ten times as much.
QChar lowerAscii(QChar c) {
    return c >= u'A' && c <= u'Z' ? QChar(c.unicode() | 0x20) : c;
}

bool isWordPart(QChar c) {
    if (isPlain(c)) {
        const QChar lower = lowerAscii(c);
        return (lower >= u'a' && lower <= u'z') || (c >= u'0' && c <= u'9');
    }
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

bool endsSentence(QStringView text, qsizetype at) {
    const QChar c = text[at];
    const auto next = [&] { return at + 1 < text.size() ? text[at + 1] : QChar(u' '); };
    if (c == u'!' || c == u'?' || c == u';' || c == u'\u3002' || c == u'\u2029')
        return true;
    if (c == u'.')
        return next().isSpace() || next() == u'.' || !isWordPart(next());
    return c == u'\n' && next() == u'\n';
}

// Of a word of ASCII and other characters, without its apostrophes.
QString foldedWord(QStringView word) {
    QString out;
    out.reserve(word.size());
    for (const QChar c : word) {
        if (!isApostrophe(c))
            out += isPlain(c) ? lowerAscii(c) : c.toLower();
    }
    return folded(out);
}

class Splitter {
public:
    Splitter(QStringView text, const PhraseBook& book) : text_(text), book_(book) {}

    Words split() {
        constexpr qsizetype shortestUsualWord = 4;  // with the space after it
        words_.list.reserve(size_t(text_.size() / shortestUsualWord));
        for (qsizetype at = 0; at < text_.size();) {
            if (isWordPart(text_[at]))
                at = takeWord(at);
            else
                takeMark(at++);
        }
        endSentence(false);
        return std::move(words_);
    }

private:
    qsizetype takeWord(qsizetype begin) {
        qsizetype end = begin;
        while (end < text_.size() && (isWordPart(text_[end]) || joinsWord(end)))
            ++end;
        const auto kept = text_.mid(begin, std::min(end - begin, longestWord));
        words_.list.push_back({signOf(kept), begin, end, sentence_, afterComma_});
        afterComma_ = false;
        return end;
    }

    int signOf(QStringView word) const {
        std::array<char16_t, size_t(longestWord)> plain;
        size_t size = 0;
        bool isAscii = true;
        for (const QChar c : word) {
            isAscii = isAscii && isPlain(c);
            if (c != u'\'' && c != u'`')
                plain[size++] = lowerAscii(c).unicode();
        }
        if (isAscii)
            return book_.signOf({plain.data(), size});
        const QString other = foldedWord(word);
        return book_.signOf(
            {reinterpret_cast<const char16_t*>(other.utf16()), size_t(other.size())});
    }

    bool joinsWord(qsizetype at) const {
        return isApostrophe(text_[at]) && at + 1 < text_.size() && isWordPart(text_[at + 1]);
    }

    void takeMark(qsizetype at) {
        const QChar c = text_[at];
        if (endsSentence(text_, at))
            endSentence(c == u'?');
        else if (c == u',' || c == u'(' || c == u':' || c == u'\u2013' || c == u'\u2014')
            afterComma_ = true;
    }

    // Marks in a row ("?!") end one sentence; a question mark among them makes it a question.
    void endSentence(bool asks) {
        const bool isEmpty = words_.list.empty() || words_.list.back().sentence != sentence_;
        if (isEmpty) {
            if (asks && !words_.asks.empty())
                words_.asks.back() = true;
            return;
        }
        words_.asks.push_back(asks);
        ++sentence_;
    }

    QStringView text_;
    const PhraseBook& book_;
    Words words_;
    int sentence_ = 0;
    bool afterComma_ = false;
};

}  // namespace

bool isAscii(QStringView text) {
    char16_t all = 0;  // without a branch for each
    for (const QChar c : text)
        all |= c.unicode();
    return all < 0x80;
}

QString folded(QStringView text) {
    if (isAscii(text)) {
        QString lower(text.size(), Qt::Uninitialized);
        std::transform(text.begin(), text.end(), lower.begin(), lowerAscii);
        return lower;
    }
    const QString lower = text.toString().toLower();
    QString out;
    out.reserve(lower.size());
    for (const QChar c : lower.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            out += c;
    }
    return out;
}

Words wordsOf(QStringView text, const PhraseBook& book) {
    return Splitter(text, book).split();
}

}  // namespace goodfaith::understanding
