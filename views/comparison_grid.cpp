// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/comparison_grid.h"

#include "views/look.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace goodfaith::views {
namespace {

enum Column { Field, Left, Between, Right };
constexpr size_t mostValues = 4;

// A long word, such as an e-mail address, may go on in the next line.
QString broken(const QString& text) {
    constexpr qsizetype longest = 24;
    QString shown = text;
    if (text.size() > longest) {
        for (const QChar c : QStringLiteral("@.-_"))
            shown.replace(c, QString(c) + QChar(0x200b));
    }
    return shown.toHtmlEscaped();
}

// What both have is bold. Many are cut; all of them stand in the tooltip.
QString valuesText(const std::vector<items::ComparedValue>& values) {
    QStringList lines;
    for (const auto& [text, isShared] : values) {
        if (lines.size() == static_cast<qsizetype>(mostValues) && values.size() > mostValues + 1) {
            const auto more = static_cast<qlonglong>(values.size() - mostValues);
            lines << ComparisonGrid::tr("… and %1 more").arg(more);
            break;
        }
        lines << (isShared ? QStringLiteral("<b>%1</b>").arg(broken(text)) : broken(text));
    }
    return lines.isEmpty() ? QStringLiteral("–") : lines.join(QStringLiteral("<br>"));
}

QString allOf(const std::vector<items::ComparedValue>& values) {
    QStringList lines;
    for (const auto& value : values)
        lines << value.text;
    return lines.join(u'\n');
}

QString evidenceText(const items::EvidenceWords& evidence, const QPalette& palette) {
    const Accent accent = evidence.likeness == items::Likeness::Same        ? Accent::Green
                          : evidence.likeness == items::Likeness::Different ? Accent::Vermillion
                                                                            : Accent::Blue;
    const QString strength =
        evidence.strength.isEmpty()
            ? QString()
            : QStringLiteral(" <span style=\"color:%1;white-space:nowrap\">·&nbsp;%2</span>")
                  .arg(quietColour(palette, QPalette::WindowText, QPalette::Window).name(),
                       evidence.strength.toHtmlEscaped());
    return QStringLiteral("<tr><td style=\"color:%1\"><b>%2</b>&nbsp;&nbsp;</td><td>%3%4</td></tr>")
        .arg(accentColour(accent, palette).name(), items::likenessSign(evidence.likeness),
             evidence.text.toHtmlEscaped(), strength);
}

// A table: what does not fit goes on below itself, not below its sign.
QString betweenText(const items::ComparedRow& row, const QPalette& palette) {
    QString lines;
    for (const auto& evidence : row.evidence)
        lines += evidenceText(evidence, palette);
    return lines.isEmpty()
               ? QString()
               : QStringLiteral("<table cellspacing=0 cellpadding=0>%1</table>").arg(lines);
}

QString exactly(const items::ComparedRow& row) {
    QStringList lines;
    for (const auto& evidence : row.evidence) {
        if (!evidence.exactly.isEmpty())
            lines << evidence.text + u": " + evidence.exactly;
    }
    return lines.join(u'\n');
}

}  // namespace

ComparisonGrid::ComparisonGrid(QWidget* parent)
    : QWidget(parent), grid_(new QGridLayout(this)), verdict_(new QLabel(this)) {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(4 * step);
    grid_->setVerticalSpacing(2 * step);
    grid_->setColumnStretch(Left, 3);
    grid_->setColumnStretch(Between, 4);
    grid_->setColumnStretch(Right, 3);
    for (size_t side = 0; side < names_.size(); ++side) {
        auto* name = headingLabel({}, this);
        name->setTextFormat(Qt::PlainText);
        name->setMinimumWidth(10 * step);
        auto* open = iconButton(QStringLiteral("look_up"), tr("Look this customer up"), this);
        connect(open, &QToolButton::clicked, this,
                [this, side] { Q_EMIT customerChosen(customers_.at(side)); });
        auto* line = new QHBoxLayout;
        line->setSpacing(step);
        line->addWidget(name);
        line->addWidget(open);
        line->addStretch();
        grid_->addLayout(line, 0, side == 0 ? Left : Right);
        names_.at(side) = name;
    }
    verdict_->setWordWrap(true);
    verdict_->setFont(boldFont(verdict_->font()));
    grid_->addWidget(verdict_, 0, Between);
}

QLabel* ComparisonGrid::addCell(int line, int column) {
    auto* label = column == Field ? new QuietLabel({}, this) : new QLabel(this);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    if (column != Field) {
        label->setTextFormat(Qt::RichText);
        label->setWordWrap(true);
    }
    label->setMinimumWidth(10 * step);
    grid_->addWidget(label, line, column);
    return label;
}

void ComparisonGrid::addRow() {
    const int line = static_cast<int>(rows_.size()) + 1;
    Row row;
    row.field = addCell(line, Field);
    row.values = {addCell(line, Left), addCell(line, Right)};
    row.between = addCell(line, Between);
    rows_.push_back(row);
}

void ComparisonGrid::showRow(const Row& row, const items::ComparedRow& compared) {
    row.field->setText(compared.field);
    for (size_t side = 0; side < row.values.size(); ++side) {
        const auto& values = compared.values.at(side);
        row.values.at(side)->setText(valuesText(values));
        row.values.at(side)->setToolTip(values.size() > mostValues ? allOf(values) : QString());
    }
    row.between->setText(betweenText(compared, palette()));
    row.between->setToolTip(exactly(compared));
}

void ComparisonGrid::setComparison(const items::Comparison& comparison,
                                   const items::Format& format) {
    const auto compared = items::comparedRows(comparison, format);
    while (rows_.size() < compared.size())
        addRow();
    for (size_t side = 0; side < names_.size(); ++side) {
        const CustomerOverview& customer = comparison.sides.at(side).customer;
        customers_.at(side) = customer.id;
        names_.at(side)->setText(items::titleWithNumber(customer));
    }
    const Suggestion& suggestion = comparison.suggestion;
    verdict_->setText(suggestion.a.isNone() ? QString() : items::suggestionTitle(suggestion));
    verdict_->setToolTip(
        tr("Probability %1").arg(format.locale().toString(suggestion.probability, 'f', 2)));
    for (size_t i = 0; i < rows_.size(); ++i) {
        const bool isUsed = i < compared.size();
        if (isUsed)
            showRow(rows_[i], compared[i]);
        for (QLabel* label :
             {rows_[i].field, rows_[i].values[0], rows_[i].values[1], rows_[i].between})
            label->setVisible(isUsed);
    }
}

// A fine line above each row.
void ComparisonGrid::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor line = palette().color(QPalette::WindowText);
    line.setAlphaF(0.15F);
    painter.setPen(line);
    for (const Row& row : rows_) {
        if (!row.field->isVisible())
            continue;
        const int y = row.field->y() - step;
        painter.drawLine(0, y, width(), y);
    }
}

}  // namespace goodfaith::views
