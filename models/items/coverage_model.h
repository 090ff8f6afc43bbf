// SPDX-License-Identifier: GPL-3.0-or-later
// Up to when each source's records are known, by kind. Says of those that lag behind the others
// that they do: something is missing there, not merely quiet.
#pragma once

#include "models/domain/overview.h"
#include "models/items/format.h"
#include "models/items/item_roles.h"

#include <QAbstractTableModel>

namespace goodfaith::items {

class CoverageModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Source, Kind, UpTo, Since, Records, Imported, Hint, columns };
    using QAbstractTableModel::QAbstractTableModel;

    void setFormat(const Format& format);
    void setCoverage(std::vector<CoverageRow> coverage);
    // "Calls of main end on 2 Jul 2024 …"; "" where nothing lags behind.
    QString hint() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Instant newest() const;
    bool lags(const CoverageRow& row) const;
    QString day(Instant instant) const;
    QString text(const CoverageRow& row, int column) const;

    Format format_;
    std::vector<CoverageRow> coverage_;
};

}  // namespace goodfaith::items
