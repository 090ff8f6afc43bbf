// SPDX-License-Identifier: GPL-3.0-or-later
// The parties that a customer is made of: what each is known by, and why it is there, in words.
#pragma once

#include "models/domain/act.h"
#include "models/domain/overview.h"
#include "models/items/format.h"
#include "models/items/item_roles.h"

#include <QAbstractListModel>

#include <optional>

namespace goodfaith::items {

struct PartyRow {
    PartyOverview party;
    std::optional<Act> act;  // by which a person joined it
};

// Display: who; KeysRole: what it is known by; WhyRole: why it is there; StatusRole: how many
// events, from when to when.
class PartiesModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setFormat(const Format& format);
    void setParties(std::vector<PartyRow> parties);
    const PartyOverview* partyAt(const QModelIndex& index) const;
    // "Splits off … with its 5 events …": what would happen to that one; "" where it cannot.
    QString splitSentence(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString titleOf(const PartyOverview& party) const;
    QString keysOf(const PartyOverview& party) const;
    QString whyOf(const PartyRow& row) const;
    QString eventsOf(const PartyOverview& party) const;
    QString joinedToOf(const PartyOverview& party) const;

    Format format_;
    std::vector<PartyRow> parties_;
};

}  // namespace goodfaith::items
