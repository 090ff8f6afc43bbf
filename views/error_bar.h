// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, in plain words, until it is dismissed. Never a dialog: work goes on below it.
#pragma once

#include <QFrame>

class QLabel;

namespace goodfaith::views {

class ErrorBar : public QFrame {
    Q_OBJECT

public:
    explicit ErrorBar(QWidget* parent = nullptr);
    void showError(const QString& message);

private:
    QLabel* text_;
};

}  // namespace goodfaith::views
