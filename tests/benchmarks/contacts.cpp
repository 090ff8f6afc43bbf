// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/contacts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace goodfaith::benchmarks {
namespace {

// SplitMix64: as good from any seed as from another.
class Numbers {
public:
    Numbers(quint64 kind, int number)
        : state_(kind * 0x9e3779b97f4a7c15U + static_cast<quint64>(number)) {
        next();
    }
    quint64 next() {
        state_ += 0x9e3779b97f4a7c15U;
        quint64 mixed = (state_ ^ (state_ >> 30)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31);
    }
    double share() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    int below(int limit) { return static_cast<int>(share() * limit); }
    bool one(int in) { return below(in) == 0; }
    // Few are common and most are rare, as names are.
    int ranked(int limit, double steepness) {
        return static_cast<int>(std::pow(share(), steepness) * limit);
    }

private:
    quint64 state_;
};

enum Kind : quint64 { OfPerson = 1, OfHousehold, OfWord, OfPlace };

QByteArray word(int number, int syllables) {
    static constexpr std::array consonants = {"b",  "d",  "f",  "g",  "h", "k", "l",
                                              "m",  "n",  "p",  "r",  "s", "t", "st",
                                              "br", "kr", "ll", "nd", "w", "z"};
    static constexpr std::array vowels = {"a", "e", "i", "o", "u", "ei"};
    Numbers numbers(OfWord, number);
    QByteArray text;
    for (; syllables > 0; --syllables) {
        text += consonants[static_cast<size_t>(numbers.below(consonants.size()))];
        text += vowels[static_cast<size_t>(numbers.below(vowels.size()))];
    }
    text += numbers.one(2) ? "n" : numbers.one(2) ? "r" : "";
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

QByteArray givenName(int rank) {
    return word(rank, 2);
}
QByteArray familyName(int rank) {
    constexpr int behindGivenNames = 10'000;
    return word(behindGivenNames + rank, 3);
}

// Of twenty people: twelve alone, two pairs and one home of four.
int householdOf(int person) {
    static constexpr std::array places = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,
                                          10, 11, 12, 12, 13, 13, 14, 14, 14, 14};
    constexpr int group = 20;
    return person / group * group + places[static_cast<size_t>(person % group)];
}

struct Home {
    QByteArray street;
    QByteArray number;
    QByteArray postcode;
    QByteArray city;
};

Home homeOf(Numbers& numbers) {
    constexpr int towns = 4000;
    constexpr int streets = 30'000;
    constexpr int behindNames = 100'000;
    const int town = numbers.ranked(towns, 2);
    Numbers ofTown(OfPlace, town);
    return {word(behindNames + numbers.ranked(streets, 1.5), 2),
            QByteArray::number(1 + numbers.ranked(150, 1.5)),
            QByteArray::number(10'000 + ofTown.below(89'999)), word(2 * behindNames + town, 2)};
}

QByteArray streetLine(const Home& home, Numbers& numbers) {
    static constexpr std::array endings = {"strasse ", "str. ",
                                           "stra\xc3\x9f"
                                           "e "};
    return home.street + endings[static_cast<size_t>(numbers.below(endings.size()))] + home.number;
}

QByteArray padded(int number, int digits) {
    return QByteArray::number(number).rightJustified(digits, '0');
}

// Every person and household a number of its own: both factors have none in common with the
// modulus.
QByteArray mobileOf(int person) {
    return "151" +
           padded(static_cast<int>(qint64{person} * 7'654'321 % 89'999'999 + 10'000'000), 8);
}
QByteArray landlineOf(int household) {
    return "30" +
           padded(static_cast<int>(qint64{household} * 6'543'217 % 49'999'999 + 20'000'000), 8);
}

QByteArray asWritten(const QByteArray& national, Numbers& numbers) {
    switch (numbers.below(3)) {
        case 0:
            return "+49" + national;
        case 1:
            return "0" + national;
        default:
            return "0049 " + national.left(3) + ' ' + national.mid(3);
    }
}

// One letter changed, left out, doubled, or swapped with the next.
QByteArray misspelt(QByteArray text, Numbers& numbers) {
    const int at = 1 + numbers.below(std::max<int>(1, static_cast<int>(text.size()) - 2));
    switch (numbers.below(4)) {
        case 0:
            text[at] = static_cast<char>('a' + numbers.below(26));
            break;
        case 1:
            text.remove(at, 1);
            break;
        case 2:
            text.insert(at, text[at]);
            break;
        default:
            if (at + 1 < text.size())
                std::swap(text[at], text[at + 1]);
    }
    return text;
}

struct Person {
    QByteArray given;
    QByteArray family;
    QByteArray email;
    QByteArray birth;
    QByteArray phone;
    Home home;
};

QByteArray provider(Numbers& numbers) {
    static constexpr std::array names = {"gmail.com",   "gmx.de",     "web.de",      "yahoo.com",
                                         "outlook.com", "freenet.de", "t-online.de", "posteo.de"};
    return names[static_cast<size_t>(numbers.ranked(names.size(), 1.5))];
}

Person personOf(int number, int household, Numbers& numbers) {
    constexpr int givenNames = 600;
    constexpr int familyNames = 20'000;
    Numbers ofHome(OfHousehold, household);
    Person person;
    person.home = homeOf(ofHome);
    person.family = familyName(ofHome.ranked(familyNames, 2.2));
    if (numbers.one(5))
        person.family = familyName(numbers.ranked(familyNames, 2.2));
    person.given = givenName(numbers.ranked(givenNames, 2));
    // Nobody has another's address, so each has a number in it.
    person.email = (numbers.one(3) ? person.given.left(1) : person.given + '.').toLower() +
                   person.family.toLower() + QByteArray::number(number) + '@' + provider(numbers);
    const int year = 1940 + numbers.below(65);
    person.birth = padded(year, 4) + '-' + padded(1 + numbers.below(12), 2) + '-' +
                   padded(1 + numbers.below(28), 2);
    const bool sharesPhone = ofHome.one(2) && numbers.one(2);
    person.phone = sharesPhone ? landlineOf(household) : mobileOf(number);
    return person;
}

void goToWork(Contact& contact, int number, Numbers& numbers) {
    constexpr int peopleOfCompany = 1500;  // of whom one in fifty buys from there
    const int company = number / peopleOfCompany;
    contact.atWork = true;
    contact.phone = "+4930" + padded(90'000'000 + company, 8);
    if (numbers.one(2))
        contact.email =
            "info@" + word(company, 3).toLower() + QByteArray::number(company) + ".example";
}

Contact asUsual(const Person& person, int number, int household, Numbers& numbers) {
    Contact contact;
    contact.person = number;
    contact.household = household;
    contact.name = person.given + ' ' + person.family;
    contact.email = person.email;
    contact.phone = numbers.one(4) ? QByteArray() : asWritten(person.phone, numbers);
    contact.street = streetLine(person.home, numbers);
    contact.postcode = person.home.postcode;
    contact.city = person.home.city;
    contact.birth = numbers.one(2) ? person.birth : QByteArray();
    return contact;
}

void changeName(Contact& contact, const Person& person, Numbers& numbers) {
    switch (numbers.below(20)) {
        case 0:
            contact.name = person.given.left(1) + ". " + person.family;
            break;
        case 1:
            contact.name = person.family + ", " + person.given;
            break;
        case 2:
            contact.name = person.given + ' ' + misspelt(person.family, numbers);
            break;
        case 3:
            contact.name = misspelt(person.given, numbers) + ' ' + person.family;
            break;
        default:
            break;
    }
}

void changeEmail(Contact& contact, const Person& person, int number, Numbers& numbers) {
    const QByteArray local = person.email.left(person.email.indexOf('@') + 1);
    switch (numbers.below(10)) {
        case 0:
            contact.email = local + misspelt("gmail.com", numbers);
            break;
        case 1:
            contact.email = local + provider(numbers);
            break;
        case 2:
        case 3:
            contact.email = "shop" + QByteArray::number(number * 7 + 1) + '@' + provider(numbers);
            break;
        case 4:
            contact.email.clear();
            break;
        default:
            break;
    }
}

Contact onceMore(const Person& person, int number, int household, Numbers& numbers) {
    constexpr int moves = 7;
    Contact contact = asUsual(person, number, household, numbers);
    changeName(contact, person, numbers);
    changeEmail(contact, person, number, numbers);
    if (numbers.one(moves)) {
        const Home home = homeOf(numbers);
        contact.street = streetLine(home, numbers);
        contact.postcode = home.postcode;
        contact.city = home.city;
    } else if (numbers.one(10)) {
        Home home = person.home;
        home.street = misspelt(home.street, numbers);
        contact.street = streetLine(home, numbers);
    }
    return contact;
}

}  // namespace

std::vector<Contact> contactsOf(int person) {
    constexpr int severalTimes = 6;
    constexpr int atWork = 50;
    Numbers numbers(OfPerson, person);
    const int household = householdOf(person);
    const Person who = personOf(person, household, numbers);
    std::vector<Contact> contacts{asUsual(who, person, household, numbers)};
    while (numbers.one(severalTimes))
        contacts.push_back(onceMore(who, person, household, numbers));
    if (numbers.one(atWork))
        goToWork(contacts.front(), person, numbers);
    return contacts;
}

}  // namespace goodfaith::benchmarks
