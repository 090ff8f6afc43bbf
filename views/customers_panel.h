// SPDX-License-Identifier: GPL-3.0-or-later
// The customers behind a chart's mark, beside the charts: Enter opens one, Escape closes the list.
#pragma once

#include "models/items/customer_counts_model.h"

#include <QFrame>

class QLabel;
class QTableView;

namespace goodfaith::views {

class CustomersPanel : public QFrame {
    Q_OBJECT

public:
    explicit CustomersPanel(QWidget* parent = nullptr);

    void setFormat(const items::Format& format) { model_.setFormat(format); }
    // Opens the list with a title; the customers come later.
    void open(const QString& title, const QString& subtitle, const QString& counted);
    void setCustomers(std::vector<CustomerCount> customers);

    QTableView* table() const { return table_; }

Q_SIGNALS:
    void customerChosen(goodfaith::CustomerId customer);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void close();
    void choose(const QModelIndex& index);

    items::CustomerCountsModel model_;
    QString counted_;
    QLabel* title_;
    QLabel* subtitle_;
    QTableView* table_;
};

}  // namespace goodfaith::views
