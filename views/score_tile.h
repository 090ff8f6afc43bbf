// SPDX-License-Identifier: GPL-3.0-or-later
// One score from 0 to 100 with the figures it stands for; "too little data" where it has none.
#pragma once

#include <QFrame>

#include <optional>

class QLabel;

namespace goodfaith::views {

class ScoreTile : public QFrame {
    Q_OBJECT

public:
    // `meaning`: what a high number says, for tooltip and screen readers.
    ScoreTile(const QString& title, const QString& meaning, QWidget* parent = nullptr);
    void setScore(std::optional<double> score, const QString& first, const QString& second);

private:
    class Meter;
    QString title_;
    QString meaning_;
    QLabel* score_;
    Meter* meter_;
    QLabel* first_;
    QLabel* second_;
};

}  // namespace goodfaith::views
