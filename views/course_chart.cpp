// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/course_chart.h"

#include "models/items/course_model.h"
#include "views/look.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace goodfaith::views {
namespace {

constexpr int signSize = 4 * step;
constexpr double nearEnough = 4 * step;  // of a click, in pixels

QColor gridColour(const QPalette& palette) {
    QColor grid = palette.color(QPalette::Text);
    grid.setAlphaF(0.15F);
    return grid;
}

std::array<QString, 3> scoreNames() {
    return {CourseChart::tr("Value"), CourseChart::tr("Complaints"),
            CourseChart::tr("Our replies")};
}

}  // namespace

CourseChart::CourseChart(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setMinimumSize(66 * step, 26 * step);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize CourseChart::sizeHint() const {
    return {90 * step, 44 * step};
}

void CourseChart::setCourse(const ScoreCourse& course, const items::Format& format) {
    course_ = course;
    format_ = format;
    chosen_.reset();
    const auto changes =
        std::count_if(course_.steps.begin(), course_.steps.end(),
                      [&](const CourseStep& one) { return course_.changesVerdict(one); });
    setAccessibleName(tr("The three scores over time; the verdict changed %1")
                          .arg(format_.counted(changes, tr("time"), tr("times"))));
    update();
}

void CourseChart::setChosen(std::optional<size_t> at) {
    chosen_ = at;
    update();
}

void CourseChart::setAsOf(std::optional<QDate> day) {
    asOf_ = day;
    update();
}

// Room for the legend and the signs above, the months below and the scale at the left.
QRect CourseChart::plot() const {
    const int line = fontMetrics().height();
    return rect().adjusted(fontMetrics().horizontalAdvance(QStringLiteral("100")) + 2 * step,
                           line + signSize + 2 * step, -2 * step, -(line + step));
}

double CourseChart::xOf(Instant at) const {
    const auto first = course_.points.front().at;
    const auto whole = static_cast<double>((course_.points.back().at - first).count());
    const auto part = static_cast<double>((at - first).count());
    const double share = whole <= 0 ? 1 : std::clamp(part / whole, 0.0, 1.0);
    return plot().left() + share * plot().width();
}

double CourseChart::yOf(double score) const {
    return plot().bottom() - score / 100 * plot().height();
}

QPen CourseChart::penOf(int series) const {
    static constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine};
    QPen pen(seriesColour(series, palette()), 2);
    pen.setStyle(styles[static_cast<size_t>(series)]);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

void CourseChart::paintEvent(QPaintEvent*) {
    if (course_.points.size() < 2)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(painter);
    paintGrid(painter);
    paintMonths(painter);
    if (asOf_)
        paintMark(painter, endOfDay(*asOf_, format_.zone()),
                  QPen(palette().color(QPalette::Text), 1, Qt::DashLine));
    if (chosen_)
        paintMark(painter, course_.steps[*chosen_].at,
                  QPen(palette().color(QPalette::Highlight), 3));
    paintScore(painter, 0, &CoursePoint::value);
    paintScore(painter, 1, &CoursePoint::complaints);
    paintScore(painter, 2, &CoursePoint::response);
    paintSigns(painter);
}

void CourseChart::paintLegend(QPainter& painter) const {
    const int line = fontMetrics().height();
    int x = step;
    const auto names = scoreNames();
    for (size_t i = 0; i < names.size(); ++i) {
        painter.setPen(penOf(static_cast<int>(i)));
        painter.drawLine(x, line / 2, x + 4 * step, line / 2);
        x += 5 * step;
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRect(x, 0, width() - x, line), Qt::AlignLeft | Qt::AlignVCenter,
                         names[i]);
        x += fontMetrics().horizontalAdvance(names[i]) + 3 * step;
    }
}

void CourseChart::paintGrid(QPainter& painter) const {
    for (const int score : {0, 50, 100}) {
        const int y = static_cast<int>(std::lround(yOf(score)));
        painter.setPen(gridColour(palette()));
        painter.drawLine(plot().left(), y, plot().right(), y);
        painter.setPen(quietColour(palette(), QPalette::WindowText, QPalette::Window));
        const int line = fontMetrics().height();
        painter.drawText(QRect(0, y - line / 2, plot().left() - step, line),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(score));
    }
}

// As many as there is room for: every first of a month, of each third, of each year, …
void CourseChart::paintMonths(QPainter& painter) const {
    const QDate first = course_.points.front().day;
    const QDate last = course_.points.back().day;
    const int months = (last.year() - first.year()) * 12 + last.month() - first.month();
    const int room = fontMetrics().horizontalAdvance(QStringLiteral("Sep 2024")) + 4 * step;
    int every = 1;
    for (const int span : {1, 2, 3, 6, 12, 24, 60, 120}) {
        every = span;
        if (months / span * room <= plot().width())
            break;
    }
    painter.setPen(quietColour(palette(), QPalette::WindowText, QPalette::Window));
    QDate day(first.year(), first.month(), 1);
    for (day = day.addMonths(1); day <= last; day = day.addMonths(1)) {
        if ((day.month() - 1) % std::min(every, 12) != 0 ||
            (every > 12 && day.year() % (every / 12) != 0))
            continue;
        const int x = static_cast<int>(std::lround(xOf(startOfDay(day, format_.zone()))));
        const QRect place(x - room / 2, plot().bottom() + step, room, fontMetrics().height());
        if (place.left() < 0 || place.right() > width())
            continue;
        painter.drawText(place, Qt::AlignCenter,
                         format_.locale().toString(day, QStringLiteral("MMM yyyy")));
    }
}

void CourseChart::paintMark(QPainter& painter, Instant at, const QPen& pen) const {
    const double x = xOf(at);
    painter.setPen(pen);
    painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
}

void CourseChart::paintScore(QPainter& painter, int series, ScoreOf score) const {
    QPainterPath path;
    bool isOn = false;
    for (const CoursePoint& point : course_.points) {
        const auto& value = point.*score;
        const double x = xOf(point.at);
        if (isOn)
            path.lineTo(x, path.currentPosition().y());
        if (value && isOn)
            path.lineTo(x, yOf(*value));
        else if (value)
            path.moveTo(x, yOf(*value));
        isOn = value.has_value();
    }
    painter.setPen(penOf(series));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void CourseChart::paintSigns(QPainter& painter) const {
    for (const CourseStep& one : course_.steps) {
        const bool isJudged = one.kind == StepKind::Judgement;
        if (!isJudged && !course_.changesVerdict(one))
            continue;
        const QIcon sign = isJudged ? icon(QStringLiteral("person"))
                                    : verdictIcon(course_.points[one.after].computed);
        const int x = static_cast<int>(std::lround(xOf(one.at)));
        const int left = std::clamp(x - signSize / 2, 0, width() - signSize);
        const int top = plot().top() - signSize - step;
        sign.paint(&painter, QRect(left, top, signSize, signSize));
        painter.setPen(QPen(gridColour(palette()), 1));
        painter.drawLine(QPoint(x, plot().top()), QPoint(x, plot().bottom()));
    }
}

std::optional<size_t> CourseChart::stepNear(const QPoint& position) const {
    std::optional<size_t> nearest;
    double distance = nearEnough;
    for (size_t i = 0; i < course_.steps.size(); ++i) {
        const double its = std::abs(xOf(course_.steps[i].at) - position.x());
        if (its > distance)
            continue;
        nearest = i;
        distance = its;
    }
    return nearest;
}

void CourseChart::mouseMoveEvent(QMouseEvent* event) {
    const auto near = stepNear(event->pos());
    setCursor(near ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!near)
        return QToolTip::hideText();
    const CourseStep& one = course_.steps[*near];
    QToolTip::showText(
        event->globalPosition().toPoint(),
        QStringLiteral("<p>%1<br>%2</p>")
            .arg(format_.day(dayOf(one.at, format_.zone())), one.text.toHtmlEscaped()),
        this);
}

void CourseChart::mousePressEvent(QMouseEvent* event) {
    const auto near = stepNear(event->pos());
    if (near && event->button() == Qt::LeftButton)
        Q_EMIT stepClicked(*near);
}

}  // namespace goodfaith::views
