// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample_shop/people.h"

#include <array>

namespace goodfaith::sample_shop {
namespace {

struct Town {
    const char* city;
    const char* postcodeArea;
    const char* phonePrefix;  // of the numbers kept for drama; 0000 to 0999 follow
};

constexpr Town towns[] = {
    {"London", "N", "020 7946"},     {"London", "SE", "020 7946"},
    {"Leeds", "LS", "0113 496"},     {"Sheffield", "S", "0114 496"},
    {"Leicester", "LE", "0116 496"}, {"Bristol", "BS", "0117 496"},
    {"Reading", "RG", "0118 496"},   {"Birmingham", "B", "0121 496"},
    {"Edinburgh", "EH", "0131 496"}, {"Glasgow", "G", "0141 496"},
    {"Liverpool", "L", "0151 496"},  {"Manchester", "M", "0161 496"},
    {"Newcastle", "NE", "0191 498"}, {"Cardiff", "CF", "029 2018"},
};
constexpr int numbersPerPrefix = 1000;
constexpr int layouts = 7;  // in which a British number is written
// London's numbers from 0100 to 0199 are the shop's own.
constexpr int ownNumbersEnd = 200;

struct Abroad {
    const char* country;
    const char* city;
    const char* postcode;
    const char* street;
    const char* phonePrefix;  // of the numbers kept for drama
    int digits;               // that follow it
};

constexpr Abroad abroad[] = {
    {"FR", "Lille", "59000", "Rue des Lampes", "+33 1 99 00", 4},
    {"DE", "Berlin", "10999", "Mühlenweg", "+49 30 23125", 3},
    {"FR", "Lyon", "69003", "Montée des Tilleuls", "+33 4 65 71", 4},
};

constexpr std::array streets{
    "Alder Row",      "Brook Lane",    "Cinder Path",    "Dovecote Close",   "Elm Terrace",
    "Foundry Street", "Gasworks Mews", "Harbour View",   "Ivy Bank",         "Jubilee Road",
    "Kiln Yard",      "Larch Avenue",  "Mill Hill Rise", "Nettle Street",    "Orchard Gardens",
    "Pound Lane",     "Quarry Road",   "Rope Walk",      "Saddler's Court",  "Tannery Lane",
    "Union Place",    "Vicarage Road", "Weaver's Green", "Yew Tree Crescent"};

constexpr std::array providers{"mailbox.example", "postbox.example",    "quickmail.example",
                               "inboxly.example", "brightmail.example", "homenet.example",
                               "unipost.example", "mailbox.example",    "quickmail.example"};

constexpr std::array companyWords{"Interiors", "Architects", "Café",
                                  "Design",    "Lettings",   "Hotels"};
constexpr std::array roleNames{"office", "accounts", "info", "purchasing", "hello"};

constexpr std::array mobileSignatures{"Sent from my iPhone", "Sent from my mobile",
                                      "Sent from my Galaxy", "Get Outlook for Android",
                                      "Sent from my phone, please excuse typos"};

// Letters that no second half of a postcode has.
QString drawPostcode(Random& random, const Town& town) {
    static constexpr std::array letters{'C', 'I', 'K', 'M', 'O', 'V'};
    QString code = QLatin1String(town.postcodeArea) + QString::number(random.between(1, 19)) + u' ';
    code += QString::number(random.between(1, 9));
    code += QLatin1Char(random.pick(letters));
    code += QLatin1Char(random.pick(letters));
    return code;
}

WritingStyle drawStyle(Random& random) {
    using Quoting = WritingStyle::Quoting;
    static constexpr std::array quotings{Quoting::None,         Quoting::Bracketed,
                                         Quoting::BelowOnWrote, Quoting::BelowOnWrote,
                                         Quoting::BelowOnWrote, Quoting::Outlook};
    WritingStyle style;
    style.quoting = random.pick(quotings);
    style.html = random.chance(350);
    style.htmlOnly = random.chance(60);
    style.lowerCase = random.chance(110);
    style.typos = random.chance(300);
    style.formal = !style.lowerCase && random.chance(300);
    if (random.chance(280))
        style.mobileSignature = QString::fromUtf8(random.pick(mobileSignatures));
    return style;
}

void settleAbroad(Random& random, Customer& customer, const Abroad& place) {
    customer.country = QString::fromUtf8(place.country);
    customer.city = QString::fromUtf8(place.city);
    customer.postcode = QString::fromUtf8(place.postcode);
    customer.currency = QStringLiteral("EUR");
    customer.style.zoneMinutes = 60;
    const QString street = QString::fromUtf8(place.street);
    customer.street = QStringLiteral("%1 %2").arg(street).arg(random.between(1, 90));
}

void settleAtHome(Random& random, Customer& customer) {
    const Town& town = towns[random.below(static_cast<int>(std::size(towns)))];
    customer.city = QString::fromUtf8(town.city);
    customer.postcode = drawPostcode(random, town);
    const QString street = QString::fromUtf8(random.pick(streets));
    customer.street = QStringLiteral("%1 %2").arg(random.between(1, 140)).arg(street);
    if (random.chance(180))
        customer.street.prepend(QStringLiteral("Flat %1, ").arg(random.between(1, 30)));
}

}  // namespace

QString PhoneNumber::international() const {
    const QString number = QString(area + local).remove(u' ');
    return number.startsWith(u'0') ? QString(u"+44" + number.mid(1)) : number;
}

QString PhoneNumber::asWritten(Random& random) const {
    if (!isKnown() || area.startsWith(u'+'))
        return isKnown() ? QString(area + u' ' + local) : QString();
    const QString bare = QString(area + local).remove(u' ');
    switch (random.chance(800) ? layout : random.below(layouts)) {
        case 0:
            return bare;
        case 1:
            return QString(u"+44 " + area.mid(1) + u' ' + local);
        case 2:
            return QString(u"+44" + bare.mid(1));
        case 3:
            return QString(u'(' + area.section(u' ', 0, 0) + u") " + area.section(u' ', 1) + u' ' +
                           local);
        case 4:
            return QString(u"0044 " + area.mid(1) + u' ' + local);
        case 5:
            return QString(area + u'-' + local).replace(u' ', u'-');
        default:
            return QString(area + u' ' + local);
    }
}

QString People::unusedEmail(const QString& local, const QString& domain) {
    QString email = local + u'@' + domain;
    for (int number = 2; emails_.contains(email); ++number)
        email = local + QString::number(number) + u'@' + domain;
    emails_.insert(email);
    return email;
}

QString People::drawEmail(Random& random, const PersonName& name) {
    const QString domain = QString::fromUtf8(random.pick(providers));
    const QString& given = name.asciiGiven;
    const QString& family = name.asciiFamily;
    switch (random.below(6)) {
        case 0:
            return unusedEmail(given + family, domain);
        case 1:
            return unusedEmail(given.left(1) + u'.' + family, domain);
        case 2:
            return unusedEmail(given + u'_' + family + QString::number(random.between(55, 99)),
                               domain);
        case 3:
            return unusedEmail(given + QString::number(random.between(1, 999)), domain);
        default:
            return unusedEmail(given + u'.' + family, domain);
    }
}

QString People::anotherEmail(Random& random, const Customer& customer) {
    const QString& family = customer.name.asciiFamily;
    const QString local =
        customer.name.asciiGiven.left(1) + u'.' + family + QString::number(random.between(10, 99));
    const QString domain = QString::fromUtf8(random.pick(providers));
    return unusedEmail(local, domain);
}

// Every number is given once, so that no two customers are taken for one; when all are given, a
// customer has none.
PhoneNumber People::unusedPhone(Random& random, const Customer& customer) {
    for (const Abroad& place : abroad) {
        if (customer.city != QString::fromUtf8(place.city))
            continue;
        const QString number = QString::number(phonesAbroad_[customer.city]++);
        const QString local = number.rightJustified(place.digits, u'0');
        if (local.size() > place.digits)
            return {};
        return {QLatin1String(place.phonePrefix), local, 0};
    }
    // The first two towns share London's prefix.
    constexpr int prefixes = static_cast<int>(std::size(towns)) - 1;
    const int town = 1 + phonesGiven_ % prefixes;
    // A step prime to the thousand scatters the numbers.
    const int number = (phonesGiven_++ / prefixes + 1) * 377;
    if (number / 377 >= numbersPerPrefix)
        return {};
    const int last = number % numbersPerPrefix;
    if (town == 1 && last < ownNumbersEnd)
        return {};
    return {QLatin1String(towns[town].phonePrefix), QString::number(last).rightJustified(4, u'0'),
            random.below(layouts)};
}

Customer People::draw(Random& random, int index) {
    Customer customer;
    customer.index = index;
    customer.name = drawName(random);
    customer.style = drawStyle(random);
    if (random.chance(70))
        settleAbroad(random, customer, abroad[random.below(static_cast<int>(std::size(abroad)))]);
    else
        settleAtHome(random, customer);
    if (random.chance(40)) {
        customer.company =
            customer.name.family + u' ' + QString::fromUtf8(random.pick(companyWords));
        const QString domain =
            customer.name.asciiFamily + QString::number(index) + QStringLiteral("-studio.example");
        customer.email = unusedEmail(QString::fromUtf8(random.pick(roleNames)), domain);
    } else {
        customer.email = drawEmail(random, customer.name);
    }
    if (random.chance(780))
        customer.phone = unusedPhone(random, customer);
    if (random.chance(760))
        customer.customerNumber = QString::number(20000 + index * 7);
    return customer;
}

}  // namespace goodfaith::sample_shop
