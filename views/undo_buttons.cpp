// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/undo_buttons.h"

#include "views/look.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QToolButton>

namespace goodfaith::views {

UndoButtons::UndoButtons(QWidget* parent)
    : QWidget(parent),
      undo_(iconButton(QStringLiteral("undo"), {}, this)),
      redo_(iconButton(QStringLiteral("redo"), {}, this)) {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(step);
    undo_->setText(tr("Undo"));
    redo_->setText(tr("Redo"));
    for (QToolButton* button : {undo_, redo_}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        line->addWidget(button);
    }
    connect(undo_, &QToolButton::clicked, this, &UndoButtons::undoWanted);
    connect(redo_, &QToolButton::clicked, this, &UndoButtons::redoWanted);
    const auto add = [this](const QKeySequence& keys, QToolButton* button) {
        connect(new QShortcut(keys, this), &QShortcut::activated, button, &QToolButton::click);
    };
    add(QKeySequence(tr("Ctrl+Z")), undo_);
    add(QKeySequence(tr("Ctrl+Shift+Z")), redo_);
    add(QKeySequence(tr("Ctrl+Y")), redo_);
    setActs({}, {});
}

void UndoButtons::setActs(const QString& undo, const QString& redo) {
    undo_->setEnabled(!undo.isEmpty());
    redo_->setEnabled(!redo.isEmpty());
    undo_->setToolTip(undo.isEmpty() ? tr("Nothing to undo (Ctrl+Z)")
                                     : tr("Undo %1 (Ctrl+Z)").arg(undo));
    redo_->setToolTip(redo.isEmpty() ? tr("Nothing to do again (Ctrl+Shift+Z)")
                                     : tr("Do again: %1 (Ctrl+Shift+Z)").arg(redo));
    undo_->setAccessibleName(undo_->toolTip());
    redo_->setAccessibleName(redo_->toolTip());
}

}  // namespace goodfaith::views
