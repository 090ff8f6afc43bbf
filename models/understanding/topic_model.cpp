// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/topic_model.h"

#include "models/domain/failure.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace goodfaith::understanding {

QJsonObject toJson(const TopicWeights& weights) {
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(weights.steps.data()),
                                               qsizetype(weights.steps.size()));
    QJsonArray topics;
    for (const Topic topic : weights.topics)
        topics.append(nameOf(topic));
    return {{QStringLiteral("about"),
             QStringLiteral("Weights of the model of topics (models/understanding/topic_model.h), "
                            "made by tests/training. Never edited by hand.")},
            {QStringLiteral("version"), weights.version},
            {QStringLiteral("features"), featureVersion},
            {QStringLiteral("topics"), topics},
            {QStringLiteral("step"), weights.step},
            {QStringLiteral("steepness"), weights.steepness},
            {QStringLiteral("weights"), QString::fromLatin1(qCompress(bytes, 9).toBase64())}};
}

TopicWeights topicWeightsFrom(const QJsonObject& json) {
    TopicWeights weights;
    weights.version = json[QStringLiteral("version")].toInt();
    weights.step = json[QStringLiteral("step")].toDouble();
    weights.steepness = json[QStringLiteral("steepness")].toDouble();
    for (const auto& name : json[QStringLiteral("topics")].toArray())
        weights.topics.push_back(topicFromName(name.toString()).value_or(Topic::None));
    const QByteArray bytes =
        qUncompress(QByteArray::fromBase64(json[QStringLiteral("weights")].toString().toLatin1()));
    const bool isWhole = !weights.topics.empty() &&
                         bytes.size() == qsizetype(topicSlotCount * weights.topics.size());
    if (json[QStringLiteral("features")].toInt() != featureVersion || !isWhole) {
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("The weights of the model of topics do not fit this version "
                                     "of the program. Install it again."));
    }
    weights.steps.assign(bytes.cbegin(), bytes.cend());
    return weights;
}

std::map<Topic, double> TopicModel::logProbabilities(std::span<const Feature> features,
                                                     const std::map<Topic, double>& told) const {
    std::map<Topic, double> sums;
    const double step = weights_.steepness * weights_.step;
    for (size_t at = 0; at < weights_.topics.size(); ++at) {
        const int8_t* steps = weights_.steps.data() + at * topicSlotCount;
        qint64 sum = 0;
        for (const Feature& feature : features)
            sum += steps[topicSlotOf(feature.slot)];
        const auto known = told.find(weights_.topics[at]);
        sums[weights_.topics[at]] = double(sum) * step + (known == told.end() ? 0 : known->second);
    }
    const double most =
        std::max_element(sums.begin(), sums.end(), [](const auto& a, const auto& b) {
            return a.second < b.second;
        })->second;
    double all = 0;
    for (const auto& [topic, sum] : sums)
        all += std::exp(sum - most);
    for (auto& [topic, sum] : sums)
        sum -= most + std::log(all);
    return sums;
}

}  // namespace goodfaith::understanding
