// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/complaint_model.h"

#include "models/domain/failure.h"

namespace goodfaith::understanding {

QJsonObject toJson(const ModelWeights& weights) {
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(weights.steps.data()),
                                               qsizetype(weights.steps.size()));
    return {{QStringLiteral("about"),
             QStringLiteral("Weights of the complaint model (models/understanding/"
                            "complaint_model.h), made by tests/training. Never edited by hand.")},
            {QStringLiteral("version"), weights.version},
            {QStringLiteral("features"), featureVersion},
            {QStringLiteral("step"), weights.step},
            {QStringLiteral("steepness"), weights.steepness},
            {QStringLiteral("shift"), weights.shift},
            {QStringLiteral("weights"), QString::fromLatin1(qCompress(bytes, 9).toBase64())}};
}

ModelWeights weightsFrom(const QJsonObject& json) {
    ModelWeights weights;
    weights.version = json[QStringLiteral("version")].toInt();
    weights.step = json[QStringLiteral("step")].toDouble();
    weights.steepness = json[QStringLiteral("steepness")].toDouble();
    weights.shift = json[QStringLiteral("shift")].toDouble();
    const QByteArray bytes =
        qUncompress(QByteArray::fromBase64(json[QStringLiteral("weights")].toString().toLatin1()));
    if (json[QStringLiteral("features")].toInt() != featureVersion ||
        bytes.size() != qsizetype(slotCount)) {
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("The weights of the complaint model do not fit this version "
                                     "of the program. Install it again."));
    }
    weights.steps.assign(bytes.cbegin(), bytes.cend());
    return weights;
}

ComplaintModel::ComplaintModel(ModelWeights weights) : weights_(std::move(weights)) {}

double ComplaintModel::logOdds(std::span<const Feature> features) const {
    double sum = weights_.shift;
    for (const Feature& feature : features)
        sum += weightOf(feature);
    return sum;
}

std::vector<double> ComplaintModel::byWord(std::span<const Feature> features, size_t words) const {
    std::vector<double> moved(words);
    for (const Feature& feature : features) {
        const double weight = weightOf(feature);
        if (weight == 0)
            continue;
        const double share = weight / std::max(1u, feature.end - feature.begin);
        for (size_t at = feature.begin; at < feature.end; ++at)
            moved[at] += share;
    }
    return moved;
}

}  // namespace goodfaith::understanding
