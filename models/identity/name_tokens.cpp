// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/name_tokens.h"

#include "models/identity/latin_text.h"

#include <algorithm>

namespace goodfaith::identity {
namespace {

bool isApostrophe(QChar c) {
    return c == u'\'' || c == u'`' || c == u'\u2019' || c == u'\u02bc' || c == u'\u00b4';
}

bool isVowel(QChar c) {
    return QStringLiteral("aeiouy").contains(c);
}

// The vowels that German and Nordic names spell in two ways: "ae", "oe" and "ue" between
// consonants are one letter.
QString withOneVowel(const QString& word) {
    QString folded;
    folded.reserve(word.size());
    for (qsizetype i = 0; i < word.size(); ++i) {
        folded += word[i];
        const bool isPair = i + 2 < word.size() && word[i + 1] == u'e' &&
                            QStringLiteral("aou").contains(word[i]) && !isVowel(word[i + 2]) &&
                            (i == 0 || (!isVowel(word[i - 1]) && word[i - 1] != u'q'));
        if (isPair)
            ++i;
    }
    return folded;
}

bool isHan(QChar c) {
    return c.script() == QChar::Script_Han;
}
bool isHangul(QChar c) {
    return c.script() == QChar::Script_Hangul;
}

// "王小明" is "王 小明": the first of up to four characters is the family.
QStringList spacedWords(const QString& text) {
    constexpr qsizetype longestJoinedName = 4;
    QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    const bool isJoined = words.size() == 1 && words[0].size() > 1 &&
                          words[0].size() <= longestJoinedName &&
                          (std::all_of(words[0].begin(), words[0].end(), isHan) ||
                           std::all_of(words[0].begin(), words[0].end(), isHangul));
    return isJoined ? QStringList{words[0].left(1), words[0].mid(1)} : words;
}

bool hasDigit(QStringView text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

void addParts(NameToken& token) {
    QString part;
    const auto finish = [&] {
        if (!part.isEmpty())
            token.parts << foldedNameWord(std::exchange(part, {}));
    };
    const bool isSyllables = token.isFamilyFirst;  // "xiao ming" is one name
    for (const QChar c : latinText(token.text)) {
        if (c.isLetter())
            part += c;
        else if (!isApostrophe(c) && !c.isMark() && !(isSyllables && c == u' '))
            finish();
    }
    finish();
    token.compact = token.parts.join(QString());
}

NameToken tokenFrom(const QString& text) {
    NameToken token;
    token.text = text;
    const auto count = [&](auto is) { return std::count_if(text.begin(), text.end(), is); };
    const auto capitals = count([](QChar c) { return c.isUpper(); });
    const auto smalls = count([](QChar c) { return c.isLower(); });
    token.isUpper = capitals > 1 && smalls == 0;
    token.isLower = smalls > 0 && capitals == 0;
    token.isFamilyFirst =
        std::any_of(text.begin(), text.end(), [](QChar c) { return isHan(c) || isHangul(c); });
    addParts(token);
    return token;
}

}  // namespace

bool NameToken::isInitials() const {
    return !parts.isEmpty() && std::all_of(parts.begin(), parts.end(),
                                           [](const QString& part) { return part.size() == 1; });
}

std::vector<NameToken> nameTokens(const QString& text) {
    std::vector<NameToken> tokens;
    for (const QString& word : spacedWords(text)) {
        if (hasDigit(word))
            continue;
        NameToken token = tokenFrom(word);
        if (!token.parts.isEmpty() || word.size() == 1)
            tokens.push_back(std::move(token));
    }
    return tokens;
}

QString foldedNameWord(const QString& word) {
    return withOneVowel(latinText(word));
}

}  // namespace goodfaith::identity
