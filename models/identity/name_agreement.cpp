// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/name_data.h"
#include "models/identity/person_name.h"

#include <algorithm>

namespace goodfaith::identity {
namespace {

bool isInitialOf(const QString& a, const QString& b) {
    return (a.size() == 1 || b.size() == 1) && a.front() == b.front();
}

QString withoutDoubles(const QString& word) {
    QString single;
    for (const QChar c : word) {
        if (single.isEmpty() || single.back() != c)
            single += c;
    }
    return single;
}

// "Micheal" of "Michael": two neighbours changed places.
bool isTransposed(const QString& a, const QString& b) {
    constexpr qsizetype shortest = 5;
    if (a.size() != b.size() || a.size() < shortest)
        return false;
    const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin());
    return left != a.end() && left + 1 != a.end() && *left == *(right + 1) &&
           *right == *(left + 1) && std::equal(left + 2, a.end(), right + 2);
}

// One letter more, less or another one.
bool isOneLetterOff(const QString& a, const QString& b) {
    const QString& longer = a.size() < b.size() ? b : a;
    const QString& shorter = a.size() < b.size() ? a : b;
    if (longer.size() - shorter.size() > 1)
        return false;
    const auto [left, right] = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
    const bool isSameLength = longer.size() == shorter.size();
    const auto rest = left == shorter.end() || !isSameLength ? left : left + 1;
    return right == longer.end() || std::equal(rest, shorter.end(), right + 1, longer.end());
}

bool isSameSpelling(const QString& a, const QString& b) {
    constexpr qsizetype shortest = 3;
    return a == b || isTransposed(a, b) ||
           (a.size() > shortest && b.size() >= shortest &&
            withoutDoubles(a) == withoutDoubles(b)) ||
           (b.size() > shortest && a.size() >= shortest && withoutDoubles(a) == withoutDoubles(b));
}

bool areShortForms(const QString& a, const QString& b) {
    const auto& groups = nameData().groupsOfName;
    const auto groupsOfA = groups.constFind(a);
    const auto groupsOfB = groups.constFind(b);
    if (groupsOfA == groups.constEnd() || groupsOfB == groups.constEnd())
        return false;
    return std::find_first_of(groupsOfA->begin(), groupsOfA->end(), groupsOfB->begin(),
                              groupsOfB->end()) != groupsOfA->end();
}

// "R." of "Bob", who is Robert.
bool isInitialOfFullForm(const QString& initial, const QString& name) {
    const auto groups = nameData().groupsOfName.value(name);
    return initial.size() == 1 && std::any_of(groups.begin(), groups.end(), [&](size_t group) {
               return nameData().shortForms[group].front().startsWith(initial);
           });
}

bool givenWordsAgree(const QString& a, const QString& b) {
    return isInitialOf(a, b) || isInitialOfFullForm(a, b) || isInitialOfFullForm(b, a) ||
           isSameSpelling(a, b) || areShortForms(a, b);
}

bool familyWordsAgree(const QString& a, const QString& b) {
    constexpr qsizetype shortestWithTypo = 6;
    return isInitialOf(a, b) || isSameSpelling(a, b) ||
           (std::min(a.size(), b.size()) >= shortestWithTypo && isOneLetterOff(a, b));
}

// Whether each word of the shorter list has its counterpart in the longer one, in order.
template <class Agree>
bool isWithin(const QStringList& a, const QStringList& b, Agree agree) {
    const QStringList& shorter = a.size() < b.size() ? a : b;
    const QStringList& longer = a.size() < b.size() ? b : a;
    auto place = longer.begin();
    for (const QString& word : shorter) {
        place = std::find_if(place, longer.end(),
                             [&](const QString& other) { return agree(word, other); });
        if (place == longer.end())
            return false;
        ++place;
    }
    return true;
}

// Who is called by a second name spells it out; an initial is the first name's.
bool givenNamesAgree(const QStringList& a, const QStringList& b) {
    const bool hasInitial = a.front().size() == 1 || b.front().size() == 1;
    if (hasInitial && !givenWordsAgree(a.front(), b.front()))
        return false;
    return isWithin(a, b, givenWordsAgree) || a.join(QString()) == b.join(QString());
}

QStringList withoutParticles(const QStringList& family) {
    QStringList words;
    for (const QString& word : family) {
        if (!nameData().particles.contains(word))
            words << word;
    }
    return words.isEmpty() ? family : words;
}

bool familyNamesAgree(const QStringList& a, const QStringList& b) {
    return isWithin(withoutParticles(a), withoutParticles(b), familyWordsAgree) ||
           a.join(QString()) == b.join(QString());
}

// One way to read a name: which of its words are the family's.
struct Reading {
    QStringList given;
    QStringList family;
};

// The likeliest first. One of two names must be read so: two that are both read the unlikely way
// would let a typing error in a given name pass for one in a family name.
std::vector<Reading> readingsOf(const PersonName& name) {
    std::vector<Reading> readings{{name.givenNames(), name.familyNames()}};
    if (name.isOrderKnown())
        return readings;
    const QStringList& given = name.givenNames();
    const QStringList& family = name.familyNames();
    if (family.isEmpty()) {
        readings.push_back({{}, given});  // "Byron"
        return readings;
    }
    if (given.isEmpty())
        return readings;
    readings.push_back({given.mid(1) + family, given.mid(0, 1)});  // "Byron Ada"
    if (given.size() > 1 && given.back().size() > 1)               // "Ada García López"
        readings.push_back({given.mid(0, given.size() - 1), given.mid(given.size() - 1) + family});
    return readings;
}

bool readingsAgree(const Reading& a, const Reading& b) {
    const bool bothGiven = !a.given.isEmpty() && !b.given.isEmpty();
    const bool bothFamily = !a.family.isEmpty() && !b.family.isEmpty();
    if (bothFamily && !familyNamesAgree(a.family, b.family))
        return false;
    if (bothGiven && !givenNamesAgree(a.given, b.given))
        return false;
    return bothGiven || bothFamily;
}

// Mr and Mrs, unless the given name is the same: forms put titles before anybody.
bool titlesAgree(const PersonName& a, const PersonName& b) {
    using Gender = PersonName::Gender;
    const bool isKnown = a.gender() != Gender::Unknown && b.gender() != Gender::Unknown;
    const bool isSameGiven = !a.givenNames().isEmpty() && a.givenNames() == b.givenNames() &&
                             a.givenNames().front().size() > 1;
    return !isKnown || a.gender() == b.gender() || isSameGiven;
}

bool generationsAgree(const PersonName& a, const PersonName& b) {
    return a.generation() == 0 || b.generation() == 0 || a.generation() == b.generation();
}

bool isWrittenTogether(const PersonName& a, const PersonName& b) {
    return (a.givenNames() + a.familyNames()).join(QString()) ==
           (b.givenNames() + b.familyNames()).join(QString());
}

}  // namespace

bool compatible(const PersonName& a, const PersonName& b) {
    if (a.isEmpty() || b.isEmpty() || a == b)
        return true;
    if (!titlesAgree(a, b) || !generationsAgree(a, b))
        return false;
    if (isWrittenTogether(a, b))
        return true;
    if (readingsAgree({a.givenNames(), a.familyNames()}, {b.givenNames(), b.familyNames()}))
        return true;
    const auto readingsOfA = readingsOf(a);
    const auto readingsOfB = readingsOf(b);
    const auto agreesWith = [](const Reading& likeliest) {
        return [&](const Reading& other) { return readingsAgree(likeliest, other); };
    };
    return std::any_of(readingsOfB.begin(), readingsOfB.end(), agreesWith(readingsOfA.front())) ||
           std::any_of(readingsOfA.begin(), readingsOfA.end(), agreesWith(readingsOfB.front()));
}

}  // namespace goodfaith::identity
