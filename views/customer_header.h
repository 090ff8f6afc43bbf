// SPDX-License-Identifier: GPL-3.0-or-later
// Who the customer is: name, since when, and the keys, each copied by a click.
#pragma once

#include "models/domain/overview.h"
#include "models/items/format.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace goodfaith::views {

class CustomerHeader : public QWidget {
    Q_OBJECT

public:
    explicit CustomerHeader(QWidget* parent = nullptr);
    void setCustomer(const CustomerOverview& overview, const items::Format& format);
    // Of how many parties the customer is made.
    void setPartyCount(int parties, const items::Format& format);

    // Checked while they are shown.
    QToolButton* partiesButton() const { return parties_; }

private:
    void addKey(const QString& iconName, const QString& text);
    void addMore(const QStringList& rest);

    QLabel* name_;
    QLabel* since_;
    QToolButton* parties_;
    QWidget* keys_;
};

}  // namespace goodfaith::views
