// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before something leaves the queue: why it is done, or until when it can wait. Enter
// says yes, Escape leaves everything as it was.
#pragma once

#include "models/items/format.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;

namespace goodfaith::views {

class TimeChoice;

class QueueActBar : public QFrame {
    Q_OBJECT

public:
    explicit QueueActBar(QWidget* parent = nullptr);

    void setFormat(const items::Format& format) { format_ = format; }
    // `what`: "Ada Lindqvist", "3 customers".
    void askWhy(const QString& what);
    void askUntil(const QString& what);

    bool isAskingUntil() const { return isAskingUntil_; }
    QComboBox* reason() const { return reason_; }
    TimeChoice* until() const { return until_; }
    QPushButton* accept() const { return accept_; }
    QPushButton* cancel() const { return cancel_; }

Q_SIGNALS:
    void doneWanted(const QString& reason);
    void putOffWanted(goodfaith::Instant until, const QString& reason);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask(const QString& question, bool isUntil);
    void offerTimes();
    void check();
    void say();
    void close();

    items::Format format_;
    bool isAskingUntil_ = false;
    QLabel* question_;
    TimeChoice* until_;
    QLabel* reasonLabel_;
    QComboBox* reason_;
    QPushButton* accept_;
    QPushButton* cancel_;
};

}  // namespace goodfaith::views
