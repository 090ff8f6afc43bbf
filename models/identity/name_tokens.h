// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a name in lower-case Latin letters, whatever its case, accents and script.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace goodfaith::identity {

// What stands between spaces.
struct NameToken {
    QString text;                // as it came
    QString compact;             // its letters: "phd" of "Ph.D."
    QStringList parts;           // "karl", "heinz" of "Karl-Heinz"; "j", "r" of "J.R."
    bool isUpper = false;        // two letters or more, all of them capitals
    bool isLower = false;        // no capital, in a script that has them
    bool isFamilyFirst = false;  // Han or Hangul: the family comes first

    bool isInitials() const;  // all its parts are of one letter
};

// Tokens without any letter, and those with digits, are no words of a name and left out, but for
// signs such as "&".
std::vector<NameToken> nameTokens(const QString& text);

// A word so that spellings of one name are one: "muller" for "Müller", "Mueller" and "MULLER".
QString foldedNameWord(const QString& word);

}  // namespace goodfaith::identity
