// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses another customer for something: search as one types, then what would come of it, then the
// button that does it. A bar on the page, no window.
#pragma once

#include "models/items/comparison.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace goodfaith::views {

class SearchBar;

class CustomerPicker : public QFrame {
    Q_OBJECT

public:
    explicit CustomerPicker(QWidget* parent = nullptr);

    void setFormat(const items::Format& format) { format_ = format; }
    // Asks with whom to join the customer.
    void openToJoin(CustomerId customer);
    // Asks whose event that is; `what` says which one.
    void openToMove(CustomerId customer, EventId event, const QString& what);
    void close();
    // The answer to comparisonWanted; nothing where one of the two is nobody.
    void setComparison(quint64 token, const std::optional<items::Comparison>& comparison);

    SearchBar* search() const { return search_; }
    QLabel* outcome() const { return outcome_; }
    QPushButton* doButton() const { return do_; }

Q_SIGNALS:
    void comparisonWanted(quint64 token, goodfaith::CustomerId one, goodfaith::CustomerId other);
    void joinWanted(goodfaith::CustomerId one, goodfaith::CustomerId other);
    void moveWanted(goodfaith::EventId event, goodfaith::CustomerId to);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void open(const QString& title, const QString& what);
    void choose(CustomerId other);
    void accept();

    items::Format format_;
    CustomerId customer_;
    EventId event_;  // none: to join
    QString what_;
    CustomerId chosen_;
    quint64 token_ = 0;
    QLabel* title_;
    SearchBar* search_;
    QLabel* outcome_;
    QPushButton* do_;
};

}  // namespace goodfaith::views
