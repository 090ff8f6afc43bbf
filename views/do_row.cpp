// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/do_row.h"

#include "views/flow_layout.h"
#include "views/look.h"

#include <QPushButton>

namespace goodfaith::views {

DoRow::DoRow(QWidget* parent) : QWidget(parent) {
    auto* line = new FlowLayout(this);
    auto* title = new QLabel(tr("Do"), this);
    title->setFont(boldFont(title->font()));
    line->addWidget(title);
    note_ = add(tr("&Note…"));
    promise_ = add(tr("&Promise…"));
    judge_ = add(tr("Ju&dge…"));
    phrases_ = addDrawer(tr("Ph&rases"), ShopTextKind::Phrase);
    faq_ = addDrawer(tr("&FAQ"), ShopTextKind::Answer);
    phrases_->setToolTip(tr("Sentences for a reply, filled with what is known here"));
    faq_->setToolTip(tr("Answers to frequent questions"));
    title->setMinimumHeight(note_->sizeHint().height());
    connect(note_, &QPushButton::clicked, this, &DoRow::noteAsked);
    connect(promise_, &QPushButton::clicked, this, &DoRow::promiseAsked);
    connect(judge_, &QPushButton::clicked, this, &DoRow::judgementAsked);
}

QPushButton* DoRow::add(const QString& text) {
    auto* button = new QPushButton(text, this);
    layout()->addWidget(button);
    return button;
}

QPushButton* DoRow::addDrawer(const QString& text, ShopTextKind kind) {
    QPushButton* button = add(text);
    button->setCheckable(true);
    reserveBold(button);
    boldWhileChecked(button);
    connect(button, &QPushButton::clicked, this,
            [this, kind](bool isChecked) { Q_EMIT textsAsked(kind, isChecked); });
    return button;
}

void DoRow::setRefusal(const QString& why) {
    for (QPushButton* button : {note_, promise_, judge_}) {
        button->setEnabled(why.isEmpty());
        button->setToolTip(why);
    }
}

void DoRow::setShownTexts(std::optional<ShopTextKind> kind) {
    phrases_->setChecked(kind == ShopTextKind::Phrase);
    faq_->setChecked(kind == ShopTextKind::Answer);
}

}  // namespace goodfaith::views
