// SPDX-License-Identifier: GPL-3.0-or-later
// What people judge of customers, and the log of the verdicts that were shown. Anchored to parties'
// contents, so that both follow whoever they become.
#pragma once

#include "models/domain/judgement.h"
#include "models/store/database.h"

#include <map>
#include <vector>

namespace goodfaith::store {

class JudgementTable {
public:
    explicit JudgementTable(Database& database) : database_(database) {}

    // Within the caller's transaction; the judgement's own time and author are its act's.
    void add(ActId act, const QByteArray& content, const Judgement& judgement);
    // Whether the act stands or not.
    std::optional<Judgement> find(ActId act) const;
    // Whom an act is about now; none while nothing is known of them.
    CustomerId customerOf(ActId act) const;
    // Of everybody, by time: people judge few, so one look is enough.
    std::map<CustomerId, std::vector<Judgement>> all() const;

    // A transaction of its own. False, and nothing is kept, where somebody else is writing and it
    // may not wait for them.
    bool log(const QByteArray& content, const VerdictShowing& showing, bool mayWait);
    // The latest first.
    std::vector<VerdictShowing> shownOf(CustomerId customer, int limit) const;

private:
    Database& database_;
};

}  // namespace goodfaith::store
