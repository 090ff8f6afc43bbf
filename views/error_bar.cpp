// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/error_bar.h"

#include "views/look.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace goodfaith::views {

ErrorBar::ErrorBar(QWidget* parent) : QFrame(parent), text_(new QLabel(this)) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(3 * step, step, step, step);
    line->setSpacing(2 * step);
    auto* badge = new IconLabel(5 * step, this);
    badge->setIcon(accentIcon(QStringLiteral("warning"), Accent::Vermillion));
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* dismiss = iconButton(QStringLiteral("close"), tr("Dismiss"), this);
    line->addWidget(badge);
    line->addWidget(text_, 1);
    line->addWidget(dismiss);
    connect(dismiss, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void ErrorBar::showError(const QString& message) {
    text_->setText(message);
    setAccessibleName(tr("Error: %1").arg(message));
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

}  // namespace goodfaith::views
