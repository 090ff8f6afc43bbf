// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/calibration/weight_fit.h"

#include "models/domain/failure.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <nlopt.hpp>

namespace goodfaith::calibration {
namespace {

using Vector = std::vector<double>;

// Customers with the same evidence, once: most have none.
struct Alike {
    std::vector<std::pair<size_t, double>> amounts;  // by place of the item
    double patterns = 0;
    double all = 0;
};

struct Problem {
    std::vector<Alike> customers;
    Vector believed;
    double prior = 0;  // log-odds
};

// Half of it times the square of each weight's way from what is believed.
constexpr double ridge = 2;

double logLoss(double logOdds) {  // ln(1 + e^x) without overflow
    return logOdds > 0 ? logOdds + std::log1p(std::exp(-logOdds)) : std::log1p(std::exp(logOdds));
}

double loss(const Vector& weights, Vector& gradient, void* data) {
    const Problem& problem = *static_cast<const Problem*>(data);
    std::fill(gradient.begin(), gradient.end(), 0);
    double sum = 0;
    for (const Alike& alike : problem.customers) {
        double logOdds = problem.prior;
        for (const auto& [item, amount] : alike.amounts)
            logOdds += weights[item] * amount;
        sum += alike.all * logLoss(logOdds) - alike.patterns * logOdds;
        if (gradient.empty())
            continue;
        const double error = alike.all / (1 + std::exp(-logOdds)) - alike.patterns;
        for (const auto& [item, amount] : alike.amounts)
            gradient[item] += error * amount;
    }
    for (size_t i = 0; i < weights.size(); ++i) {
        const double way = weights[i] - problem.believed[i];
        sum += ridge / 2 * way * way;
        if (!gradient.empty())
            gradient[i] += ridge * way;
    }
    return sum;
}

std::vector<Alike> grouped(const std::vector<Outcome>& outcomes,
                           const std::map<QString, size_t>& places, const Beliefs& beliefs) {
    std::map<std::vector<std::pair<size_t, double>>, Alike> groups;
    for (const Outcome& outcome : outcomes) {
        std::vector<std::pair<size_t, double>> amounts;
        bool isBlank = true;
        for (const auto& [code, amount] : outcome.amounts) {
            amounts.emplace_back(places.at(code), amount);
            isBlank = isBlank && beliefs.of.at(code).believed < 0;
        }
        if (isBlank)
            amounts.emplace_back(places.size(), 1);
        Alike& alike = groups[amounts];
        alike.amounts = amounts;
        alike.all += 1;
        alike.patterns += isPattern(outcome) ? 1 : 0;
    }
    std::vector<Alike> all;
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
    Vector weights, low, high;
    for (const auto& [code, belief] : beliefs.of) {
        places.emplace(code, weights.size());
        weights.push_back(belief.believed);
        low.push_back(belief.least);
        high.push_back(belief.greatest);
    }
    // Of customers against whom nothing speaks far fewer are chronic than the prior says. Without
    // an item of their own, which is left out afterwards, whatever is common among them (tenure)
    // would have to make up for it.
    weights.push_back(0);
    low.push_back(-10);
    high.push_back(0);
    Problem problem{grouped(outcomes, places, beliefs), weights,
                    std::log(beliefs.prior / (1 - beliefs.prior))};
    nlopt::opt search(nlopt::LD_LBFGS, unsigned(weights.size()));
    search.set_min_objective(loss, &problem);
    search.set_lower_bounds(low);
    search.set_upper_bounds(high);
    search.set_ftol_rel(1e-12);
    search.set_xtol_rel(1e-9);
    search.set_maxeval(5000);
    double least = 0;
    try {
        search.optimize(weights, least);
    } catch (const nlopt::roundoff_limited&) {
        // As near as numbers can tell.
    }
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
    for (quint64 seed = 1; seed <= 10; ++seed)
        settings.push_back(drawnSetting(seed, 5000, false));
    return settings;
}

std::vector<ShopSetting> unseenSettings() {
    std::vector<ShopSetting> settings;
    for (quint64 seed = 1001; seed <= 1006; ++seed)
        settings.push_back(drawnSetting(seed, 20000, true));
    return settings;
}

std::vector<ShopSetting> unseenSettingsWithGoodRecords() {
    std::vector<ShopSetting> settings;
    for (quint64 seed = 2001; seed <= 2006; ++seed)
        settings.push_back(withGoodRecords(drawnSetting(seed, 20000, true)));
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
