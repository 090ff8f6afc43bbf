// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample_shop/kinds.h"

#include <algorithm>

namespace goodfaith::sample_shop {
namespace {

const int daysInAll = static_cast<int>(firstDay.daysTo(lastDay));

Trouble drawTrouble(Random& random) {
    static constexpr std::array all{Trouble::Late,      Trouble::Late,        Trouble::Lost,
                                    Trouble::Damaged,   Trouble::Damaged,     Trouble::Defective,
                                    Trouble::WrongItem, Trouble::MissingPart, Trouble::ChargedTwice,
                                    Trouble::RefundLate};
    return random.pick(all);
}

// So many moments between two days, in order.
std::vector<Instant> moments(Random& random, int count, int fromDay, int toDay) {
    std::vector<Instant> times;
    for (int i = 0; i < count; ++i)
        times.push_back(waking(random, firstDay.addDays(random.between(fromDay, toDay))));
    std::sort(times.begin(), times.end());
    return times;
}

// The rare kinds come at fixed places, so that a small shop has its share of them too.
Kind drawKind(Random& random, int index) {
    const int number = random.below(1000);
    if (index % 60 == 1)
        return Kind::Chronic;
    if (index % 100 == 2)
        return Kind::Opportunist;
    if (number < 110)
        return Kind::Great;
    if (number < 160)
        return Kind::Unlucky;
    if (number < 195)
        return Kind::Angry;
    return number < 225 ? Kind::CostlyReturner : Kind::Ordinary;
}

void everyday(Story& story, int from) {
    Random& random = story.random();
    if (random.chance(220))
        story.questionBeforePurchase(moments(random, 1, from, daysInAll).front());
    if (random.chance(260))
        story.everydayCall(moments(random, 1, from, daysInAll).front());
    if (random.chance(60))
        story.newsletter(moments(random, 1, from, daysInAll).front());
}

void liveOrdinarily(Story& story, int orders, int from, bool bigSpender) {
    Random& random = story.random();
    for (const Instant at : moments(random, orders, from, daysInAll)) {
        if (random.chance(28))
            story.troubledOrder(at, drawTrouble(random));
        else if (random.chance(30))
            story.changeOfMind(at, false);
        else
            story.ordinaryOrder(at, bigSpender);
    }
}

void troubledByAnyone(Story& story, Instant at) {
    const Trouble trouble = drawTrouble(story.random());
    story.troubledOrder(at, trouble, story.random().chance(500) ? &badCarrier() : nullptr);
}

// Several failures of ours, all in the records.
void liveUnluckily(Story& story, int orders, int troubles) {
    Random& random = story.random();
    const auto times = moments(random, orders, random.between(0, 200), daysInAll - 20);
    const int step = std::max(1, orders / troubles);
    for (int i = 0; i < orders; ++i) {
        const Instant at = times[static_cast<size_t>(i)];
        if (i % step == 0 && i / step < troubles)
            troubledByAnyone(story, at);
        else
            story.ordinaryOrder(at);
    }
}

void liveCostly(Story& story, int orders) {
    Random& random = story.random();
    bool again = false;
    for (const Instant at : moments(random, orders, random.between(0, 150), daysInAll)) {
        if (random.chance(400)) {
            story.changeOfMind(at, again);
            again = true;
        } else {
            story.ordinaryOrder(at);
        }
    }
}

// Between claims some turn up with another address or number; the shop's number or the phone stays.
void changeFace(Story& story, People& people) {
    Random& random = story.random();
    const bool hasNumber = !story.customer.customerNumber.isEmpty();
    if (random.chance(400) && (hasNumber || story.customer.phone.isKnown()))
        story.customer.email = people.anotherEmail(random, story.customer);
    else if (random.chance(250) && hasNumber)
        story.customer.phone = people.anotherPhone(random, story.customer);
}

void liveChronically(Story& story, People& people, int claims) {
    static constexpr std::array order{Abuse::NeverArrived,        Abuse::RefundNoReturn,
                                      Abuse::ReturnedUsed,        Abuse::NeverArrived,
                                      Abuse::RefundAndChargeback, Abuse::ReturnedEmpty,
                                      Abuse::ReturnedOther,       Abuse::RefundAndReplacement};
    Random& random = story.random();
    const int harmless = random.between(2, 5);
    for (const Instant at : moments(random, harmless, 150, daysInAll - 300))
        story.ordinaryOrder(at);
    const int first = random.below(static_cast<int>(order.size()));
    int number = 0;
    for (const Instant at : moments(random, claims, daysInAll - 330, daysInAll - 45)) {
        story.abusiveOrder(at, order[static_cast<size_t>(first + number++) % order.size()]);
        changeFace(story, people);
    }
}

// Orders once more as a guest, with another address and no number: the same name and home are all
// that tells who it is.
void orderAsGuest(Shop& shop, Story& story, Kind kind) {
    Random& random = story.random();
    story.customer.email = shop.people.anotherEmail(random, story.customer);
    story.customer.phone = {};
    story.customer.customerNumber.clear();
    story.ordinaryOrder(moments(random, 1, daysInAll - 400, daysInAll).front());
    shop.files.addTruth(story.customer.email, nameOf(kind));
}

void live(Story& story, Kind kind, People& people) {
    Random& random = story.random();
    const int from = random.below(daysInAll - 30);
    const int early = random.below(200);
    switch (kind) {
        case Kind::Great:
            liveOrdinarily(story, random.between(9, 20), early / 2, true);
            break;
        case Kind::Ordinary:
            liveOrdinarily(story, 1 + random.below(7) * (100 + early) / 300, from, false);
            break;
        case Kind::Unlucky:
            liveUnluckily(story, random.between(5, 10), 3 + early % 2);
            break;
        case Kind::Angry:
            story.angry = true;
            liveUnluckily(story, random.between(4, 8), 1 + early % 2);
            break;
        case Kind::CostlyReturner:
            liveCostly(story, random.between(8, 16));
            break;
        case Kind::Opportunist:
            liveOrdinarily(story, random.between(3, 6), early, false);
            story.abusiveOrder(moments(random, 1, 300, daysInAll - 60).front(),
                               early % 2 == 0 ? Abuse::NeverArrived : Abuse::ReturnedUsed);
            break;
        case Kind::Chronic:
            liveChronically(story, people, random.between(4, 6));
            break;
    }
    everyday(story, from);
}

void tellAda(Shop& shop, Random random) {
    Customer ada = shop.people.draw(random, 0);
    ada.name = {QStringLiteral("Ada"), QStringLiteral("Lindqvist"), QStringLiteral("ada"),
                QStringLiteral("lindqvist")};
    ada.email = QStringLiteral("ada.lindqvist@mailbox.example");
    ada.phone = {QStringLiteral("020 7946"), QStringLiteral("0018"), 1};
    ada.customerNumber = QStringLiteral("20001");
    ada.company.clear();
    ada.street = QStringLiteral("8 Weaver's Green");
    ada.postcode = QStringLiteral("N16 4CV");
    ada.city = QStringLiteral("London");
    ada.country = QStringLiteral("GB");
    ada.currency = QStringLiteral("GBP");
    ada.style = {};
    Story story(shop, ada, random);
    for (const Instant at : moments(story.random(), 11, 5, daysInAll - 40))
        story.ordinaryOrder(at, true);
    const auto day = [](int month, int date) {
        return londonTime(QDate(2026, month, date), 20 * 3600 + 840);
    };
    story.troubledOrder(day(2, 3), Trouble::Late, &badCarrier());
    story.troubledOrder(day(3, 10), Trouble::Late, &badCarrier());
    story.troubledOrder(day(9, 22), Trouble::Damaged);
    story.questionBeforePurchase(day(10, 14));
    shop.files.addTruth(ada.email, nameOf(Kind::Great));
}

void tellVictor(Shop& shop, Random random) {
    Customer victor = shop.people.draw(random, 1);
    victor.name = {QStringLiteral("Victor"), QStringLiteral("Hale"), QStringLiteral("victor"),
                   QStringLiteral("hale")};
    victor.email = QStringLiteral("victor.hale@postbox.example");
    victor.phone = {QStringLiteral("020 7946"), QStringLiteral("0077"), 6};
    victor.customerNumber = QStringLiteral("20008");
    victor.company.clear();
    victor.street = QStringLiteral("Flat 3, 61 Rope Walk");
    victor.postcode = QStringLiteral("SE8 2KO");
    victor.city = QStringLiteral("London");
    victor.country = QStringLiteral("GB");
    victor.currency = QStringLiteral("GBP");
    victor.style = {};
    Story story(shop, victor, random);
    story.ordinaryOrder(londonTime(QDate(2025, 9, 14), 60000));
    story.ordinaryOrder(londonTime(QDate(2025, 11, 2), 72000));
    const auto day = [](int month, int date) {
        return londonTime(QDate(2026, month, date), 19 * 3600 + 300);
    };
    story.abusiveOrder(day(2, 17), Abuse::NeverArrived);
    story.abusiveOrder(day(4, 1), Abuse::ReturnedUsed);
    story.abusiveOrder(day(5, 13), Abuse::NeverArrived);
    story.customer.email = QStringLiteral("v.hale77@quickmail.example");
    story.abusiveOrder(day(6, 24), Abuse::RefundNoReturn);
    story.abusiveOrder(day(7, 29), Abuse::RefundAndChargeback);
    story.customer.email = victor.email;
    story.abusiveOrder(day(9, 2), Abuse::ReturnedEmpty);
    shop.files.addTruth(victor.email, nameOf(Kind::Chronic));
}

}  // namespace

QString nameOf(Kind kind) {
    switch (kind) {
        case Kind::Great:
            return QStringLiteral("great");
        case Kind::Ordinary:
            return QStringLiteral("ordinary");
        case Kind::Unlucky:
            return QStringLiteral("unlucky");
        case Kind::Angry:
            return QStringLiteral("angry");
        case Kind::CostlyReturner:
            return QStringLiteral("costly_returner");
        case Kind::Opportunist:
            return QStringLiteral("opportunist");
        case Kind::Chronic:
            break;
    }
    return QStringLiteral("chronic");
}

void tellCustomer(Shop& shop, quint64 seed, int index) {
    Random random(seed, static_cast<quint64>(index));
    shop.files.setPerson(index);
    if (index == 0)
        return tellAda(shop, random);
    if (index == 1)
        return tellVictor(shop, random);
    const Customer customer = shop.people.draw(random, index);
    const Kind kind = drawKind(random, index);
    Story story(shop, customer, random);
    live(story, kind, shop.people);
    shop.files.addTruth(customer.email, nameOf(kind));
    if (kind == Kind::Ordinary && story.random().chance(40))
        orderAsGuest(shop, story, kind);
}

void tellNoise(Shop& shop, quint64 seed, int customers) {
    Random random(seed, ~0ULL);
    shop.files.setPerson(-1);
    for (const Instant at : moments(random, 6 + customers / 60, 0, daysInAll)) {
        Mail mail;
        mail.at = at;
        mail.from = {QStringLiteral("Trade Lights Weekly"),
                     QStringLiteral("news@tradelights.example")};
        mail.to = {QString(), QString(u"support@" + shop.domain)};
        mail.subject = QStringLiteral("This week in lighting, no. %1").arg(random.between(10, 99));
        mail.text =
            shop.grammar.write(QStringLiteral("newsletter"),
                               {{QStringLiteral("shop"), QStringLiteral("Trade Lights")}}, random);
        mail.messageId =
            QString::number(random.next(), 36) + QStringLiteral("@tradelights.example");
        mail.html = true;
        mail.furtherHeaders = {{"List-Unsubscribe", "<https://tradelights.example/u>"},
                               {"Precedence", "bulk"}};
        shop.files.addMail(MailStore::Support, at, toBytes(mail, random));
        Customer nobody;
        Story story(shop, nobody, Random(seed, random.next()));
        story.everydayCall(at);
    }
}

}  // namespace goodfaith::sample_shop
