// SPDX-License-Identifier: GPL-3.0-or-later
// Who the customer is: name, since when, and the keys, each copied by a click.
#pragma once

#include "models/domain/overview.h"
#include "models/items/format.h"

#include <QWidget>

class QLabel;

namespace goodfaith::views {

class CustomerHeader : public QWidget {
    Q_OBJECT

public:
    explicit CustomerHeader(QWidget* parent = nullptr);
    void setCustomer(const CustomerOverview& overview, const items::Format& format);

private:
    void addKey(const QString& iconName, const QString& text);
    void addMore(const QStringList& rest);

    QLabel* name_;
    QLabel* since_;
    QWidget* keys_;
};

}  // namespace goodfaith::views
