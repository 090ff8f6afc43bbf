// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of names, from resources/identity: words around them and short forms of them. All
// words are as nameTokens() makes them.
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace goodfaith::identity {

struct NameData {
    QSet<QString> maleTitles;
    QSet<QString> femaleTitles;
    QSet<QString> titles;
    QSet<QString> titleTails;             // "med" of "Dr. med.": only after a title
    QSet<QString> suffixes;               // "phd"
    QHash<QString, int> generations;      // "jr" is 2
    QSet<QString> particles;              // "von"
    QSet<QString> households;             // "familie"
    QSet<QString> between;                // "and", "&": two persons
    QSet<QString> careOf;                 // "c/o"
    QSet<QString> nobody;                 // "guest": no name when nothing else is there
    QSet<QString> companies;              // "gmbh"
    QSet<QString> companyEndings;         // "ag": where it is written as an abbreviation
    std::vector<QStringList> shortForms;  // groups of one name's forms, the full form first
    QHash<QString, std::vector<size_t>> groupsOfName;
};

// Read once.
const NameData& nameData();

}  // namespace goodfaith::identity
