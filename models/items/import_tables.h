// SPDX-License-Identifier: GPL-3.0-or-later
// The three tables of the import page: the files chosen, the first rows, the rejected rows.
#pragma once

#include "models/items/format.h"
#include "models/items/import_rows.h"
#include "models/items/item_roles.h"

#include <QAbstractTableModel>

namespace goodfaith::items {

class InputsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { File, RecognisedAs, Size, columns };
    using QAbstractTableModel::QAbstractTableModel;

    void setFormat(const Format& format) { format_ = format; }
    void setInputs(std::vector<InputRow> inputs);
    void remove(int row);
    const std::vector<InputRow>& inputs() const { return inputs_; }
    QStringList paths() const;  // of all, in order
    bool hasUsable() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Format format_;
    std::vector<InputRow> inputs_;
};

class PreviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(PreviewTable preview);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    PreviewTable preview_;
};

class RejectsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { File, Line, ColumnName, Found, Why, columns };
    using QAbstractTableModel::QAbstractTableModel;

    void setFormat(const Format& format) { format_ = format; }
    void clear();
    // `files`: the paths, of each row; none where all are of one file that is known.
    void add(std::vector<RejectedRow> rows, QStringList files = {});

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Format format_;
    std::vector<RejectedRow> rows_;
    QStringList files_;
};

}  // namespace goodfaith::items
