// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a weekly report: sums as stacked bars, shares as lines with gaps where nothing is known.
// Colours follow the palette; lines differ by dashes too.
#pragma once

#include "models/items/chart_values.h"

#include <QChartView>

class QCategoryAxis;

namespace goodfaith::views {

class WeeklyChart : public QChartView {
    Q_OBJECT

public:
    explicit WeeklyChart(QWidget* parent = nullptr);
    void setValues(const items::ChartValues& values, const items::Format& format);

Q_SIGNALS:
    // The Monday a mark begins with, how many weeks it stands for, and the report's series.
    void markClicked(QDate week, int weeks, const QString& series);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addBars();
    void addLines();
    void addLine(int series, const QList<QPointF>& points, bool isFirst);
    void addAxes();
    QCategoryAxis* makeWeekAxis() const;
    void click(int series, int bin);
    void hover(bool isOver, int series, int bin);

    items::ChartValues values_;
    items::Format format_;
};

}  // namespace goodfaith::views
