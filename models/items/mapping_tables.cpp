// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/mapping_tables.h"

namespace goodfaith::items {

void MappingModel::setForm(const MappingForm& form) {
    beginResetModel();
    columns_ = form.columns;
    fields_ = QStringList(form.columns.size(), QString());
    rows_ = form.rows;
    endResetModel();
}

void MappingModel::setField(int column, const QString& shown) {
    fields_[column] = shown;
    Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
}

int MappingModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || columns_.isEmpty() ? 0 : static_cast<int>(rows_.size()) + 1;
}

int MappingModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant MappingModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (index.row() == 0)
        return fields_.value(index.column());
    const QString cell = rows_[static_cast<size_t>(index.row()) - 1].value(index.column());
    return role == Qt::ToolTipRole ? cell : cell.simplified();
}

QVariant MappingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return columns_.value(section).simplified();
}

void EffectModel::setRecords(std::vector<QStringList> records) {
    beginResetModel();
    records_ = std::move(records);
    endResetModel();
}

int EffectModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(records_.size());
}

int EffectModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant EffectModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((index.column() == Amount ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString text = records_[static_cast<size_t>(index.row())].value(index.column());
    return role == Qt::DisplayRole ? text.simplified() : text;
}

QVariant EffectModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    const QStringList names{tr("What"),   tr("Number"), tr("When"),
                            tr("Amount"), tr("Who"),    tr("And")};
    return role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

}  // namespace goodfaith::items
