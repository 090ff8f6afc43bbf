// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/calibration/stories.h"

#include <algorithm>
#include <array>

namespace goodfaith::calibration {
namespace {

constexpr int day = minutesOfDay;

// What is claimed of an order with which nothing was wrong.
enum class Claim { NotReceived, Worn, Kept, ChargedBack, Empty, Traceless };

struct Claiming {
    Manner manner;
    int proof = 0;  // of a thousand parcels that they deny
};

Manner mannerOf(const CustomerStory& story, Kind kind) {
    Manner manner{story.shop().recall, 3, 30, story.shop().named, 3};
    if (kind == Kind::PoliteMixer) {
        manner.recall -= 100;  // kind words sound less like a complaint
        manner.threat = 0;
    }
    return manner;
}

// The shop pays, replaces, or looks twice and does neither.
enum class Outcome { Paid, Replaced, Refused };

Outcome outcomeOf(CustomerStory& story) {
    const int drawn = story.random().below(1000);
    if (drawn < story.shop().replaces)
        return Outcome::Replaced;
    return drawn < 850 ? Outcome::Paid : Outcome::Refused;
}

void settleInGoods(CustomerStory& story, const Purchase& bought, Topic topic, int answered) {
    const int later = answered + story.random().between(1, 5) * day;
    switch (outcomeOf(story)) {
        case Outcome::Paid:
            story.refund(bought, later, topic);
            break;
        case Outcome::Replaced:
            story.replace(bought, later);
            break;
        case Outcome::Refused:
            break;
    }
}

void denyReceipt(CustomerStory& story, const Purchase& bought, int wrote, const Manner& manner) {
    if (story.random().chance(60))
        story.sayItCame(bought, bought.due + 400);
    const int answered =
        story.complain(bought, Topic::NotReceived, wrote, manner, story.shop().courtesy);
    settleInGoods(story, bought, Topic::NotReceived, answered);
}

Topic faultOf(CustomerStory& story) {
    static constexpr std::array topics{Topic::Defective, Topic::Defective, Topic::Damaged,
                                       Topic::WrongItem};
    return story.random().pick(topics);
}

void returnAs(CustomerStory& story, const Purchase& bought, int wrote, const Manner& manner,
              ReturnCondition condition) {
    Random& random = story.random();
    const Topic topic = faultOf(story);
    const int answered = story.complain(bought, topic, wrote, manner, story.shop().courtesy);
    story.agreeReturn(bought, answered, topic);
    const int received = answered + random.between(4, 16) * day;
    // Some get past the warehouse.
    const int drawn = random.below(1000);
    const auto seen = drawn < 880   ? condition
                      : drawn < 950 ? ReturnCondition::AsNew
                                    : ReturnCondition::Defective;
    story.receiveReturn(bought, received, seen, ReturnFault::Customer);
    if (random.chance(850))
        story.refund(bought, received + random.between(1, 8) * day, topic);
}

void keepGoods(CustomerStory& story, const Purchase& bought, int wrote, const Manner& manner) {
    const Topic topic = faultOf(story);
    const int answered = story.complain(bought, topic, wrote, manner, story.shop().courtesy);
    story.agreeReturn(bought, answered, topic);
    if (story.random().chance(900))
        story.refund(bought, answered + story.random().between(1, 8) * day, topic);
}

void chargeBack(CustomerStory& story, const Purchase& bought, int wrote, const Manner& manner) {
    Random& random = story.random();
    const Topic topic = random.chance(500) ? Topic::NotReceived : faultOf(story);
    const int answered = story.complain(bought, topic, wrote, manner, story.shop().courtesy);
    const int later = answered + random.between(1, 6) * day;
    story.refund(bought, later, topic, RefundKind::Refund, random.chance(900) ? 1000 : 300);
    if (random.chance(700))
        story.refund(bought, later + random.between(15, 60) * day, topic, RefundKind::Chargeback);
    else
        story.replace(bought, later + random.between(1, 6) * day);
}

// Nothing is to come back, and nobody signed: a part that was missing, a thing that broke.
void claimWithoutTrace(CustomerStory& story, const Purchase& bought, int wrote,
                       const Manner& manner) {
    static constexpr std::array topics{Topic::MissingPart, Topic::Damaged, Topic::NotReceived,
                                       Topic::Damaged};
    const Topic topic = story.random().pick(topics);
    settleInGoods(story, bought, topic,
                  story.complain(bought, topic, wrote, manner, story.shop().courtesy));
}

void claim(CustomerStory& story, Claim what, int at, const Claiming& claiming) {
    Random& random = story.random();
    const int proof = what == Claim::NotReceived ? claiming.proof
                      : what == Claim::Traceless ? 0
                                                 : story.shop().proof;
    const Purchase bought = story.buy(at, story.product(), Trouble::None, proof);
    const int wrote =
        bought.due + random.longTailed(claiming.manner.delay) * day + random.between(60, day);
    switch (what) {
        case Claim::NotReceived:
            denyReceipt(story, bought, wrote, claiming.manner);
            break;
        case Claim::Worn:
            returnAs(story, bought, wrote + 5 * day, claiming.manner, ReturnCondition::Used);
            break;
        case Claim::Kept:
            keepGoods(story, bought, wrote, claiming.manner);
            break;
        case Claim::ChargedBack:
            chargeBack(story, bought, wrote, claiming.manner);
            break;
        case Claim::Empty:
            returnAs(story, bought, wrote, claiming.manner,
                     random.chance(650) ? ReturnCondition::Empty : ReturnCondition::OtherItem);
            break;
        case Claim::Traceless:
            claimWithoutTrace(story, bought, wrote, claiming.manner);
            break;
    }
    story.noteAbuse(bought, what == Claim::NotReceived);
}

constexpr std::array allClaims{Claim::NotReceived, Claim::NotReceived, Claim::Worn,     Claim::Kept,
                               Claim::ChargedBack, Claim::Empty,       Claim::Traceless};

Claim claimOf(Kind kind, Random& random) {
    // Nobody does but one thing.
    const bool isUsual = random.chance(850);
    switch (kind) {
        case Kind::DeniesReceipt:
            return isUsual ? Claim::NotReceived : random.pick(allClaims);
        case Kind::Wardrober:
            return isUsual ? Claim::Worn : random.pick(allClaims);
        case Kind::KeepsGoods:
            return isUsual ? Claim::Kept : random.pick(allClaims);
        case Kind::ChargesBack:
            return isUsual ? Claim::ChargedBack : random.pick(allClaims);
        case Kind::SendsEmptyParcels:
            return isUsual ? Claim::Empty : random.pick(allClaims);
        case Kind::LeavesNoTrace:
            return isUsual ? Claim::Traceless : random.pick(allClaims);
        default:
            return random.pick(allClaims);
    }
}

}  // namespace

void claimOnceOrTwice(CustomerStory& story) {
    Random& random = story.random();
    const int days = story.shop().days;
    const int claims = random.chance(100) ? 2 : 1;
    const int orders = std::max(claims, story.shop().ordersAYear * days / 365);
    const auto times = orderTimes(story, 0, (days - 40) * day, orders);
    const Claiming claiming{mannerOf(story, Kind::Opportunist), story.shop().proof};
    int left = claims;
    for (size_t i = 0; i < times.size(); ++i) {
        const int still = int(times.size() - i);
        if (left > 0 && random.below(still) < left) {
            claim(story, random.pick(allClaims), times[i], claiming);
            --left;
        } else {
            buyHonestly(story, times[i]);
        }
    }
}

void claimAgainAndAgain(CustomerStory& story, Kind kind, int claims) {
    Random& random = story.random();
    const int days = story.shop().days;
    const int until = days - 35 - random.below(150);
    const int from = std::max(0, until - random.between(180, 540));
    const bool isPolite = kind == Kind::PoliteMixer;
    const int honest = claims * (isPolite ? random.between(80, 200) : random.between(10, 90)) / 100;
    // Half of them were customers like any other before.
    const int before = random.chance(500) ? story.shop().ordersAYear * from / 365 : 0;
    for (const int at : orderTimes(story, 0, from * day, before))
        buyHonestly(story, at);
    const auto times = orderTimes(story, from * day, until * day, claims + honest);
    const Claiming claiming{mannerOf(story, kind), kind == Kind::DeniesReceipt
                                                       ? std::max(story.shop().proof, 850)
                                                       : story.shop().proof};
    int left = claims;
    for (size_t i = 0; i < times.size(); ++i) {
        const int still = int(times.size() - i);
        if (random.below(still) < left) {
            claim(story, claimOf(kind, random), times[i], claiming);
            --left;
        } else {
            buyHonestly(story, times[i]);
        }
    }
}

}  // namespace goodfaith::calibration
