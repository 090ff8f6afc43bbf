// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/weights.h"

#include "models/domain/failure.h"
#include "models/domain/resource.h"

#include <QJsonArray>

// A static library's resources are only linked in when they are named; outside any namespace.
static void keepScoringResources() {
    Q_INIT_RESOURCE(scoring_data);
}

namespace goodfaith::scoring {
namespace {

double numberIn(const QJsonObject& object, const QString& key) {
    const QJsonValue value = object.value(key);
    if (!value.isDouble())
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("The weights of this program say no number for \"%1\". "
                                     "Install it again.")
                          .arg(key));
    return value.toDouble();
}

}  // namespace

Weights weightsFrom(const QJsonObject& object) {
    Weights weights;
    weights.prior = numberIn(object, QStringLiteral("prior"));
    const QJsonArray ranks = object.value(QStringLiteral("ranks")).toArray();
    for (const QJsonValue& rank : ranks)
        weights.ranks.push_back(rank.toDouble());
    if (weights.ranks.empty())
        numberIn(object, QStringLiteral("ranks"));
    const QJsonObject entries = object.value(QStringLiteral("weights")).toObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const QJsonObject numbers = entry.value().toObject();
        weights.of[entry.key()] = {numberIn(numbers, QStringLiteral("weight")),
                                   numberIn(numbers, QStringLiteral("most"))};
    }
    return weights;
}

const Weights& shippedWeights() {
    static const Weights weights = [] {
        keepScoringResources();
        return weightsFrom(jsonResource(QStringLiteral("scoring/weights")));
    }();
    return weights;
}

}  // namespace goodfaith::scoring
