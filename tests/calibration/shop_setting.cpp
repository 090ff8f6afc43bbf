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
    {&ShopSetting::late, 40, 140},
    {&ShopSetting::lost, 5, 20},
    {&ShopSetting::damaged, 8, 25},
    {&ShopSetting::defective, 15, 40},
    {&ShopSetting::wrongItem, 4, 14},
    {&ShopSetting::missingPart, 3, 10},
    {&ShopSetting::chargedTwice, 1, 5},
    {&ShopSetting::misdelivered, 1, 6},
    {&ShopSetting::misdeliveredInBadArea, 60, 180},
    {&ShopSetting::badArea, 20, 60},
    {&ShopSetting::promised, 700, 1000},
    {&ShopSetting::proof, 500, 900},
    {&ShopSetting::lossNoted, 400, 800},
    {&ShopSetting::lieFound, 150, 350},
    {&ShopSetting::scanMissing, 20, 80},
    {&ShopSetting::returnUnrecorded, 50, 200},
    {&ShopSetting::conditionUnknown, 100, 350},
    {&ShopSetting::saidUsedWrongly, 8, 30},
    {&ShopSetting::saidFineWrongly, 30, 90},
    {&ShopSetting::slow, 150, 450},
    {&ShopSetting::admits, 200, 450},
    {&ShopSetting::courtesy, 20, 80},
    {&ShopSetting::refunds, 500, 750},
    {&ShopSetting::replaces, 50, 200},
    {&ShopSetting::advance, 100, 400},
    {&ShopSetting::named, 550, 850},
    {&ShopSetting::recall, 740, 820},
    {&ShopSetting::falseAlarm, 35, 60},
    {&ShopSetting::topicWrong, 80, 160},
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

}  // namespace goodfaith::calibration
