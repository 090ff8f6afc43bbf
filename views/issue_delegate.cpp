// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/issue_delegate.h"

#include "models/items/issues_model.h"
#include "views/look.h"
#include "views/painting.h"

#include <QPainter>

#include <algorithm>

namespace goodfaith::views {
namespace {

constexpr int padding = 3 * step;
constexpr int trendWidth = 48 * step;
constexpr int gap = 4 * step;

// Weeks as points of a line, the highest at the top; the ground is none.
QPolygonF trendLine(const std::vector<int>& weeks, const QRectF& rect) {
    const int highest = std::max(1, *std::max_element(weeks.begin(), weeks.end()));
    const auto last = static_cast<double>(std::max<size_t>(weeks.size(), 2) - 1);
    QPolygonF line;
    for (size_t week = 0; week < weeks.size(); ++week)
        line << QPointF(rect.left() + rect.width() * static_cast<double>(week) / last,
                        rect.bottom() - rect.height() * weeks[week] / highest);
    return line;
}

void paintTrend(QPainter* painter, const QRectF& rect, const std::vector<int>& weeks,
                const QColor& line, const QColor& ground) {
    if (weeks.empty())
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ground, 1));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const QPolygonF points = trendLine(weeks, rect);
    painter->setPen(QPen(line, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(points);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

QString text(const QModelIndex& index, int role) {
    return index.data(role).toString();
}

}  // namespace

void IssueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const auto* model = qobject_cast<const items::IssuesModel*>(index.model());
    const CommonIssue* issue = model != nullptr ? model->issueAt(index) : nullptr;
    if (issue == nullptr)
        return;
    painter->save();
    paintRowGround(painter, option);
    const RowColours colours = rowColours(option);
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    const QColor accent =
        isSelected ? colours.text
                   : accentColour(issue->over ? Accent::Grey : Accent::Orange, option.palette);
    const QRect card = option.rect.adjusted(padding, padding, -padding, -padding);
    const QRect right(card.right() - trendWidth, card.top(), trendWidth, card.height());
    const QRect left = card.adjusted(0, 0, -trendWidth - gap, 0);
    const int height = option.fontMetrics.height();
    const auto line = [&](const QRect& column, int number) {
        return QRect(column.left(), column.top() + number * (height + step), column.width(),
                     height);
    };
    painter->setFont(boldFont(option.font));
    paintLine(painter, line(left, 0), text(index, items::TitleRole), colours.text);
    painter->setFont(option.font);
    paintLine(painter, line(left, 1), text(index, items::SnippetRole), colours.text);
    paintLine(painter, line(left, 2), text(index, items::WhenRole), colours.quiet);
    const QString state = (issue->over ? QStringLiteral("○ ") : QStringLiteral("● ")) +
                          text(index, items::StatusRole);
    paintLine(painter, line(right, 0), state, accent, Qt::AlignRight | Qt::AlignVCenter);
    const QRect below = right.adjusted(0, height + 2 * step, 0, -step);
    paintTrend(painter, below, issue->trend, accent, colours.quiet);
    QColor rule = colours.quiet;
    rule.setAlphaF(0.25F);
    painter->setPen(rule);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

QSize IssueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {trendWidth * 2, 3 * option.fontMetrics.height() + 2 * step + 2 * padding};
}

}  // namespace goodfaith::views
