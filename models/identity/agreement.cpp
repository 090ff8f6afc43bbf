// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/agreement.h"

#include "models/identity/comparators.h"

#include <algorithm>
#include <limits>

namespace goodfaith::identity {
namespace {

// Winkler's own tables call strings from 0.88 to 0.94 on alike, depending on the field.
constexpr double nearlySame = 0.92;
constexpr double similar = 0.85;
constexpr qsizetype shortestForParts = 4;

bool isPartOf(const QString& a, const QString& b) {
    return a.size() >= shortestForParts && b.size() > a.size() &&
           (b.startsWith(a) || b.endsWith(a));
}

NameLevel compareWords(const QString& a, const QString& b) {
    if (a.isEmpty() || b.isEmpty())
        return NameLevel::Unknown;
    if (a == b)
        return NameLevel::Same;
    if (a.size() == 1 || b.size() == 1)
        return a[0] == b[0] ? NameLevel::Initial : NameLevel::Different;
    const double likeness = jaroWinkler(a, b);
    if (likeness >= nearlySame ||
        editDistance(a, b, 1) <= (std::min(a.size(), b.size()) > 3 ? 1 : 0))
        return NameLevel::NearlySame;
    return likeness >= similar || isPartOf(a, b) || isPartOf(b, a) ? NameLevel::Similar
                                                                   : NameLevel::Different;
}

// Short forms are known to whoever compares whole names.
NameLevel compareGiven(const MatchName& a, const MatchName& b, NameLevel family) {
    const NameLevel level = compareWords(a.given, b.given);
    const bool mayBeShort = level > NameLevel::Initial && family == NameLevel::Same;
    return mayBeShort && compatible(a.name, b.name) ? NameLevel::ShortForm : level;
}

// How much speaks for choosing this reading of two names over another: least is best.
int costOf(NameLevel level) {
    constexpr std::array<int, 7> costs{8, 0, 2, 4, 3, 6, 12};
    return costs[static_cast<size_t>(level)];
}

struct NamePair {
    NameLevel family = NameLevel::Unknown;
    NameLevel given = NameLevel::Unknown;
    const QString* familyName = nullptr;
    const QString* givenName = nullptr;
    int cost = std::numeric_limits<int>::max();
};

void keepBetter(NamePair& best, NameLevel family, NameLevel given, const QString& familyName,
                const QString& givenName, int penalty) {
    const int cost = costOf(family) + costOf(given) + penalty;
    if (cost >= best.cost)
        return;
    best = {family, given, family == NameLevel::Same ? &familyName : nullptr,
            given == NameLevel::Same ? &givenName : nullptr, cost};
}

// Given and family name may have changed places; a single name may be either.
void compareNames(const MatchName& a, const MatchName& b, NamePair& best) {
    constexpr int ofChangedPlaces = 1;
    const NameLevel family = compareWords(a.family, b.family);
    keepBetter(best, family, compareGiven(a, b, family), a.family, a.given, 0);
    if (best.cost == 0)
        return;
    keepBetter(best, compareWords(a.family, b.given), compareWords(a.given, b.family), a.family,
               a.given, ofChangedPlaces);
}

void compareNames(const MatchRecord& a, const MatchRecord& b, Agreement& agreement) {
    NamePair best;
    for (const MatchName& ofA : a.names) {
        for (const MatchName& ofB : b.names)
            compareNames(ofA, ofB, best);
    }
    agreement.levels[static_cast<size_t>(MatchField::FamilyName)] =
        static_cast<quint8>(best.family);
    agreement.levels[static_cast<size_t>(MatchField::GivenName)] = static_cast<quint8>(best.given);
    agreement.familyName = best.familyName;
    agreement.givenName = best.givenName;
}

int differingDigits(const QDate& a, const QDate& b) {
    return editDistance(a.toString(u"yyyyMMdd"), b.toString(u"yyyyMMdd"), 1);
}

BirthLevel compareBirths(const QDate& a, const QDate& b) {
    if (a == b)
        return BirthLevel::Same;
    if (a.year() == b.year() && a.month() == b.day() && a.day() == b.month())
        return BirthLevel::DayAndMonthSwapped;
    const int parts = (a.year() == b.year()) + (a.month() == b.month()) + (a.day() == b.day());
    // Dates that differ in two parts or more are no slip of one digit.
    if (parts == 2)
        return differingDigits(a, b) <= 1 ? BirthLevel::NearlySame : BirthLevel::OnePartDiffers;
    return BirthLevel::Different;
}

StreetLevel compareStreets(const PostalAddress& a, const PostalAddress& b) {
    if (a.street.isEmpty() || b.street.isEmpty())
        return StreetLevel::Unknown;
    const bool unknownNumber = a.houseNumber.isEmpty() || b.houseNumber.isEmpty();
    const bool sameNumber = !unknownNumber && a.houseNumber == b.houseNumber;
    if (a.street == b.street)
        return sameNumber      ? StreetLevel::Same
               : unknownNumber ? StreetLevel::SameNumberUnknown
                               : StreetLevel::SameOtherNumber;
    // Most streets share their last syllables, so a mere likeness takes more than a name's.
    if (jaroWinkler(a.street, b.street) >= nearlySame || editDistance(a.street, b.street, 2) <= 2)
        return sameNumber ? StreetLevel::SimilarSameNumber : StreetLevel::Similar;
    return sameNumber ? StreetLevel::OnlyNumber : StreetLevel::Different;
}

bool areCitiesAlike(const QString& a, const QString& b) {
    return a == b || jaroWinkler(a, b) >= nearlySame || isPartOf(a, b) || isPartOf(b, a);
}

PlaceLevel comparePlaces(const PostalAddress& a, const PostalAddress& b) {
    const bool postcodes = !a.postcode.isEmpty() && !b.postcode.isEmpty();
    const bool cities = !a.city.isEmpty() && !b.city.isEmpty();
    if (!postcodes && !cities)
        return PlaceLevel::Unknown;
    const bool alike = cities && areCitiesAlike(a.city, b.city);
    if (postcodes && a.postcode == b.postcode)
        return alike ? PlaceLevel::Same : PlaceLevel::OnlyPostcode;
    if (alike)
        return PlaceLevel::OnlyCity;
    return postcodes && editDistance(a.postcode, b.postcode, 1) <= 1
               ? PlaceLevel::NearlySamePostcode
               : PlaceLevel::Different;
}

PhoneLevel comparePhones(const QString& a, const QString& b) {
    if (a == b)
        return PhoneLevel::Same;
    // The national number is what people get right; the country may have been guessed.
    constexpr qsizetype nationalDigits = 8;
    const QStringView endOfA = QStringView(a).right(nationalDigits);
    const QStringView endOfB = QStringView(b).right(nationalDigits);
    if (endOfA.size() == nationalDigits && endOfA == endOfB)
        return PhoneLevel::NearlySame;
    return editDistance(a, b, 1) <= 1 ? PhoneLevel::NearlySame : PhoneLevel::Different;
}

EmailLevel compareEmails(const QString& a, const QString& b) {
    if (a == b)
        return EmailLevel::Same;
    const QStringView nameOfA = QStringView(a).left(a.indexOf(u'@'));
    const QStringView nameOfB = QStringView(b).left(b.indexOf(u'@'));
    const QStringView domainOfA = QStringView(a).mid(nameOfA.size() + 1);
    const QStringView domainOfB = QStringView(b).mid(nameOfB.size() + 1);
    if (nameOfA == nameOfB)
        return editDistance(domainOfA, domainOfB, 2) <= 2 ? EmailLevel::DomainMisspelt
                                                          : EmailLevel::SameName;
    constexpr qsizetype longEnough = 5;
    const bool isLong = std::min(nameOfA.size(), nameOfB.size()) >= longEnough;
    return isLong && editDistance(nameOfA, nameOfB, 1) <= 1 ? EmailLevel::NearlySameName
                                                            : EmailLevel::Different;
}

// The best level of all pairs of values; unknown when one has none.
template <class Level, class Value>
void compareAll(MatchField field, const std::vector<Value>& a, const std::vector<Value>& b,
                Level (*compareTwo)(const Value&, const Value&), Agreement& agreement) {
    auto best = std::numeric_limits<quint8>::max();
    for (const Value& ofA : a) {
        for (const Value& ofB : b) {
            const auto level = static_cast<quint8>(compareTwo(ofA, ofB));
            if (level != 0)
                best = std::min(best, level);
        }
    }
    if (best != std::numeric_limits<quint8>::max())
        agreement.levels[static_cast<size_t>(field)] = best;
}

OrderLevel compareOrders(const QString& a, const QString& b) {
    return a == b ? OrderLevel::Shared : OrderLevel::Unknown;
}

}  // namespace

Agreement compare(const MatchRecord& a, const MatchRecord& b) {
    Agreement agreement;
    compareNames(a, b, agreement);
    compareAll(MatchField::DateOfBirth, a.births, b.births, compareBirths, agreement);
    compareAll(MatchField::Street, a.addresses, b.addresses, compareStreets, agreement);
    compareAll(MatchField::Place, a.addresses, b.addresses, comparePlaces, agreement);
    compareAll(MatchField::Phone, a.phones, b.phones, comparePhones, agreement);
    compareAll(MatchField::Email, a.emails, b.emails, compareEmails, agreement);
    compareAll(MatchField::Order, a.orders, b.orders, compareOrders, agreement);
    return agreement;
}

bool areGivenNamesApart(const Agreement& agreement) {
    const auto birth = agreement.level<BirthLevel>(MatchField::DateOfBirth);
    const auto email = agreement.level<EmailLevel>(MatchField::Email);
    const bool isBornAlike = birth != BirthLevel::Unknown && birth < BirthLevel::OnePartDiffers;
    const bool writesAlike = email == EmailLevel::Same || email == EmailLevel::DomainMisspelt;
    return agreement.level<NameLevel>(MatchField::GivenName) == NameLevel::Different &&
           !isBornAlike && !writesAlike;
}

bool areNamedApart(const MatchRecord& a, const MatchRecord& b) {
    const auto mayBeOneOf = [&](const MatchName& name) {
        return std::any_of(b.names.begin(), b.names.end(), [&](const MatchName& other) {
            return compatible(name.name, other.name);
        });
    };
    return !a.names.empty() && !b.names.empty() &&
           std::none_of(a.names.begin(), a.names.end(), mayBeOneOf);
}

}  // namespace goodfaith::identity
