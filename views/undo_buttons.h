// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo of what people did, with what that is on hover. Ctrl+Z works anywhere in the window
// but where text is being edited.
#pragma once

#include <QWidget>

class QToolButton;

namespace goodfaith::views {

class UndoButtons : public QWidget {
    Q_OBJECT

public:
    explicit UndoButtons(QWidget* parent = nullptr);
    // What would be undone, and done again: "joining Ada (17) and A. (31)"; "" when nothing.
    void setActs(const QString& undo, const QString& redo);

    QToolButton* undo() const { return undo_; }
    QToolButton* redo() const { return redo_; }

Q_SIGNALS:
    void undoWanted();
    void redoWanted();

private:
    QToolButton* undo_;
    QToolButton* redo_;
};

}  // namespace goodfaith::views
