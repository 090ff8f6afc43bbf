// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a person in parts that can be compared, however it was written.
#pragma once

#include <QString>
#include <QStringList>

namespace goodfaith::identity {

// Parts are lower-case Latin words without accents, folded for comparing and not for showing: "ae",
// "oe" and "ue" between consonants are "a", "o" and "u". An initial is a word of one letter.
class PersonName {
public:
    enum class Gender { Unknown, Male, Female };

    // Nothing for what is no person's name: a company's, "Guest", an e-mail address. A couple's or
    // family's name is a family name alone.
    static PersonName read(const QString& text);

    bool isEmpty() const { return given_.isEmpty() && family_.isEmpty(); }
    const QStringList& givenNames() const { return given_; }
    // With particles: "van", "der", "berg"; all words of a double name.
    const QStringList& familyNames() const { return family_; }
    Gender gender() const { return gender_; }       // as far as a title tells it
    int generation() const { return generation_; }  // 1 "Sr.", 2 "Jr.", 3 "III" …; 0 unknown
    // Whether the text shows which of its names is the family's ("Byron, Ada"); else the last one
    // is taken for it, and a single word for a given name.
    bool isOrderKnown() const { return isOrderKnown_; }

    friend bool operator==(const PersonName&, const PersonName&) = default;

private:
    friend class NameReading;

    QStringList given_;
    QStringList family_;
    Gender gender_ = Gender::Unknown;
    int generation_ = 0;
    bool isOrderKnown_ = false;
};

// Whether both may be one person's name: "A. Lindqvist", "Lindqvist, Ada", "Dr. Ada M. Lindqvist"
// and "Ada", but not "Bob Lindqvist". No name is compatible with every name.
bool compatible(const PersonName& a, const PersonName& b);

}  // namespace goodfaith::identity
