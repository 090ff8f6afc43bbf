// SPDX-License-Identifier: GPL-3.0-or-later
// What people decided of who is who, as far as it stands. Read once: make another after a change.
#pragma once

#include "models/domain/act.h"
#include "models/domain/decision.h"
#include "models/store/database.h"

#include <QHash>

namespace goodfaith::store {

class DecisionTable {
public:
    using Sides = std::array<std::vector<QByteArray>, 2>;

    explicit DecisionTable(Database& database);

    // Keeps what an act says; this object does not know of it. Within the caller's transaction.
    void add(ActId act, const Sides& sides);
    // What any act says, whether it stands or not.
    Sides sidesOf(ActId act) const;

    // The decisions (same, apart) that name any of these, oldest first.
    std::vector<Decision> among(const std::vector<QByteArray>& contents) const;
    // Everybody whom somebody said to be the same as this one, with whoever stood beside them.
    std::vector<QByteArray> sameAs(const QByteArray& content) const;

    // Whether any act says so of these two, in either order.
    bool areApart(const QByteArray& a, const QByteArray& b) const;
    bool areDismissed(const QByteArray& a, const QByteArray& b) const;
    // The same of any party of the one and any of the other.
    bool areApart(CustomerId a, CustomerId b) const;
    bool areDismissed(CustomerId a, CustomerId b) const;

private:
    struct Said {
        ActKind kind = ActKind::Same;
        Decision decision;
    };
    struct Place {
        size_t said = 0;
        int side = 0;
    };

    bool areSaid(ActKind kind, const QByteArray& a, const QByteArray& b) const;
    bool areSaid(ActKind kind, CustomerId a, CustomerId b) const;
    std::vector<QByteArray> contentsOf(CustomerId customer) const;

    Database& database_;
    std::vector<Said> said_;  // by number
    QHash<QByteArray, std::vector<Place>> places_;
};

}  // namespace goodfaith::store
