// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/weekly_chart.h"

#include "views/look.h"

#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QCursor>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegendMarker>
#include <QLineSeries>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace goodfaith::views {
namespace {

constexpr int mostLabels = 9;
constexpr int weeksLabelledByDay = 14;
constexpr size_t weeksWithLargeMarks = 30;

// The next of 1, 2, 5, 10, 20, … that gives at most five intervals up to `highest`.
double niceInterval(double highest) {
    for (double ten = 1;; ten *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            if (highest <= factor * ten * 5)
                return factor * ten;
        }
    }
}

}  // namespace

WeeklyChart::WeeklyChart(QWidget* parent) : QChartView(parent) {
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setMinimumHeight(36 * step);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({0, 0, 3 * step, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->setAlignment(Qt::AlignBottom);
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeRectangle);
}

void WeeklyChart::setValues(const items::ChartValues& values, const items::Format& format) {
    values_ = values;
    format_ = format;
    rebuild();
}

void WeeklyChart::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !values_.bins.empty())
        rebuild();
}

void WeeklyChart::rebuild() {
    chart()->removeAllSeries();
    for (QAbstractAxis* axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    setBackgroundBrush(palette().color(QPalette::Base));
    if (values_.bins.empty())
        return;
    if (values_.operation == items::ChartOperation::Sum)
        addBars();
    else
        addLines();
    addAxes();
    chart()->legend()->setLabelColor(palette().color(QPalette::Text));
    chart()->legend()->setFont(font());
}

void WeeklyChart::addBars() {
    auto* bars = new QStackedBarSeries(chart());
    bars->setBarWidth(0.8);
    for (size_t i = 0; i < values_.series.size(); ++i) {
        const int series = static_cast<int>(i);
        auto* set = new QBarSet(values_.series[i].name, bars);
        set->setColor(seriesColour(series, palette()));
        set->setBorderColor(palette().color(QPalette::Base));
        for (const auto& value : values_.series[i].values)
            set->append(value.value_or(0));
        connect(set, &QBarSet::clicked, this, [this, series](int bin) { click(series, bin); });
        connect(set, &QBarSet::hovered, this,
                [this, series](bool isOver, int bin) { hover(isOver, series, bin); });
        bars->append(set);
    }
    chart()->addSeries(bars);
}

void WeeklyChart::addLines() {
    for (size_t i = 0; i < values_.series.size(); ++i) {
        QList<QPointF> points;
        bool isFirst = true;
        const auto end = [&] {
            if (!points.isEmpty()) {
                addLine(static_cast<int>(i), points, isFirst);
                isFirst = false;
            }
            points.clear();
        };
        for (size_t bin = 0; bin < values_.bins.size(); ++bin) {
            if (const auto& value = values_.series[i].values[bin])
                points << QPointF(static_cast<double>(bin), *value * 100);
            else
                end();
        }
        end();
    }
}

void WeeklyChart::addLine(int series, const QList<QPointF>& points, bool isFirst) {
    auto* line = new QLineSeries(chart());
    line->setName(values_.series[static_cast<size_t>(series)].name);
    QPen pen(seriesColour(series, palette()), 2);
    pen.setStyle(series % 2 == 0 ? Qt::SolidLine : Qt::DashLine);
    line->setPen(pen);
    line->setPointsVisible(true);
    line->setMarkerSize(values_.bins.size() > weeksWithLargeMarks ? 3 : 6);
    line->append(points);
    const auto binOf = [](const QPointF& point) {
        return static_cast<int>(std::lround(point.x()));
    };
    connect(line, &QLineSeries::clicked, this,
            [this, series, binOf](const QPointF& point) { click(series, binOf(point)); });
    connect(line, &QLineSeries::hovered, this,
            [this, series, binOf](const QPointF& point, bool isOver) {
                hover(isOver, series, binOf(point));
            });
    chart()->addSeries(line);
    if (!isFirst)
        chart()->legend()->markers(line).constFirst()->setVisible(false);
}

void WeeklyChart::addAxes() {
    auto* values = new QValueAxis(chart());
    values->setTickType(QValueAxis::TicksDynamic);
    values->setTickAnchor(0);
    const bool isShare = values_.operation == items::ChartOperation::Share;
    const double interval = isShare ? 25 : niceInterval(values_.highest());
    values->setTickInterval(interval);
    // Room for the marks that stand on the edge.
    constexpr double edge = 7;
    if (isShare)
        values->setRange(-edge, 100 + edge);
    else
        values->setRange(0, std::max(1.0, std::ceil(values_.highest() / interval)) * interval);
    values->setLabelFormat(isShare ? QStringLiteral("%d%%") : QStringLiteral("%d"));
    auto* weeks = makeWeekAxis();
    chart()->addAxis(weeks, Qt::AlignBottom);
    chart()->addAxis(values, Qt::AlignLeft);
    QColor grid = palette().color(QPalette::Text);
    grid.setAlphaF(0.15F);
    for (QAbstractAxis* axis :
         {static_cast<QAbstractAxis*>(weeks), static_cast<QAbstractAxis*>(values)}) {
        axis->setLabelsColor(quietColour(palette()));
        axis->setLabelsFont(font());
        axis->setLinePenColor(grid);
        axis->setGridLineColor(grid);
        for (QAbstractSeries* series : chart()->series())
            series->attachAxis(axis);
    }
    weeks->setGridLineVisible(false);
}

QCategoryAxis* WeeklyChart::makeWeekAxis() const {
    auto* axis = new QCategoryAxis(chart());
    const auto bins = static_cast<int>(values_.bins.size());
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setRange(-0.5, bins - 0.5);
    const QLocale& locale = format_.locale();
    std::vector<std::pair<QString, int>> labels;
    for (int bin = 0; bin < bins; ++bin) {
        const QDate week = values_.bins[static_cast<size_t>(bin)];
        if (bins <= weeksLabelledByDay)
            labels.emplace_back(locale.toString(week, QStringLiteral("d MMM")), bin);
        else if (bin > 0 && bin + 2 < bins &&
                 values_.bins[static_cast<size_t>(bin) - 1].month() != week.month())
            labels.emplace_back(locale.toString(week, QStringLiteral("MMM yyyy")), bin);
    }
    const size_t every = (labels.size() + mostLabels - 1) / mostLabels;
    for (size_t i = 0; i < labels.size(); i += std::max<size_t>(every, 1))
        axis->append(labels[i].first, labels[i].second);
    return axis;
}

void WeeklyChart::click(int series, int bin) {
    if (bin >= 0 && bin < static_cast<int>(values_.bins.size()))
        Q_EMIT markClicked(values_.bins[static_cast<size_t>(bin)], values_.weeksPerBin,
                           values_.series[static_cast<size_t>(series)].key);
}

void WeeklyChart::hover(bool isOver, int series, int bin) {
    if (!isOver || bin < 0 || bin >= static_cast<int>(values_.bins.size())) {
        QToolTip::hideText();
        return;
    }
    const items::ChartSeries& one = values_.series[static_cast<size_t>(series)];
    const auto at = static_cast<size_t>(bin);
    const QString value =
        values_.operation == items::ChartOperation::Sum
            ? format_.number(std::llround(one.values[at].value_or(0)))
            : tr("%1 of %2")
                  .arg(format_.share(one.values[at].value_or(0)), format_.number(one.counts[at]));
    QToolTip::showText(QCursor::pos(),
                       tr("Week of %1\n%2: %3").arg(format_.day(values_.bins[at]), one.name, value),
                       this);
}

}  // namespace goodfaith::views
