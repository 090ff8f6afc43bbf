// SPDX-License-Identifier: GPL-3.0-or-later
// A report as a table to read: cells worded, sorted by any column. The row that sums up stays the
// first, what is unknown comes last.
#pragma once

#include "models/items/format.h"
#include "models/reports/report.h"

#include <QAbstractTableModel>

namespace goodfaith::reports {
struct ReportInfo;
}

namespace goodfaith::items {

class ReportModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setFormat(const Format& format);
    void setReport(reports::Report report);
    // None where the row is about nobody.
    CustomerId customerAt(const QModelIndex& index) const;
    // Of numbers that only programs need.
    bool isForPrograms(int column) const;
    // The rows as they stand, worded, with their headings: a tab between cells.
    QString asText() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    const reports::Cell& cellAt(const QModelIndex& index) const;
    QString worded(const reports::Cell& cell, size_t column) const;
    int alignmentOf(int column) const;

    Format format_;
    reports::Report report_;
};

// What can be read besides the charts: every report that is not drawn, in the order of the
// registry.
class ReportListModel : public QAbstractListModel {
    Q_OBJECT

public:
    // Of a row: the report's name; "" of the charts, which are the first.
    enum { NameRole = Qt::UserRole + 1 };

    explicit ReportListModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<const reports::ReportInfo*> infos_;
};

}  // namespace goodfaith::items
