// SPDX-License-Identifier: GPL-3.0-or-later
// Who waits, the most urgent first: Enter opens the customer, D is done with a reason, S snoozes, G
// groups by kind. Asks for everything again when the data have changed; an answer to an older
// question is dropped by its token.
#pragma once

#include "models/items/queue_model.h"

#include <QWidget>

class QLabel;
class QLayout;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace goodfaith::views {

class QueueActBar;

class QueuePage : public QWidget {
    Q_OBJECT

public:
    explicit QueuePage(QWidget* parent = nullptr);

    void setFormat(const items::Format& format);
    void reload();
    void setQueue(quint64 token, ShopQueue queue);
    void queueFailed(quint64 token);
    void focusContent();

    const items::QueueModel& model() const { return model_; }
    QTableView* table() const { return table_; }
    QLabel* message() const { return message_; }
    QLabel* figures() const { return figures_; }
    QueueActBar* bar() const { return bar_; }
    QPushButton* doneButton() const { return done_; }
    QPushButton* snoozeButton() const { return snooze_; }
    QToolButton* groupButton() const { return group_; }
    QToolButton* snoozedButton() const { return snoozed_; }

Q_SIGNALS:
    void queueWanted(quint64 token);
    void customerChosen(goodfaith::CustomerId customer);
    void doneWanted(const std::vector<goodfaith::WaitName>& waits, const QString& reason);
    // `until` may be now: then it waits again.
    void putOffWanted(const std::vector<goodfaith::WaitName>& waits, goodfaith::Instant until,
                      const QString& reason);
    // How many wait, those that are put off left out.
    void waitingChanged(int waiting);

private:
    QLayout* makeTop();
    QWidget* makeTable();
    void addShortcuts();
    std::vector<const QueueRow*> chosen() const;
    std::vector<WaitName> chosenWaits() const;
    QString chosenInWords() const;
    void askWhy();
    void askUntil();
    void open(const QModelIndex& index);
    void keepingChoice(const std::function<void()>& change);
    void fitColumns();
    void showState();
    QString emptyText() const;
    QString figuresText() const;

    items::Format format_;
    items::QueueModel model_;
    QLabel* figures_;
    QPushButton* done_ = nullptr;
    QPushButton* snooze_ = nullptr;
    QToolButton* group_ = nullptr;
    QToolButton* snoozed_ = nullptr;
    QueueActBar* bar_;
    QStackedWidget* stack_;
    QLabel* message_;
    QTableView* table_;
    quint64 token_ = 0;
    std::optional<Instant> loadedAt_, knownTo_;
    bool hasFailed_ = false;
};

}  // namespace goodfaith::views
