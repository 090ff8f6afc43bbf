// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of a search while one types, best first.
#pragma once

#include "models/domain/overview.h"
#include "models/items/item_roles.h"

#include <QAbstractListModel>

namespace goodfaith::items {

class MatchesModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setMatches(std::vector<Match> matches);
    void clear() { setMatches({}); }
    CustomerId customerAt(const QModelIndex& index) const;  // none for an invalid index

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Match> matches_;
};

}  // namespace goodfaith::items
