// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/matching.h"

#include <algorithm>
#include <cmath>

namespace goodfaith::identity {
namespace {

constexpr std::array nameLevels = {
    "", "same", "short form", "initial", "nearly the same", "similar", "different"};
constexpr std::array birthLevels = {
    "", "same", "day and month swapped", "one digit differs", "one part differs", "different"};
constexpr std::array streetLevels = {"",
                                     "same",
                                     "similar, same house number",
                                     "same, house number unknown",
                                     "same, other house number",
                                     "similar",
                                     "same house number only",
                                     "different"};
constexpr std::array placeLevels = {
    "", "same", "same postcode", "same city", "postcode with one digit different", "different"};
constexpr std::array phoneLevels = {"", "same", "one digit or the country differs", "different"};
constexpr std::array emailLevels = {"",
                                    "same",
                                    "same, domain misspelt",
                                    "same name at another domain",
                                    "name with one letter different",
                                    "different"};
constexpr std::array orderLevels = {"", "both name the same order"};

struct FieldInfo {
    const char* name;
    std::span<const char* const> levels;
};

// By MatchField.
constexpr std::array<FieldInfo, matchFieldCount> fieldInfos{{{"family_name", nameLevels},
                                                             {"given_name", nameLevels},
                                                             {"date_of_birth", birthLevels},
                                                             {"street", streetLevels},
                                                             {"place", placeLevels},
                                                             {"phone", phoneLevels},
                                                             {"email", emailLevels},
                                                             {"order", orderLevels}}};

// One bearer of a million is no proof, and chance finds may be typing errors.
constexpr double rarest = 2e-5;

LevelProbabilities adjusted(MatchField field, LevelProbabilities level, const Agreement& agreement,
                            const NameFrequencies& frequencies) {
    if (field == MatchField::FamilyName && agreement.familyName != nullptr)
        level.u = std::max(rarest, frequencies.familyName(*agreement.familyName, level.u));
    if (field == MatchField::GivenName && agreement.givenName != nullptr)
        level.u = std::max(rarest, frequencies.givenName(*agreement.givenName, level.u));
    return level;
}

// Products of probabilities, as logarithms: of a pair of each class.
struct Likelihoods {
    double same = 0;
    double household = 0;
    double strangers = 0;
};

void add(Likelihoods& sums, const LevelProbabilities& met) {
    sums.same += std::log2(met.m);
    sums.household += std::log2(met.household);
    sums.strangers += std::log2(met.u);
}

LevelProbabilities met(MatchField field, const Agreement& agreement, const MatchContext& context) {
    const quint8 level = agreement.levels[static_cast<size_t>(field)];
    return level == 0 ? LevelProbabilities{}
                      : adjusted(field, context.parameters.of(field, level), agreement,
                                 context.frequencies);
}

Likelihoods likelihoodsOf(const Agreement& agreement, const MatchContext& context) {
    Likelihoods sums;
    for (size_t field = 0; field < matchFieldCount; ++field)
        add(sums, met(static_cast<MatchField>(field), agreement, context));
    const auto& [same, linked] = context.priors;
    sums.same += std::log2(same);
    sums.household += std::log2(linked);
    sums.strangers += std::log2(1 - same - linked);
    return sums;
}

}  // namespace

void NameFrequencies::add(const MatchRecord& record) {
    ++records_;
    for (const MatchName& name : record.names) {
        if (!name.family.isEmpty())
            ++family_[name.family];
        if (!name.given.isEmpty())
            ++given_[name.given];
    }
}

double NameFrequencies::share(const QHash<QString, int>& counts, const QString& name,
                              double expected) const {
    constexpr double weightOfExpected = 500;  // as if so many had been counted already
    return (counts.value(name) + weightOfExpected * expected) /
           (static_cast<double>(records_) + weightOfExpected);
}

double NameFrequencies::familyName(const QString& name, double expected) const {
    return share(family_, name, expected);
}

double NameFrequencies::givenName(const QString& name, double expected) const {
    return share(given_, name, expected);
}

MatchPriors priorsOf(qint64 customers) {
    constexpr double shareWithDuplicate = 0.1;
    constexpr double shareWithRelative = 0.05;
    constexpr double most = 0.01;  // of very few nobody can say anything
    const auto others = static_cast<double>(std::max<qint64>(customers - 1, 1));
    return {std::min(most, shareWithDuplicate / others),
            std::min(most, shareWithRelative / others)};
}

MatchScore score(const Agreement& agreement, const MatchContext& context) {
    const Likelihoods sums = likelihoodsOf(agreement, context);
    const double largest = std::max({sums.same, sums.household, sums.strangers});
    const double same = std::exp2(sums.same - largest);
    const double linked = std::exp2(sums.household - largest);
    const double all = same + linked + std::exp2(sums.strangers - largest);
    return {same / all, linked / all};
}

std::vector<MatchEvidence> evidenceOf(const Agreement& agreement, const MatchContext& context,
                                      bool linked) {
    const Likelihoods sums = likelihoodsOf(agreement, context);
    const bool againstHousehold = !linked && sums.household > sums.strangers;
    std::vector<MatchEvidence> evidence;
    for (size_t i = 0; i < matchFieldCount; ++i) {
        const auto field = static_cast<MatchField>(i);
        if (agreement.levels[i] == 0)
            continue;
        const LevelProbabilities level = met(field, agreement, context);
        const double likely = linked ? level.household : level.m;
        const double otherwise = againstHousehold ? level.household : level.u;
        evidence.push_back({nameOf(field), agreementInWords(field, agreement.levels[i]),
                            std::log2(likely / otherwise)});
    }
    return evidence;
}

QString nameOf(MatchField field) {
    return QString::fromLatin1(fieldInfos[static_cast<size_t>(field)].name);
}

std::span<const char* const> levelsOf(MatchField field) {
    return fieldInfos[static_cast<size_t>(field)].levels;
}

QString agreementInWords(MatchField field, quint8 level) {
    return QString::fromLatin1(levelsOf(field)[level]);
}

}  // namespace goodfaith::identity
