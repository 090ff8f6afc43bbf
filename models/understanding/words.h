// SPDX-License-Identifier: GPL-3.0-or-later
// A text as words, told by their signs in a book of phrases once they are folded: lower case,
// without accents and apostrophes ("Didn’t" is "didnt"); with their places in the original and the
// sentences they stand in. Linear in the text.
#pragma once

#include <QString>

#include <vector>

namespace goodfaith::understanding {

class PhraseBook;

struct Word {
    int sign = 0;         // see PhraseBook
    qsizetype begin = 0;  // in the original text
    qsizetype end = 0;
    int sentence = 0;
    bool afterComma = false;  // a comma, bracket or dash stands before it
};

struct Words {
    std::vector<Word> list;
    std::vector<bool> asks;  // by sentence: whether it ends with a question mark
};

QString folded(QStringView text);
bool isAscii(QStringView text);
Words wordsOf(QStringView text, const PhraseBook& book);

}  // namespace goodfaith::understanding
