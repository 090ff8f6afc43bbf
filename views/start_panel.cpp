// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/start_panel.h"

#include "views/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace goodfaith::views {

StartPanel::StartPanel(QWidget* parent)
    : QWidget(parent),
      title_(headingLabel({}, this)),
      text_(new QuietLabel({}, this)),
      choose_(new QPushButton(icon(QStringLiteral("import")), tr("Choose &files…"), this)),
      sample_(new QPushButton(tr("Try the sa&mple shop"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setSpacing(3 * step);
    column->addStretch(2);
    column->addWidget(title_, 0, Qt::AlignHCenter);
    text_->setAlignment(Qt::AlignHCenter);
    text_->setWordWrap(true);
    column->addWidget(text_);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(choose_);
    buttons->addWidget(sample_);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch(3);
    connect(choose_, &QPushButton::clicked, this, &StartPanel::chooseFilesWanted);
    connect(sample_, &QPushButton::clicked, this, &StartPanel::sampleShopWanted);
    setFocusPolicy(Qt::NoFocus);
    setHasData(false);
}

void StartPanel::setHasData(bool hasData) {
    title_->setText(hasData ? tr("Who is it?") : tr("No data yet"));
    text_->setText(hasData
                       ? tr("Type an e-mail address, a phone number, an order number or a name "
                            "in the field above.\nCtrl+K brings you there from anywhere.")
                       : tr("Drop the files of your shop, mailbox and telephone system here,\nor "
                            "look around in the sample shop first. Nothing leaves this machine."));
    choose_->setVisible(!hasData);
    sample_->setVisible(!hasData);
}

}  // namespace goodfaith::views
