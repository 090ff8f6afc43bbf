// SPDX-License-Identifier: GPL-3.0-or-later
// The customers behind a chart's mark: who, what to think of them, and how many of the cases or
// inquiries are theirs.
#pragma once

#include "models/domain/overview.h"
#include "models/items/format.h"

#include <QAbstractTableModel>

namespace goodfaith::items {

class CustomerCountsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Verdict, Count };

    using QAbstractTableModel::QAbstractTableModel;

    void setFormat(const Format& format) { format_ = format; }
    // `counted`: what the last column counts, "Cases".
    void setCustomers(std::vector<CustomerCount> customers, const QString& counted);
    CustomerId customerAt(const QModelIndex& index) const;  // none for an invalid index

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Format format_;
    QString counted_;
    std::vector<CustomerCount> customers_;
};

}  // namespace goodfaith::items
