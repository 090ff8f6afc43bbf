// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/event_reader.h"

#include "views/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QToolButton>

namespace goodfaith::views {

EventReader::EventReader(QWidget* parent)
    : QWidget(parent),
      icon_(new QLabel(this)),
      title_(new ElidedLabel(this)),
      details_(new QuietLabel({}, this)),
      text_(new QPlainTextEdit(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, step, 0, 0);
    column->setSpacing(step);
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    title_->setFont(boldFont(title_->font()));
    title_->setTextFormat(Qt::PlainText);
    title_->setMinimumWidth(10 * step);
    details_->setTextFormat(Qt::PlainText);
    auto* close = iconButton(QStringLiteral("close"), tr("Close the text (Esc)"), this);
    line->addWidget(icon_);
    line->addWidget(title_, 1);
    line->addWidget(details_);
    line->addWidget(close);
    column->addLayout(line);
    text_->setReadOnly(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text_->setAccessibleName(tr("Text of the event"));
    column->addWidget(text_);
    connect(close, &QToolButton::clicked, this, &EventReader::dismiss);
    auto* escape =
        new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &EventReader::dismiss);
}

void EventReader::open(const TimelineRow& row, const items::Format& format) {
    icon_->setPixmap(icon(items::kindIcon(row.kind)).pixmap(4 * step));
    title_->setText(row.title);
    QStringList details{items::directionName(row.direction), format.exact(row.at),
                        row.orderKey.isEmpty() ? QString() : tr("order %1").arg(row.orderKey),
                        row.status};
    details.removeAll(QString());
    details_->setText(details.join(QStringLiteral(" · ")));
    text_->setPlainText(row.snippet);
    text_->setPlaceholderText(tr("Loading …"));
    show();
    Q_EMIT textWanted(++token_, row.id);
}

void EventReader::setText(quint64 token, const QString& text) {
    if (token != token_)
        return;
    text_->setPlaceholderText(tr("This event has no text."));
    if (!text.isEmpty())
        text_->setPlainText(text);
}

void EventReader::dismiss() {
    ++token_;
    hide();
    Q_EMIT closed();
}

}  // namespace goodfaith::views
