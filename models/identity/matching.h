// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two customers are one person, after Fellegi and Sunter (1969): each field adds the binary
// logarithm of how much likelier its agreement is among pairs of one person than among pairs of
// two. Of two there are two sorts: strangers, and those of one household, who share name, address
// and phone. Taking these for strangers would make one person of a family; so a pair is one of
// three classes, and the weights speak for one person against the likelier of the other two.
// A name that few bear counts for more against strangers (Winkler 1989).
#pragma once

#include "models/domain/suggestion.h"
#include "models/identity/agreement.h"

#include <QHash>

#include <span>

namespace goodfaith::identity {

// How often a level is met where the field is known of both, in per one.
struct LevelProbabilities {
    double m = 1;          // of one person
    double u = 1;          // of strangers
    double household = 1;  // of two persons who belong together
};
struct MatchParameters {
    std::array<std::array<LevelProbabilities, mostLevels>, matchFieldCount> levels{};

    const LevelProbabilities& of(MatchField field, quint8 level) const {
        return levels[static_cast<size_t>(field)][level];
    }
};
// The table that is shipped; matching_parameters.cpp says where its figures come from.
const MatchParameters& shippedParameters();

// How many customers bear a name.
class NameFrequencies {
public:
    void add(const MatchRecord& record);
    qint64 records() const { return records_; }
    // The share of all that bear it, drawn towards `expected` while few are counted.
    double familyName(const QString& name, double expected) const;
    double givenName(const QString& name, double expected) const;

private:
    double share(const QHash<QString, int>& counts, const QString& name, double expected) const;

    QHash<QString, int> family_;
    QHash<QString, int> given_;
    qint64 records_ = 0;
};

// How likely it is, before anything is compared, that two customers are one person, or belong
// together.
struct MatchPriors {
    double same = 0;
    double linked = 0;
};
// Two of so many: one customer in ten is there twice, one in twenty has a relative there.
MatchPriors priorsOf(qint64 customers);

struct MatchContext {
    const MatchParameters& parameters;
    const NameFrequencies& frequencies;
    MatchPriors priors;
};

struct MatchScore {
    double same = 0;    // probability that they are one person
    double linked = 0;  // probability that they are two who belong together
};

MatchScore score(const Agreement& agreement, const MatchContext& context);
// Field by field what speaks for one person; unknown fields are left out. `linked`: what speaks for
// two who belong together against strangers, as it is shown of such a pair.
std::vector<MatchEvidence> evidenceOf(const Agreement& agreement, const MatchContext& context,
                                      bool linked);

QString nameOf(MatchField field);                          // snake_case: "family_name"
QString agreementInWords(MatchField field, quint8 level);  // "" where it is unknown
// From unknown on; the last is "different".
std::span<const char* const> levelsOf(MatchField field);

}  // namespace goodfaith::identity
