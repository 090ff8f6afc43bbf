// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a customer is made of, and why; each can be split off.
#pragma once

#include "models/items/parties_model.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace goodfaith::views {

class PartiesPanel : public QWidget {
    Q_OBJECT

public:
    explicit PartiesPanel(QWidget* parent = nullptr);

    void setFormat(const items::Format& format) { model_.setFormat(format); }
    void setParties(std::vector<items::PartyRow> parties);

    items::PartiesModel* model() { return &model_; }
    QListView* list() const { return list_; }
    QPushButton* splitButton() const { return split_; }
    QPushButton* joinButton() const { return join_; }

Q_SIGNALS:
    void splitWanted(goodfaith::PartyId party);
    void joinWanted();
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showChoice();

    items::PartiesModel model_;
    QListView* list_;
    QLabel* sentence_;
    QPushButton* split_;
    QPushButton* join_;
};

}  // namespace goodfaith::views
