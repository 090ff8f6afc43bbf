// SPDX-License-Identifier: GPL-3.0-or-later
// The reasons of a verdict, the heaviest first, each with the events it rests on.
#pragma once

#include "models/domain/score.h"
#include "models/items/format.h"
#include "models/items/item_roles.h"

#include <QAbstractListModel>

namespace goodfaith::items {

class ReasonsModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setFormat(const Format& format) { format_ = format; }
    void setReasons(std::vector<Reason> reasons);
    const Reason* reasonAt(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString accessibleText(const Reason& reason) const;

    Format format_;
    std::vector<Reason> reasons_;
};

}  // namespace goodfaith::items
