// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/kind_chips.h"

#include "views/flow_layout.h"
#include "views/look.h"

#include <QToolButton>

#include <array>

namespace goodfaith::views {
namespace {

constexpr auto shownKinds = std::to_array<RecordKind>(
    {RecordKind::Order, RecordKind::Message, RecordKind::Call, RecordKind::Return,
     RecordKind::Refund, RecordKind::Shipment, RecordKind::Payment, RecordKind::Chat,
     RecordKind::ContactForm, RecordKind::Survey, RecordKind::Review, RecordKind::Visit});

QString chipText(const QString& name, int count, const items::Format& format) {
    return name + u"  " + format.number(count);
}

}  // namespace

KindChips::KindChips(QWidget* parent) : QWidget(parent) {
    new FlowLayout(this);
    all_ = addChip();
    all_->setText(tr("All"));
    all_->setChecked(true);
    connect(all_, &QToolButton::clicked, this, [this] {
        chooseAll();
        Q_EMIT chosenChanged();
    });
    for (const RecordKind kind : shownKinds) {
        QToolButton* chip = addChip();
        chip->hide();
        chips_[kind] = chip;
        connect(chip, &QToolButton::clicked, this, [this] {
            all_->setChecked(chosen().empty());
            Q_EMIT chosenChanged();
        });
    }
}

QToolButton* KindChips::addChip() {
    auto* chip = new QToolButton(this);
    chip->setCheckable(true);
    tintWhileChecked(chip);
    chip->setFocusPolicy(Qt::StrongFocus);
    layout()->addWidget(chip);
    return chip;
}

void KindChips::setCounts(const KindCounts& counts, const items::Format& format) {
    int total = 0;
    for (const auto& [kind, chip] : chips_) {
        const auto found = counts.find(kind);
        const int count = found == counts.end() ? 0 : found->second;
        total += count;
        chip->setText(chipText(count == 1 ? items::kindName(kind) : items::kindNamePlural(kind),
                               count, format));
        chip->setVisible(count > 0 || chip->isChecked());
    }
    all_->setText(chipText(tr("All"), total, format));
}

std::vector<RecordKind> KindChips::chosen() const {
    std::vector<RecordKind> kinds;
    for (const auto& [kind, chip] : chips_) {
        if (chip->isChecked())
            kinds.push_back(kind);
    }
    return kinds;
}

void KindChips::chooseAll() {
    for (const auto& [kind, chip] : chips_)
        chip->setChecked(false);
    all_->setChecked(true);
}

QToolButton* KindChips::chip(RecordKind kind) const {
    const auto found = chips_.find(kind);
    return found == chips_.end() ? nullptr : found->second;
}

}  // namespace goodfaith::views
