// SPDX-License-Identifier: GPL-3.0-or-later
// Past imports, newest first. A new list is taken over row by row, so that a selection stays.
#pragma once

#include "models/domain/overview.h"
#include "models/items/format.h"
#include "models/items/item_roles.h"

#include <QAbstractTableModel>

namespace goodfaith::items {

class ImportsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, File, Template, Source, State, New, Changed, Same, Rejected, columns };
    using QAbstractTableModel::QAbstractTableModel;

    void setFormat(const Format& format);
    void setImports(std::vector<ImportSummary> imports);
    const ImportSummary* importAt(const QModelIndex& index) const;
    bool canUndo(const QModelIndex& index) const;
    static QString fileText(const QString& path);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ImportSummary& import, int column) const;
    static QString stateName(const ImportSummary& import);

    Format format_;
    std::vector<ImportSummary> imports_;
};

}  // namespace goodfaith::items
