// SPDX-License-Identifier: GPL-3.0-or-later
// The two tables of the mapping step: the file's first rows under what each column becomes, and the
// records that come out.
#pragma once

#include "models/items/mapping_rows.h"

#include <QAbstractTableModel>

namespace goodfaith::items {

// Row 0 is what each column becomes; the cells of the file are below it.
class MappingModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setForm(const MappingForm& form);
    void setField(int column, const QString& shown);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList columns_;
    QStringList fields_;
    std::vector<QStringList> rows_;
};

class EffectModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Kind, Number, When, Amount, Who, Rest, columns };
    using QAbstractTableModel::QAbstractTableModel;

    void setRecords(std::vector<QStringList> records);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<QStringList> records_;
};

}  // namespace goodfaith::items
