// SPDX-License-Identifier: GPL-3.0-or-later
// What the look-up page shows while no customer is open: how to begin.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace goodfaith::views {

class StartPanel : public QWidget {
    Q_OBJECT

public:
    explicit StartPanel(QWidget* parent = nullptr);
    void setHasData(bool hasData);

Q_SIGNALS:
    void chooseFilesWanted();
    void sampleShopWanted();

private:
    QLabel* title_;
    QLabel* text_;
    QPushButton* choose_;
    QPushButton* sample_;
};

}  // namespace goodfaith::views
