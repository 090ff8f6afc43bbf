// SPDX-License-Identifier: GPL-3.0-or-later
// The field that finds customers, with its answers in a list below while one types. It asks by
// queryChanged after a short rest; answers to an older question are dropped by their token.
// Enter opens the first (or chosen) answer, arrows choose, Escape goes back.
#pragma once

#include "models/items/matches_model.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace goodfaith::views {

class SearchBar : public QWidget {
    Q_OBJECT

public:
    static constexpr int restMilliseconds = 120;

    explicit SearchBar(QWidget* parent = nullptr);

    void setMatches(quint64 token, const std::vector<Match>& matches);
    void focusField();
    QLineEdit* field() const { return field_; }
    QListView* answers() const { return answers_; }

Q_SIGNALS:
    void queryChanged(quint64 token, const QString& text);
    void customerChosen(goodfaith::CustomerId customer);
    void escaped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask();
    void textEdited();
    void open();
    void choose(const QModelIndex& index);
    void moveChoice(int by);
    void showPopup();
    void hidePopup();
    bool keyPressed(int key);

    QLineEdit* field_;
    QWidget* popup_ = nullptr;
    QListView* answers_ = nullptr;
    QLabel* nothing_ = nullptr;
    items::MatchesModel matches_;
    QTimer rest_;
    quint64 token_ = 0;
    bool answered_ = true;
    bool openWhenAnswered_ = false;
};

}  // namespace goodfaith::views
