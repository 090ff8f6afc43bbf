// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/calibration/weight_fit.h"

#include "models/domain/failure.h"
#include "models/scoring/logistic_fit.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace goodfaith::calibration {
namespace {

using scoring::BelievedWeight;
using scoring::ExamplesAlike;

constexpr double pull = 2;  // to what is believed

// Customers with the same evidence, once: most have none.
std::vector<ExamplesAlike> grouped(const std::vector<Outcome>& outcomes,
                                   const std::map<QString, size_t>& places,
                                   const Beliefs& beliefs) {
    std::map<std::vector<std::pair<size_t, double>>, ExamplesAlike> groups;
    for (const Outcome& outcome : outcomes) {
        std::vector<std::pair<size_t, double>> amounts;
        bool isBlank = true;
        for (const auto& [code, amount] : outcome.amounts) {
            amounts.emplace_back(places.at(code), amount);
            isBlank = isBlank && beliefs.of.at(code).believed < 0;
        }
        if (isBlank)
            amounts.emplace_back(places.size(), 1);
        ExamplesAlike& alike = groups[amounts];
        alike.amounts = amounts;
        alike.all += 1;
        alike.positives += isPattern(outcome) ? 1 : 0;
    }
    std::vector<ExamplesAlike> all;
    for (auto& [amounts, alike] : groups)
        all.push_back(std::move(alike));
    return all;
}

double toHundredths(double value) {
    return std::round(value * 100) / 100;
}

}  // namespace

Beliefs beliefsIn(const QString& path) {
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QJsonObject object =
        isOpen ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    Beliefs beliefs;
    beliefs.prior = object.value(QStringLiteral("prior")).toDouble();
    const QJsonArray ranks = object.value(QStringLiteral("ranks")).toArray();
    for (const QJsonValue& rank : ranks)
        beliefs.ranks.push_back(rank.toDouble());
    const QJsonObject items = object.value(QStringLiteral("items")).toObject();
    for (auto item = items.begin(); item != items.end(); ++item) {
        const QJsonObject numbers = item.value().toObject();
        const auto number = [&](const char* key) {
            return numbers.value(QLatin1String(key)).toDouble();
        };
        beliefs.of[item.key()] = {number("believed"), number("least"), number("greatest"),
                                  number("most")};
    }
    if (beliefs.of.empty())
        throw Failure(FailureKind::Unreadable, QStringLiteral("%1 says no beliefs.").arg(path));
    return beliefs;
}

scoring::Weights fittedWeights(const std::vector<Outcome>& outcomes, const Beliefs& beliefs) {
    std::map<QString, size_t> places;
    std::vector<BelievedWeight> believed;
    for (const auto& [code, belief] : beliefs.of) {
        places.emplace(code, believed.size());
        believed.push_back({belief.believed, belief.least, belief.greatest, pull});
    }
    // Of customers against whom nothing speaks far fewer are chronic than the prior says. Without
    // an item of their own, which is left out afterwards, whatever is common among them (tenure)
    // would have to make up for it.
    believed.push_back({0, -10, 0, pull});
    const auto weights = scoring::logisticFit(grouped(outcomes, places, beliefs), believed,
                                              std::log(beliefs.prior / (1 - beliefs.prior)));
    scoring::Weights fitted{beliefs.prior, beliefs.ranks, {}};
    for (const auto& [code, belief] : beliefs.of)
        fitted.of[code] = {toHundredths(weights[places.at(code)]), belief.most};
    return fitted;
}

QJsonObject toJson(const scoring::Weights& weights) {
    QJsonObject entries;
    for (const auto& [code, weight] : weights.of)
        entries.insert(code, QJsonObject{{QStringLiteral("weight"), weight.weight},
                                         {QStringLiteral("most"), weight.most}});
    QJsonArray ranks;
    for (const double rank : weights.ranks)
        ranks.append(rank);
    return {{QStringLiteral("prior"), weights.prior},
            {QStringLiteral("ranks"), ranks},
            {QStringLiteral("weights"), entries}};
}

std::vector<ShopSetting> seenSettings() {
    std::vector<ShopSetting> settings;
    for (quint64 seed = 1; seed <= 10; ++seed) {
        settings.push_back(drawnSetting(seed, 5000, Records::WithGaps, false));
        settings.push_back(drawnSetting(10 + seed, 5000, Records::Ordinary, false));
    }
    return settings;
}

std::vector<ShopSetting> unseenSettings(quint64 firstSeed, Records records) {
    std::vector<ShopSetting> settings;
    for (quint64 i = 0; i < 30; ++i)
        settings.push_back(drawnSetting(firstSeed + i, 10000, records, true));
    return settings;
}

std::vector<Outcome> outcomesOf(const std::vector<ShopSetting>& settings) {
    std::vector<Outcome> all;
    for (const ShopSetting& setting : settings) {
        auto outcomes = outcomesOf(simulatedShop(setting));
        std::move(outcomes.begin(), outcomes.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace goodfaith::calibration
