// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/calibration/shop_setting.h"

#include "tests/sample_shop/random.h"

#include <algorithm>

namespace goodfaith::calibration {
namespace {

struct Range {
    int ShopSetting::*what;
    int least, most;
};

constexpr Range ranges[] = {
    {&ShopSetting::days, 540, 900},
    {&ShopSetting::ordersAYear, 3, 7},
    {&ShopSetting::chronic, 12, 28},
    {&ShopSetting::opportunists, 25, 60},
    {&ShopSetting::late, 30, 110},
    {&ShopSetting::lost, 3, 14},
    {&ShopSetting::damaged, 5, 20},
    {&ShopSetting::defective, 8, 32},
    {&ShopSetting::wrongItem, 3, 10},
    {&ShopSetting::missingPart, 2, 8},
    {&ShopSetting::chargedTwice, 1, 5},
    {&ShopSetting::misdelivered, 1, 6},
    {&ShopSetting::misdeliveredInBadArea, 50, 150},
    {&ShopSetting::badArea, 8, 30},
    {&ShopSetting::promised, 700, 1000},
    {&ShopSetting::proof, 550, 900},
    {&ShopSetting::lossNoted, 400, 800},
    {&ShopSetting::lieFound, 150, 350},
    {&ShopSetting::scanMissing, 15, 60},
    {&ShopSetting::returnUnrecorded, 20, 120},
    {&ShopSetting::conditionUnknown, 40, 200},
    {&ShopSetting::reasonNoted, 400, 850},
    {&ShopSetting::saidUsedWrongly, 8, 30},
    {&ShopSetting::saidFineWrongly, 30, 90},
    {&ShopSetting::slow, 150, 450},
    {&ShopSetting::admits, 200, 450},
    {&ShopSetting::courtesy, 8, 35},
    {&ShopSetting::refunds, 500, 750},
    {&ShopSetting::replaces, 30, 130},
    {&ShopSetting::advance, 100, 400},
    {&ShopSetting::named, 600, 850},
    {&ShopSetting::answersName, 150, 450},
    {&ShopSetting::recall, 740, 820},
    {&ShopSetting::falseAlarm, 85, 125},
    {&ShopSetting::topicWrong, 220, 360},
    {&ShopSetting::lateWriters, 30, 90},
};

}  // namespace

ShopSetting drawnSetting(quint64 seed, int customers, bool unseen) {
    sample_shop::Random random(seed, 77);
    ShopSetting setting;
    setting.seed = seed;
    setting.customers = customers;
    for (const Range& range : ranges) {
        // Wider by a fifth of the range at either end.
        const int wider = unseen ? (range.most - range.least) / 5 : 0;
        const int least = std::max(range.least - wider, std::min(range.least, 1));
        setting.*range.what = random.between(least, range.most + wider);
    }
    setting.promised = std::min(setting.promised, 1000);
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
    if (random.chance(400)) {
        setting.returnGapFrom = random.between(30, setting.days - 90);
        setting.returnGapTo = setting.returnGapFrom + random.between(15, 60);
    }
    return setting;
}

ShopSetting withGoodRecords(ShopSetting setting) {
    setting.promised = 980;
    setting.proof = 950;
    setting.lossNoted = 950;
    setting.lieFound = 600;
    setting.scanMissing = 8;
    setting.returnUnrecorded = 15;
    setting.conditionUnknown = 25;
    setting.reasonNoted = 900;
    setting.returnGapTo = setting.returnGapFrom;
    setting.named = 900;
    setting.answersName = 600;
    setting.courtesy = 5;
    setting.replaces = 30;
    return setting;
}

}  // namespace goodfaith::calibration
