// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/customer_counts_model.h"

#include "models/items/item_roles.h"

namespace goodfaith::items {
namespace {

QVariant alignment(int column) {
    const Qt::Alignment side =
        column == CustomerCountsModel::Count ? Qt::AlignRight : Qt::AlignLeft;
    return static_cast<int>(side | Qt::AlignVCenter);
}

}  // namespace

void CustomerCountsModel::setCustomers(std::vector<CustomerCount> customers,
                                       const QString& counted) {
    beginResetModel();
    customers_ = std::move(customers);
    counted_ = counted;
    endResetModel();
}

CustomerId CustomerCountsModel::customerAt(const QModelIndex& index) const {
    return index.isValid() ? customers_[static_cast<size_t>(index.row())].customer : CustomerId();
}

int CustomerCountsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(customers_.size());
}

int CustomerCountsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Count + 1;
}

QVariant CustomerCountsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CustomerCount& one = customers_[static_cast<size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (role == CustomerIdRole)
        return one.customer.value();
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == Count)
        return format_.number(one.count);
    if (index.column() == Verdict)
        return one.verdict ? verdictName(*one.verdict) : QStringLiteral("–");
    return one.name.isEmpty() ? tr("Customer %1").arg(one.customer.value()) : one.name;
}

QVariant CustomerCountsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Customer") : section == Verdict ? tr("Verdict") : counted_;
}

}  // namespace goodfaith::items
