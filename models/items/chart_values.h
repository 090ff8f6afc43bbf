// SPDX-License-Identifier: GPL-3.0-or-later
// A weekly report as marks to draw and as a table to read. Charts paint slowly, so that at most 500
// marks are made: where there are more, neighbouring weeks are put together.
#pragma once

#include "models/items/format.h"
#include "models/reports/weekly_report.h"

#include <QAbstractTableModel>

namespace goodfaith::items {

inline constexpr int mostMarks = 500;

enum class ChartOperation { Sum, Share };

struct ChartSeries {
    QString key;   // the report's name of it
    QString name;  // worded
    std::vector<std::optional<double>> values;
    std::vector<int> counts;  // what each value rests on
};

struct ChartValues {
    ChartOperation operation = ChartOperation::Sum;
    int weeksPerBin = 1;
    std::vector<QDate> bins;  // the Monday each begins with
    std::vector<ChartSeries> series;

    bool isEmpty() const;  // nothing in any series
    // The highest pile of a bin for sums, the highest value for shares.
    double highest() const;
};

ChartValues chartValues(const reports::WeeklyReport& report, ChartOperation operation);

class ChartTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setFormat(const Format& format) { format_ = format; }
    void setValues(ChartValues values);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Format format_;
    ChartValues values_;
};

}  // namespace goodfaith::items
