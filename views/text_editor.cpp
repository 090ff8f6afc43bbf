// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text_editor.h"

#include "models/items/shop_texts_model.h"
#include "views/look.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace goodfaith::views {

TextEditor::TextEditor(QWidget* parent)
    : QWidget(parent),
      title_(new QLineEdit(this)),
      fits_(new QComboBox(this)),
      insert_(new QToolButton(this)),
      text_(new QPlainTextEdit(this)),
      problem_(new QuietLabel({}, this)),
      save_(new QPushButton(tr("Sa&ve"), this)),
      cancel_(new QPushButton(tr("&Cancel"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(step);
    auto* top = new QHBoxLayout;
    top->addWidget(title_, 1);
    top->addWidget(fits_);
    top->addWidget(insert_);
    column->addLayout(top);
    column->addWidget(text_, 1);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(problem_, 1);
    bottom->addWidget(cancel_);
    bottom->addWidget(save_);
    column->addLayout(bottom);
    problem_->setMinimumWidth(10 * step);
    fits_->setAccessibleName(tr("What it fits"));
    insert_->setText(tr("Insert f&act"));
    insert_->setPopupMode(QToolButton::InstantPopup);
    insert_->setToolTip(tr("What the customer's facts fill in"));
    text_->setMinimumHeight(12 * step);
    text_->setTabChangesFocus(true);
    text_->setAccessibleName(tr("Text"));
    offerSlots();
    connect(title_, &QLineEdit::textChanged, this, &TextEditor::check);
    connect(text_, &QPlainTextEdit::textChanged, this, &TextEditor::check);
    connect(cancel_, &QPushButton::clicked, this, &TextEditor::cancelled);
    connect(save_, &QPushButton::clicked, this, [this] {
        save_->setEnabled(false);
        Q_EMIT saveWanted(written());
    });
}

void TextEditor::offerSlots() {
    auto* menu = new QMenu(insert_);
    for (const auto& [name, meaning] : items::slotsToFill()) {
        const QString slot = u'{' + name + u'}';
        menu->addAction(tr("%1: %2").arg(slot, meaning), this, [this, slot] {
            text_->insertPlainText(slot);
            text_->setFocus();
        });
    }
    insert_->setMenu(menu);
}

// What it fits already stays choosable, however it is made up.
void TextEditor::offerMatters() {
    fits_->clear();
    fits_->addItem(tr("Fits any matter"), QStringList());
    for (const auto& [name, words] : items::mattersToFit())
        fits_->addItem(tr("Fits: %1").arg(words), QStringList{name});
    int now = fits_->findData(before_.fits);
    if (now < 0) {
        now = fits_->count();
        fits_->addItem(tr("Fits as before"), before_.fits);
    }
    fits_->setCurrentIndex(now);
}

void TextEditor::edit(const ShopText& text) {
    before_ = text;
    const bool isPhrase = text.kind == ShopTextKind::Phrase;
    title_->setPlaceholderText(isPhrase ? tr("What the phrase is for") : tr("The question"));
    title_->setAccessibleName(title_->placeholderText());
    text_->setPlaceholderText(isPhrase ? tr("Dear {first_name}, …") : tr("The answer"));
    title_->setText(text.title);
    text_->setPlainText(text.text);
    fits_->setVisible(isPhrase);
    insert_->setVisible(isPhrase);
    offerMatters();
    check();
    title_->setFocus();
}

ShopText TextEditor::written() const {
    ShopText text = before_;
    text.title = title_->text();
    text.text = text_->toPlainText();
    text.fits = fits_->currentData().toStringList();
    return text;
}

void TextEditor::check() {
    const QString problem = items::problemOf(written());
    const bool isBegun = !title_->text().isEmpty() || !text_->document()->isEmpty();
    problem_->setText(isBegun ? problem : QString());
    save_->setEnabled(problem.isEmpty());
}

void TextEditor::keyPressEvent(QKeyEvent* event) {
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if (isReturn && (event->modifiers() & Qt::ControlModifier) != 0)
        save_->click();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace goodfaith::views
