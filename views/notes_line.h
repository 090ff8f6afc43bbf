// SPDX-License-Identifier: GPL-3.0-or-later
// What people noted of a customer: the newest on one line, and behind a button all of them with who
// wrote them when, to be read and copied. Not there where nobody wrote anything.
#pragma once

#include "models/domain/note.h"
#include "models/items/format.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace goodfaith::views {

class NotesLine : public QWidget {
    Q_OBJECT

public:
    explicit NotesLine(QWidget* parent = nullptr);
    // The latest first.
    void setNotes(const std::vector<Note>& notes, const items::Format& format);

    QLabel* newest() const { return newest_; }
    QToolButton* allButton() const { return allButton_; }
    QPlainTextEdit* all() const { return all_; }

private:
    QLabel* newest_;
    QToolButton* allButton_;
    QPlainTextEdit* all_;
};

}  // namespace goodfaith::views
