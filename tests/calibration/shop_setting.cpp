// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/calibration/shop_setting.h"

#include "tests/sample_shop/random.h"

#include <algorithm>
#include <span>

namespace goodfaith::calibration {
namespace {

struct Range {
    int ShopSetting::*what;
    int least, most;
};

// What is published of them, and what is our guess: README.md.
constexpr Range common[] = {
    {&ShopSetting::days, 540, 900},
    {&ShopSetting::ordersAYear, 3, 7},
    {&ShopSetting::chronic, 12, 28},
    {&ShopSetting::opportunists, 25, 60},
    {&ShopSetting::late, 20, 80},
    {&ShopSetting::lost, 3, 14},
    {&ShopSetting::damaged, 5, 20},
    {&ShopSetting::defective, 8, 32},
    {&ShopSetting::wrongItem, 3, 10},
    {&ShopSetting::missingPart, 2, 8},
    {&ShopSetting::chargedTwice, 1, 5},
    {&ShopSetting::misdelivered, 1, 6},
    {&ShopSetting::misdeliveredInBadArea, 50, 150},
    {&ShopSetting::badArea, 8, 30},
    {&ShopSetting::asks, 5, 40},
    {&ShopSetting::asksToReturn, 50, 250},
    {&ShopSetting::complainsOfLoss, 500, 750},
    {&ShopSetting::complainsOfDelay, 50, 300},
    {&ShopSetting::saidUsedWrongly, 8, 30},
    {&ShopSetting::saidFineWrongly, 30, 90},
    {&ShopSetting::slow, 150, 450},
    {&ShopSetting::admits, 200, 450},
    {&ShopSetting::refunds, 500, 750},
    {&ShopSetting::replaces, 30, 130},
    {&ShopSetting::advance, 100, 400},
    {&ShopSetting::recall, 740, 820},
    {&ShopSetting::falseAlarm, 85, 125},
    {&ShopSetting::topicWrong, 220, 360},
    {&ShopSetting::lateWriters, 30, 90},
};

constexpr Range ordinaryRecords[] = {
    {&ShopSetting::promised, 900, 1000},      {&ShopSetting::proof, 850, 980},
    {&ShopSetting::lossNoted, 700, 950},      {&ShopSetting::lieFound, 300, 600},
    {&ShopSetting::scanMissing, 5, 25},       {&ShopSetting::returnUnrecorded, 5, 40},
    {&ShopSetting::conditionUnknown, 15, 80}, {&ShopSetting::reasonNoted, 700, 950},
    {&ShopSetting::courtesy, 5, 20},          {&ShopSetting::named, 700, 900},
    {&ShopSetting::answersName, 300, 600},    {&ShopSetting::returnsNotImported, 0, 0},
};

constexpr Range recordsWithGaps[] = {
    {&ShopSetting::promised, 700, 1000},       {&ShopSetting::proof, 550, 900},
    {&ShopSetting::lossNoted, 400, 800},       {&ShopSetting::lieFound, 150, 350},
    {&ShopSetting::scanMissing, 15, 60},       {&ShopSetting::returnUnrecorded, 20, 120},
    {&ShopSetting::conditionUnknown, 40, 200}, {&ShopSetting::reasonNoted, 400, 850},
    {&ShopSetting::courtesy, 8, 35},           {&ShopSetting::named, 600, 850},
    {&ShopSetting::answersName, 150, 450},     {&ShopSetting::returnsNotImported, 400, 400},
};

// `isWider`: by a fifth of each range at either end.
void draw(ShopSetting& setting, std::span<const Range> ranges, bool isWider,
          sample_shop::Random& random) {
    for (const Range& range : ranges) {
        const int wider = isWider ? (range.most - range.least) / 5 : 0;
        const int least = std::max(range.least - wider, std::min(range.least, 1));
        setting.*range.what = random.between(least, range.most + wider);
    }
}

void drawSurges(ShopSetting& setting, sample_shop::Random& random) {
    const int batches = random.below(3);
    for (int i = 0; i < batches; ++i) {
        const int from = random.between(60, setting.days - 90);
        setting.faultyBatches.push_back({random.between(2, 9), from, from + 45});
    }
    const int weeks = random.below(3);
    for (int i = 0; i < weeks; ++i) {
        const int from = random.between(60, setting.days - 60);
        setting.badWeeks.push_back({random.below(2), from, from + 18});
    }
}

}  // namespace

ShopSetting drawnSetting(quint64 seed, int customers, Records records, bool unseen) {
    sample_shop::Random random(seed, 77);
    ShopSetting setting;
    setting.seed = seed;
    setting.customers = customers;
    draw(setting, common, unseen, random);
    const bool isOrdinary = records == Records::Ordinary;
    draw(setting, isOrdinary ? std::span(ordinaryRecords) : std::span(recordsWithGaps), unseen,
         random);
    for (int ShopSetting::*share : {&ShopSetting::promised, &ShopSetting::proof})
        setting.*share = std::min(setting.*share, 1000);
    drawSurges(setting, random);
    if (random.chance(setting.returnsNotImported)) {
        setting.returnGapFrom = random.between(30, setting.days - 90);
        setting.returnGapTo = setting.returnGapFrom + random.between(15, 60);
    }
    return setting;
}

ShopSetting withManyContacts(ShopSetting setting) {
    setting.asks = 650;
    setting.asksToReturn = 350;
    setting.complainsOfLoss = 700;
    setting.complainsOfDelay = 600;
    return setting;
}

}  // namespace goodfaith::calibration
