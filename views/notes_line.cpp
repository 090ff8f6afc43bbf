// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/notes_line.h"

#include "views/look.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QToolButton>

namespace goodfaith::views {
namespace {

QString allText(const std::vector<Note>& notes, const items::Format& format) {
    QStringList texts;
    for (const Note& note : notes) {
        const QString when = format.exact(note.at);
        texts << (note.by.isEmpty() ? when : note.by + QStringLiteral(", ") + when) + u'\n' +
                     note.text;
    }
    return texts.join(QStringLiteral("\n\n"));
}

}  // namespace

NotesLine::NotesLine(QWidget* parent)
    : QWidget(parent),
      newest_(new ElidedLabel(this)),
      allButton_(new QToolButton(this)),
      all_(new QPlainTextEdit(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(step);
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    auto* sign = new IconLabel(4 * step, this);
    sign->setIcon(icon(QStringLiteral("info")));
    newest_->setTextFormat(Qt::PlainText);
    newest_->setMinimumWidth(10 * step);
    allButton_->setAutoRaise(true);
    allButton_->setCheckable(true);
    allButton_->setFocusPolicy(Qt::TabFocus);
    allButton_->setToolTip(tr("Read and copy what was noted"));
    boldWhileChecked(allButton_);
    line->addWidget(sign);
    line->addWidget(newest_, 1);
    line->addWidget(allButton_);
    column->addLayout(line);
    all_->setReadOnly(true);
    all_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    all_->setAccessibleName(tr("Notes, the newest first"));
    all_->setFixedHeight(7 * fontMetrics().lineSpacing() + 2 * step);
    all_->hide();
    column->addWidget(all_);
    connect(allButton_, &QToolButton::toggled, all_, &QWidget::setVisible);
    connect(allButton_, &QToolButton::clicked, this, [this] {
        if (allButton_->isChecked())
            all_->setFocus();
    });
    auto* escape =
        new QShortcut(Qt::Key_Escape, all_, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, allButton_, [this] {
        allButton_->setFocus();
        allButton_->setChecked(false);
    });
}

void NotesLine::setNotes(const std::vector<Note>& notes, const items::Format& format) {
    setVisible(!notes.empty());
    if (notes.empty()) {
        allButton_->setChecked(false);
        return;
    }
    const Note& newest = notes.front();
    const QString when = format.when(newest.at);
    newest_->setText((newest.by.isEmpty() ? tr("Note, %1: ").arg(when)
                                          : tr("Note by %1, %2: ").arg(newest.by, when)) +
                     newest.text.simplified());
    setBoldableText(allButton_,
                    notes.size() == 1
                        ? tr("Read")
                        : tr("All %1").arg(format.number(static_cast<qint64>(notes.size()))));
    // Somebody may be selecting in it.
    if (const QString text = allText(notes, format); text != all_->toPlainText())
        all_->setPlainText(text);
}

}  // namespace goodfaith::views
