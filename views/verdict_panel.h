// SPDX-License-Identifier: GPL-3.0-or-later
// The verdict in words, who judged it, what to do, why, and what would change it. A reason under
// the mouse or the keyboard lights its events; one chosen (click, Enter) filters the timeline to
// them.
#pragma once

#include "models/domain/brief.h"
#include "models/items/reasons_model.h"

#include <QWidget>

class QLabel;
class QListView;
class QToolButton;

namespace goodfaith::views {

class IconLabel;
class JudgementLines;

class VerdictPanel : public QWidget {
    Q_OBJECT

public:
    explicit VerdictPanel(QWidget* parent = nullptr);
    void setBrief(const Brief& brief, const items::Format& format);
    QListView* reasons() const { return reasons_; }
    // Checked while it is shown how the verdict came about.
    QToolButton* courseButton() const { return course_; }
    QLabel* change() const { return change_; }
    JudgementLines* judgements() const { return judgements_; }

Q_SIGNALS:
    void reasonLit(const std::vector<goodfaith::EventId>& events);  // none: nothing is lit
    void reasonChosen(const std::vector<goodfaith::EventId>& events, const QString& text);
    // Escape: all events again.
    void reasonDropped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void light(const QModelIndex& index);
    void choose(const QModelIndex& index);

    IconLabel* badge_;
    QLabel* verdict_;
    QLabel* evidence_;
    JudgementLines* judgements_;
    QLabel* nextStep_;
    QLabel* advice_;
    QToolButton* course_;
    QLabel* noReasons_;
    QListView* reasons_;
    QLabel* change_;
    items::ReasonsModel model_;
};

}  // namespace goodfaith::views
