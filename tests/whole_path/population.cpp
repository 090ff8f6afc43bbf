// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/whole_path/population.h"

#include "tests/whole_path/dealings.h"

#include <algorithm>

namespace goodfaith::whole_path {
namespace {

using sample_shop::firstDay;

const int daysInAll = int(firstDay.daysTo(sample_shop::lastDay));

std::vector<Instant> moments(Random& random, int count, int fromDay, int toDay) {
    std::vector<Instant> times;
    for (int i = 0; i < count; ++i)
        times.push_back(
            sample_shop::waking(random, firstDay.addDays(random.between(fromDay, toDay))));
    std::sort(times.begin(), times.end());
    return times;
}

// Of a thousand; the rest is ordinary.
constexpr std::pair<Kind, int> shares[] = {
    {Kind::Great, 100},         {Kind::Unlucky, 60},       {Kind::Angry, 60},
    {Kind::CostlyReturner, 50}, {Kind::BadArea, 25},       {Kind::Opportunist, 50},
    {Kind::DeniesReceipt, 5},   {Kind::Wardrober, 4},      {Kind::KeepsGoods, 4},
    {Kind::EmptyParcels, 4},    {Kind::DoubleRecovery, 4}, {Kind::PoliteMixer, 4},
    {Kind::Mixer, 4},           {Kind::LeavesNoTrace, 2},
};

Kind drawKind(Random& random) {
    int drawn = random.below(1000);
    for (const auto& [kind, share] : shares) {
        if (drawn < share)
            return kind;
        drawn -= share;
    }
    return Kind::Ordinary;
}

Trouble drawTrouble(Random& random) {
    static constexpr std::array all{Trouble::Late,       Trouble::Late,        Trouble::Lost,
                                    Trouble::Damaged,    Trouble::Damaged,     Trouble::Defective,
                                    Trouble::Defective,  Trouble::WrongItem,   Trouble::MissingPart,
                                    Trouble::RefundLate, Trouble::Misdelivered};
    return random.pick(all);
}

Pretence drawPretence(Random& random, Kind kind) {
    static constexpr std::array all{Pretence::NotReceived, Pretence::NotReceived, Pretence::Worn,
                                    Pretence::Kept,        Pretence::Empty,       Pretence::Twice,
                                    Pretence::Traceless};
    // Nobody does but one thing.
    if (random.chance(150))
        return random.pick(all);
    switch (kind) {
        case Kind::DeniesReceipt:
            return Pretence::NotReceived;
        case Kind::Wardrober:
            return Pretence::Worn;
        case Kind::KeepsGoods:
            return Pretence::Kept;
        case Kind::EmptyParcels:
            return Pretence::Empty;
        case Kind::DoubleRecovery:
            return Pretence::Twice;
        case Kind::LeavesNoTrace:
            return Pretence::Traceless;
        default:
            return random.pick(all);
    }
}

// `troubled`: of a thousand orders.
void liveHonestly(Dealings& dealings, int orders, int troubled, int returned) {
    Random& random = dealings.random();
    for (const Instant at : moments(random, orders, random.below(200), daysInAll - 10)) {
        if (random.chance(troubled))
            dealings.buyWithTrouble(at, drawTrouble(random));
        else if (random.chance(returned))
            dealings.changeMind(at);
        else
            dealings.buy(at);
    }
}

// A carrier that lies, again and again.
void liveInBadArea(Dealings& dealings) {
    Random& random = dealings.random();
    int left = random.between(1, 3);
    for (const Instant at : moments(random, random.between(6, 14), 30, daysInAll - 40)) {
        if (left > 0 && random.chance(300)) {
            dealings.buyWithTrouble(at, Trouble::Misdelivered);
            --left;
        } else {
            dealings.buy(at);
        }
    }
}

void claimOnce(Dealings& dealings) {
    Random& random = dealings.random();
    const auto times = moments(random, random.between(3, 8), 30, daysInAll - 40);
    const auto which = size_t(random.below(int(times.size())));
    for (size_t i = 0; i < times.size(); ++i) {
        if (i == which)
            dealings.pretend(times[i], drawPretence(random, Kind::Opportunist));
        else
            dealings.buy(times[i]);
    }
}

void claimAgainAndAgain(Dealings& dealings, Kind kind) {
    Random& random = dealings.random();
    dealings.politeness = kind == Kind::PoliteMixer ? 850 : 120;
    const int claims = 4 + std::min(random.below(7), random.below(7));
    const int until = daysInAll - random.between(35, 120);
    const int from = std::max(0, until - random.between(200, 520));
    for (const Instant at : moments(random, random.below(5), 0, from))
        dealings.buy(at);
    const int honest = claims * random.between(10, 120) / 100;
    const auto times = moments(random, claims + honest, from, until);
    int left = claims;
    for (size_t i = 0; i < times.size(); ++i) {
        if (random.below(int(times.size() - i)) < left) {
            dealings.pretend(times[i], drawPretence(random, kind));
            --left;
        } else if (random.chance(80)) {
            dealings.buyWithTrouble(times[i], drawTrouble(random));
        } else {
            dealings.buy(times[i]);
        }
    }
}

void live(Dealings& dealings, Kind kind) {
    Random& random = dealings.random();
    switch (kind) {
        case Kind::Ordinary:
            return liveHonestly(dealings, 1 + random.below(6), 60, 40);
        case Kind::Great:
            return liveHonestly(dealings, random.between(9, 22), 60, 40);
        case Kind::Unlucky:
            return liveHonestly(dealings, random.between(5, 11), 400, 30);
        case Kind::Angry:
            dealings.isAngry = true;
            return liveHonestly(dealings, random.between(4, 9), 300, 30);
        case Kind::CostlyReturner:
            return liveHonestly(dealings, random.between(8, 18), 80, 450);
        case Kind::BadArea:
            return liveInBadArea(dealings);
        case Kind::Opportunist:
            return claimOnce(dealings);
        default:
            return claimAgainAndAgain(dealings, kind);
    }
}

}  // namespace

const char* nameOf(Kind kind) {
    static constexpr std::array<const char*, kindCount> names{"ordinary",
                                                              "great",
                                                              "unlucky",
                                                              "angry",
                                                              "costly but honest returner",
                                                              "carrier that lies",
                                                              "one-off opportunist",
                                                              "denies receipt",
                                                              "wardrober",
                                                              "keeps goods",
                                                              "empty or other parcels",
                                                              "recovers twice",
                                                              "polite, of everything",
                                                              "of everything",
                                                              "leaves no trace"};
    return names[size_t(kind)];
}

int PersonTruth::abusiveClaims() const {
    return int(std::count_if(claims.begin(), claims.end(),
                             [](const Claim& claim) { return !claim.isTrue; }));
}

int PersonTruth::abusiveOnRecord() const {
    return int(std::count_if(claims.begin(), claims.end(),
                             [](const Claim& claim) { return !claim.isTrue && claim.isOnRecord; }));
}

ShopPlan plainBooks(quint64 seed, int customers) {
    return {seed, customers, {}};
}

ShopPlan goodBooks(quint64 seed, int customers) {
    ShopPlan plan = plainBooks(seed, customers);
    plan.books.proof = 960;
    plan.books.lossNoted = 950;
    plan.books.returnNoted = 985;
    plan.books.conditionNoted = 975;
    plan.books.namedFaultWrongly = 10;
    plan.books.replaces = 30;
    return plan;
}

std::vector<PersonTruth> writeShop(const QString& folder, const ShopPlan& plan) {
    Shop shop(folder);
    shop.grammar.load(QStringLiteral(":/whole_path/answers.txt"));
    shop.grammar.load(QStringLiteral(":/whole_path/claims.txt"));
    std::vector<PersonTruth> people(static_cast<size_t>(plan.customers));
    for (int index = 0; index < plan.customers; ++index) {
        Random random(plan.seed, quint64(index) + 1);
        PersonTruth& truth = people[size_t(index)];
        truth.kind = drawKind(random);
        Dealings dealings(shop, shop.people.draw(random, index), random, plan.books, truth);
        live(dealings, truth.kind);
    }
    shop.files.write();
    return people;
}

}  // namespace goodfaith::whole_path
