// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/postal_address.h"

#include "models/identity/folded_text.h"
#include "models/identity/postal_words.h"

#include <algorithm>

namespace goodfaith::identity {
namespace {

constexpr qsizetype longestHouseNumber = 6;

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

// "6", "12a", "12bis"; not "3rd".
bool isHouseNumber(const QString& word) {
    if (word.isEmpty() || word.size() > longestHouseNumber || !isDigit(word[0]))
        return false;
    const auto letters =
        std::count_if(word.begin(), word.end(), [](QChar c) { return !isDigit(c); });
    return letters <= 1 || word.endsWith(QLatin1String("bis")) ||
           word.endsWith(QLatin1String("ter"));
}

bool hasLetters(const QString& word) {
    return std::any_of(word.begin(), word.end(), [](QChar c) { return !isDigit(c); });
}

template <size_t Count>
bool isAmong(const std::array<QLatin1String, Count>& words, const QString& word) {
    return std::any_of(words.begin(), words.end(),
                       [&](QLatin1String known) { return word == known; });
}

// "St." before a name is a saint's, after it a street's.
QString writtenOut(const QString& word, bool isFirst) {
    if (isFirst && word == QLatin1String("st"))
        return QStringLiteral("saint");
    for (const auto& [shortened, whole] : shortWords) {
        if (word == shortened)
            return whole;
    }
    constexpr qsizetype shortestName = 3;
    for (const auto& [shortened, whole] : shortEndings) {
        if (word.size() >= shortened.size() + shortestName && word.endsWith(shortened))
            return word.chopped(shortened.size()) + whole;
    }
    return word;
}

struct Line {
    QString street;
    QString number;
    QStringList remainder;
};

// What follows the number may belong to it: "12 a", "12 bis".
void takeNumber(QStringList& words, qsizetype at, QString& number) {
    number = words.takeAt(at);
    const bool hasSuffix = at < words.size() && hasLetters(words[at]) &&
                           (words[at].size() == 1 || words[at] == QLatin1String("bis"));
    if (hasSuffix && !hasLetters(number))
        number += words.takeAt(at);
}

void takeUnits(QStringList& words, QStringList& units) {
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!isAmong(unitWords, words[i]))
            continue;
        const bool announces = isAmong(numberWords, words[i]);
        const QString unit = words.takeAt(i);
        if (!announces && i < words.size())
            units << unit << words.takeAt(i);
        --i;
    }
}

Line readLine(const QString& text) {
    Line line;
    QStringList words = foldedText(text).split(u' ', Qt::SkipEmptyParts);
    takeUnits(words, line.remainder);
    if (!words.isEmpty() && isHouseNumber(words.first()))
        takeNumber(words, 0, line.number);
    for (qsizetype i = words.size() - 1; i > 0 && line.number.isEmpty(); --i) {
        if (isHouseNumber(words[i]))
            takeNumber(words, i, line.number);
    }
    for (qsizetype i = 0; i < words.size(); ++i)
        line.street += writtenOut(words[i], i == 0);
    return line;
}

void readStreet(const QString& text, PostalAddress& address) {
    static const QString marks = QStringLiteral(",;\n\r|");
    QStringList remainder;
    qsizetype from = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && !marks.contains(text[at]))
            continue;
        const Line line = readLine(text.mid(from, at - from));
        from = at + 1;
        remainder += line.remainder;
        if (address.street.isEmpty())
            address.street = line.street;
        else if (!line.street.isEmpty())
            remainder << line.street;
        if (address.houseNumber.isEmpty())
            address.houseNumber = line.number;
        else if (!line.number.isEmpty())
            remainder << line.number;
    }
    address.remainder = remainder.join(u' ');
}

}  // namespace

PostalAddress readAddress(const PartyKeys& keys) {
    PostalAddress address;
    readStreet(keys.street, address);
    address.postcode = foldedText(keys.postcode).remove(u' ').toUpper();
    address.city = foldedText(keys.city);
    return address;
}

QString addressKey(const PostalAddress& address) {
    const QString& place = address.postcode.isEmpty() ? address.city : address.postcode;
    if (address.street.isEmpty() || address.houseNumber.isEmpty() || place.isEmpty())
        return {};
    return QStringList{place, address.street, address.houseNumber, address.remainder}.join(u'|');
}

}  // namespace goodfaith::identity
