// SPDX-License-Identifier: GPL-3.0-or-later
// The whole text of one event, below the timeline. Shows what the row knows at once and the text
// when it comes; a text of another event is dropped by its token.
#pragma once

#include "models/domain/overview.h"
#include "models/items/format.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace goodfaith::views {

class EventReader : public QWidget {
    Q_OBJECT

public:
    explicit EventReader(QWidget* parent = nullptr);
    void open(const TimelineRow& row, const items::Format& format);
    void setText(quint64 token, const QString& text);
    void dismiss();
    QPlainTextEdit* text() const { return text_; }

Q_SIGNALS:
    void textWanted(quint64 token, goodfaith::EventId event);
    void closed();

private:
    QLabel* icon_;
    QLabel* title_;
    QLabel* details_;
    QPlainTextEdit* text_;
    quint64 token_ = 0;
};

}  // namespace goodfaith::views
