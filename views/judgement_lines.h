// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent judged over the computed verdict, beside what the records alone say, and behind a
// button what was judged before. Not there where nobody ever judged.
#pragma once

#include "models/domain/brief.h"
#include "models/items/format.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace goodfaith::views {

class JudgementLines : public QWidget {
    Q_OBJECT

public:
    explicit JudgementLines(QWidget* parent = nullptr);
    void setBrief(const Brief& brief, const items::Format& format);

    QLabel* standing() const { return standing_; }
    QToolButton* earlierButton() const { return earlierButton_; }
    QLabel* earlier() const { return earlier_; }

private:
    QLabel* standing_;
    QToolButton* earlierButton_;
    QLabel* earlier_;
};

}  // namespace goodfaith::views
