// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/calibration/stories.h"

#include <algorithm>
#include <array>

namespace goodfaith::calibration {
namespace {

constexpr int day = minutesOfDay;

// Most write soon, some weeks later.
int writesAt(CustomerStory& story, int from, int typicalDays) {
    const int days = std::min(story.random().longTailed(typicalDays), 75);
    return from + days * day + story.random().between(30, day);
}

ReturnCondition foundAs(Trouble trouble, CustomerStory& story) {
    const auto& shop = story.shop();
    if (story.random().chance(shop.saidUsedWrongly))
        return ReturnCondition::Used;
    if (story.random().chance(shop.saidFineWrongly))
        return ReturnCondition::AsNew;
    switch (trouble) {
        case Trouble::Damaged:
            return ReturnCondition::Damaged;
        case Trouble::WrongItem:
            return ReturnCondition::WrongItem;
        default:
            return ReturnCondition::Defective;
    }
}

bool isOfGoods(Trouble trouble) {
    return trouble == Trouble::Damaged || trouble == Trouble::Defective ||
           trouble == Trouble::WrongItem;
}

// Goods go back; a few never do, though the money was paid in advance.
void sendBack(CustomerStory& story, const Purchase& bought, Trouble trouble, int answered) {
    Random& random = story.random();
    story.agreeReturn(bought, answered, topicOf(trouble));
    const int received = answered + random.between(4, 16) * day;
    if (random.chance(960))
        story.receiveReturn(bought, received, foundAs(trouble, story), ReturnFault::Ours);
    const bool isAdvance = random.chance(story.shop().advance);
    const int paid = (isAdvance ? answered : received) + random.between(1, 12) * day;
    if (random.chance(930))
        story.refund(bought, paid, topicOf(trouble));
}

void settle(CustomerStory& story, const Purchase& bought, Trouble trouble, int answered) {
    Random& random = story.random();
    const int later = answered + random.between(1, 5) * day;
    const int drawn = random.below(1000);
    const int refunds = story.shop().refunds;
    const int replaces = story.shop().replaces;
    if (drawn < replaces) {
        story.replace(bought, later);
    } else if (drawn < replaces + refunds) {
        if (isOfGoods(trouble) && random.chance(700))
            sendBack(story, bought, trouble, answered);
        else
            story.refund(bought, later, topicOf(trouble), RefundKind::Refund,
                         random.chance(800) ? 1000 : 400);
    } else if (drawn < replaces + refunds + 100) {
        story.refund(bought, later, topicOf(trouble), RefundKind::Compensation, 150);
    }
    if (trouble == Trouble::Misdelivered)
        story.carrierOwnsUp(bought);
    // Not paid, or not heard: their bank helps.
    if (random.chance(15))
        story.refund(bought, answered + random.between(20, 60) * day, topicOf(trouble),
                     RefundKind::Chargeback);
}

// Somebody writes of late parcels when they have not come, of the rest when it has.
int troubleShows(CustomerStory& story, const Purchase& bought, Trouble trouble) {
    if (trouble != Trouble::Late)
        return bought.due;
    return bought.due - story.random().between(0, 3) * day;
}

void changeOfMind(CustomerStory& story, const Purchase& bought) {
    Random& random = story.random();
    const int at = bought.due + random.between(1, 12) * day;
    if (random.chance(story.shop().asksToReturn))
        story.ask(bought, at);
    story.agreeReturn(bought, at, Topic::None);
    const int received = at + random.between(3, 9) * day;
    story.receiveReturn(bought, received,
                        random.chance(story.shop().saidUsedWrongly * 2) ? ReturnCondition::Used
                                                                        : ReturnCondition::AsNew,
                        ReturnFault::Customer);
    story.refund(bought, received + random.between(1, 8) * day, Topic::None);
}

struct Habits {
    int orders = 10;      // a tenth: orders a year against what is ordinary
    int writes = 100;     // of what is usual in this shop, percent
    int leastWrites = 0;  // of a thousand troubles
    int returns = 80;     // changes of mind
    int fusses = 0;       // complaints of a thousand orders with nothing that a record could show
    Manner manner{0, 1, 10, 0, 2};
};

Habits habitsOf(Kind kind, Random& random) {
    Habits habits;
    switch (kind) {
        case Kind::Quiet:
            habits.writes = 40;
            habits.orders = 7;
            break;
        case Kind::Newcomer:
            habits.orders = 3;
            break;
        case Kind::HeavyBuyer:
            habits.orders = random.between(40, 120);
            break;
        case Kind::Angry:
            habits.leastWrites = 950;
            habits.manner = {0, 4, 250, 0, 1};
            break;
        case Kind::Demanding:
            habits.leastWrites = 950;
            habits.writes = 150;
            habits.fusses = random.between(40, 200);
            habits.manner = {0, 2, 80, 0, 1};
            break;
        case Kind::BadCarrier:
            habits.leastWrites = 900;
            habits.orders = random.between(8, 25);
            break;
        case Kind::CostlyReturner:
            habits.returns = random.between(300, 650);
            habits.orders = random.between(15, 50);
            break;
        case Kind::LateWriter:
            habits.manner.delay = 14;
            habits.leastWrites = 800;
            break;
        default:
            break;
    }
    return habits;
}

// Of a thousand: what costs money is complained of far more often than what costs patience.
int complainsOf(Trouble trouble, const Habits& habits, const ShopSetting& shop) {
    constexpr int ofWhatNeverCame = 980;
    if (trouble == Trouble::Lost)
        return ofWhatNeverCame;
    const int usual = trouble == Trouble::Late ? shop.complainsOfDelay : shop.complainsOfLoss;
    return std::max(habits.leastWrites, usual * habits.writes / 100);
}

void goThrough(CustomerStory& story, const Habits& habits, int at) {
    Random& random = story.random();
    const int product = story.product();
    const Trouble trouble = story.usualTrouble(at, product);
    const Purchase bought = story.buy(at, product, trouble, story.shop().proof);
    Manner manner = habits.manner;
    manner.recall = story.shop().recall;
    manner.named = story.shop().named;
    if (random.chance(story.shop().asks * habits.writes / 100))
        story.ask(bought, at + random.between(day / 2, 12 * day));
    if (trouble != Trouble::None) {
        if (random.chance(complainsOf(trouble, habits, story.shop())))
            meetTrouble(story, bought, trouble, manner);
    } else if (random.chance(habits.fusses)) {
        static constexpr std::array topics{Topic::Damaged, Topic::Service, Topic::Website,
                                           Topic::Other, Topic::Defective};
        const int wrote = writesAt(story, bought.due, manner.delay);
        const int answered = story.complain(bought, random.pick(topics), wrote, manner, 100);
        if (random.chance(400))
            story.refund(bought, answered + day, Topic::Other, RefundKind::Compensation, 150);
    } else if (random.chance(habits.returns)) {
        changeOfMind(story, bought);
    } else if (random.chance(10)) {
        story.sayItCame(bought, bought.due + random.between(60, 2 * day));
    }
}

}  // namespace

void meetTrouble(CustomerStory& story, const Purchase& bought, Trouble trouble,
                 const Manner& manner) {
    // Of two parcels one came: "thanks, but the other…".
    if (trouble == Trouble::MissingPart && story.random().chance(150))
        story.sayItCame(bought, bought.due + 600);
    const int wrote = writesAt(story, troubleShows(story, bought, trouble), manner.delay);
    const int answered =
        story.complain(bought, topicOf(trouble), wrote, manner, story.shop().admits);
    if (trouble != Trouble::Late || story.random().chance(200))
        settle(story, bought, trouble, answered);
}

void buyHonestly(CustomerStory& story, int at) {
    goThrough(story, Habits(), at);
}

std::vector<int> orderTimes(CustomerStory& story, int from, int to, int count) {
    std::vector<int> times;
    for (int i = 0; i < count && to > from; ++i)
        times.push_back(story.random().between(from, to));
    std::sort(times.begin(), times.end());
    return times;
}

void liveHonestly(CustomerStory& story, Kind kind) {
    Random& random = story.random();
    const Habits habits = habitsOf(kind, random);
    if (kind == Kind::BadCarrier)
        story.moveToBadArea();
    const int days = story.shop().days;
    // Half of them came when records had begun already.
    const int from = random.chance(500) ? random.below(days * 7 / 10) : 0;
    const int typical = story.shop().ordersAYear * habits.orders * (days - from) / 3650;
    const int count = std::max(1, typical * random.between(40, 160) / 100);
    for (const int at : orderTimes(story, from * day, (days - 2) * day, count))
        goThrough(story, habits, at);
}

}  // namespace goodfaith::calibration
