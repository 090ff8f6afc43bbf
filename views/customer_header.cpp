// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/customer_header.h"

#include "views/flow_layout.h"
#include "views/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QToolTip>

namespace goodfaith::views {
namespace {

void copyText(const QString& text, QWidget* beside) {
    QGuiApplication::clipboard()->setText(text);
    QToolTip::showText(beside->mapToGlobal(QPoint(0, beside->height())),
                       CustomerHeader::tr("Copied"), beside, {}, 1500);
}

}  // namespace

CustomerHeader::CustomerHeader(QWidget* parent)
    : QWidget(parent),
      name_(headingLabel({}, this)),
      since_(new QuietLabel({}, this)),
      parties_(new QToolButton(this)),
      keys_(new QWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(step);
    auto* line = new QHBoxLayout;
    name_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    name_->setTextFormat(Qt::PlainText);
    name_->setMinimumWidth(10 * step);
    line->addWidget(name_, 1);
    line->addWidget(since_, 0, Qt::AlignBottom);
    parties_->setCheckable(true);
    parties_->setAutoRaise(true);
    boldWhileChecked(parties_);
    parties_->setFocusPolicy(Qt::TabFocus);
    parties_->setToolTip(tr("By what this customer is known, and why; split off or join"));
    parties_->hide();
    line->addSpacing(step);
    line->addWidget(parties_, 0, Qt::AlignBottom);
    column->addLayout(line);
    new FlowLayout(keys_);
    column->addWidget(keys_);
}

void CustomerHeader::setCustomer(const CustomerOverview& overview, const items::Format& format) {
    QString name = overview.name;
    if (name.isEmpty())
        name = overview.emails.isEmpty() ? tr("Customer %1").arg(overview.id.value())
                                         : overview.emails.front();
    name_->setText(name);
    since_->setText(overview.since ? tr("customer since %1")
                                         .arg(format.locale().toString(
                                             toLocal(*overview.since, format.zone()).date(),
                                             QStringLiteral("MMM yyyy")))
                                   : QString());
    since_->setToolTip(overview.since ? format.exact(*overview.since) : QString());

    while (QLayoutItem* item = keys_->layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    if (!overview.emails.isEmpty())
        addKey(QStringLiteral("mail"), overview.emails.front());
    if (!overview.phones.isEmpty())
        addKey(QStringLiteral("call"), overview.phones.front());
    QStringList rest = overview.emails.mid(1) + overview.phones.mid(1);
    for (const QString& number : overview.shopNumbers)
        rest << tr("Shop number %1").arg(number);
    rest << overview.addresses;
    if (!rest.isEmpty())
        addMore(rest);
}

void CustomerHeader::setPartyCount(int parties, const items::Format& format) {
    setBoldableText(
        parties_,
        tr("Known by %1").arg(format.counted(parties, tr("set of keys"), tr("sets of keys"))));
    parties_->setVisible(parties > 0);
}

void CustomerHeader::addKey(const QString& iconName, const QString& text) {
    QToolButton* button = iconButton(iconName, tr("Copy %1").arg(text), keys_);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(button, &QToolButton::clicked, this, [text, button] { copyText(text, button); });
    keys_->layout()->addWidget(button);
}

void CustomerHeader::addMore(const QStringList& rest) {
    auto* button = new QToolButton(keys_);
    button->setText(tr("%1 more").arg(rest.size()));
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(button);
    for (const QString& key : rest) {
        QString shown = key;
        shown.replace(u'&', QStringLiteral("&&"));
        const QString copied =
            key.startsWith(tr("Shop number %1").arg(QString())) ? key.section(u' ', -1) : key;
        connect(menu->addAction(icon(QStringLiteral("copy")), shown), &QAction::triggered, button,
                [copied, button] { copyText(copied, button); });
    }
    button->setMenu(menu);
    keys_->layout()->addWidget(button);
}

}  // namespace goodfaith::views
