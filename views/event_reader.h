// SPDX-License-Identifier: GPL-3.0-or-later
// The whole text of one event, below the timeline, and how it was read. Shows what the row knows at
// once and the text when it comes; a text of another event is dropped by its token.
#pragma once

#include "models/domain/overview.h"
#include "models/items/format.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace goodfaith::views {

class CorrectionMenu;
class IconLabel;

class EventReader : public QWidget {
    Q_OBJECT

public:
    explicit EventReader(QWidget* parent = nullptr);
    void open(const TimelineRow& row, const items::Format& format);
    // Asks for the text again: the data have changed.
    void reload();
    void setText(quint64 token, const QString& text, const std::optional<TextJudgement>& judgement);
    void dismiss();
    QPlainTextEdit* text() const { return text_; }
    QLabel* judgement() const { return judgement_; }
    QToolButton* correctButton() const { return correct_; }
    CorrectionMenu* corrections() const { return corrections_; }

Q_SIGNALS:
    void textWanted(quint64 token, goodfaith::EventId event);
    void readingCorrected(goodfaith::EventId text, bool complains, goodfaith::Topic topic);
    void promisesSettled(goodfaith::EventId message, bool kept);
    void closed();

private:
    QLayout* makeJudgement();
    void showJudgement(const std::optional<TextJudgement>& judgement);

    items::Format format_;
    TimelineRow row_;
    IconLabel* icon_;
    QLabel* title_;
    QLabel* details_;
    QLabel* judgement_;
    QToolButton* correct_;
    CorrectionMenu* corrections_;
    QPlainTextEdit* text_;
    quint64 token_ = 0;
};

}  // namespace goodfaith::views
