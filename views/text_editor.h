// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a phrase or an answer: its title, its text, and of a phrase what it fits and what fills
// it. What keeps it from being saved is said at once.
#pragma once

#include "models/domain/shop_text.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace goodfaith::views {

class TextEditor : public QWidget {
    Q_OBJECT

public:
    explicit TextEditor(QWidget* parent = nullptr);
    // One without a key is a new one.
    void edit(const ShopText& text);
    // What was saved is saved, or was refused: then it can be saved again.
    void ended() { check(); }

    QLineEdit* title() const { return title_; }
    QPlainTextEdit* text() const { return text_; }
    QComboBox* fits() const { return fits_; }
    QToolButton* insert() const { return insert_; }
    QLabel* problem() const { return problem_; }
    QPushButton* save() const { return save_; }
    QPushButton* cancel() const { return cancel_; }

Q_SIGNALS:
    void saveWanted(const goodfaith::ShopText& text);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void offerMatters();
    void offerSlots();
    ShopText written() const;
    void check();

    ShopText before_;
    QLineEdit* title_;
    QComboBox* fits_;
    QToolButton* insert_;
    QPlainTextEdit* text_;
    QLabel* problem_;
    QPushButton* save_;
    QPushButton* cancel_;
};

}  // namespace goodfaith::views
