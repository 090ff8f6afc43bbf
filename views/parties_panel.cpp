// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/parties_panel.h"

#include "views/look.h"
#include "views/party_delegate.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

namespace goodfaith::views {

PartiesPanel::PartiesPanel(QWidget* parent)
    : QWidget(parent),
      list_(new QListView(this)),
      sentence_(new QuietLabel({}, this)),
      split_(new QPushButton(tr("Split &off"), this)),
      join_(new QPushButton(tr("&Join with another customer…"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * step);
    auto* top = new QHBoxLayout;
    auto* title = new ElidedLabel(tr("What this customer is known by, and why"), this);
    title->setFont(boldFont(title->font()));
    title->setMinimumWidth(10 * step);
    auto* close = iconButton(QStringLiteral("close"), tr("Back to the timeline (Esc)"), this);
    join_->setMinimumWidth(join_->sizeHint().width() + 4 * step);
    top->addWidget(title, 1);
    top->addWidget(join_);
    top->addWidget(close);
    column->addLayout(top);
    list_->setModel(&model_);
    list_->setItemDelegate(new PartyDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setAccessibleName(tr("Sets of keys"));
    list_->installEventFilter(this);
    column->addWidget(list_, 1);
    auto* bottom = new QHBoxLayout;
    sentence_->setWordWrap(true);
    sentence_->setTextFormat(Qt::PlainText);
    bottom->addWidget(sentence_, 1);
    bottom->addWidget(split_);
    column->addLayout(bottom);
    connect(close, &QToolButton::clicked, this, &PartiesPanel::closed);
    connect(join_, &QPushButton::clicked, this, &PartiesPanel::joinWanted);
    connect(split_, &QPushButton::clicked, this, [this] {
        const PartyOverview* party = model_.partyAt(list_->currentIndex());
        if (party != nullptr)
            Q_EMIT splitWanted(party->party);
    });
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PartiesPanel::showChoice);
    showChoice();
}

void PartiesPanel::setParties(std::vector<items::PartyRow> parties) {
    const PartyOverview* before = model_.partyAt(list_->currentIndex());
    const PartyId chosen = before == nullptr ? PartyId() : before->party;
    model_.setParties(std::move(parties));
    for (int row = 0; row < model_.rowCount(); ++row) {
        if (model_.partyAt(model_.index(row))->party == chosen)
            list_->setCurrentIndex(model_.index(row));
    }
    showChoice();
}

void PartiesPanel::showChoice() {
    const QString sentence = model_.splitSentence(list_->currentIndex());
    split_->setEnabled(!sentence.isEmpty());
    if (!sentence.isEmpty())
        sentence_->setText(sentence);
    else
        sentence_->setText(model_.rowCount() > 1 ? tr("Choose a set to split it off.")
                                                 : tr("One set of keys: nobody to split off."));
}

bool PartiesPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == list_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace goodfaith::views
