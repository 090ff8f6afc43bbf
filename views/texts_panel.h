// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases for a reply, or answers to frequent questions: found by words, copied by a click or
// Enter, and kept current by whoever reads them.
#pragma once

#include "models/items/shop_texts_model.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace goodfaith::views {

class TextEditor;

class TextsPanel : public QFrame {
    Q_OBJECT

public:
    explicit TextsPanel(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    void setFormat(const items::Format& format) { model_.setFormat(format); }
    // Empty until its texts are there.
    void open(ShopTextKind kind);
    void setTexts(std::vector<OfferedText> texts);
    ShopTextKind kind() const { return kind_; }
    // What was saved or removed is done, or was refused.
    void ended(bool isDone);

    QLineEdit* search() const { return search_; }
    QListView* list() const { return list_; }
    QLabel* state() const { return state_; }
    TextEditor* editor() const { return editor_; }
    QPushButton* addButton() const { return add_; }
    QPushButton* changeButton() const { return change_; }
    QPushButton* removeButton() const { return remove_; }
    const items::ShopTextsModel& model() const { return model_; }

Q_SIGNALS:
    void saveWanted(const goodfaith::ShopText& text);
    void removeWanted(goodfaith::ShopTextKind kind, const QString& key);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLayout* makeTop();
    QWidget* makeChoice();
    void wire();
    void copy(const QModelIndex& index);
    void showState();
    void startEditor(const ShopText& text);
    void endEditor();
    void find(const QString& words);
    bool pressed(QObject* watched, int key);

    items::ShopTextsModel model_;
    ShopTextKind kind_ = ShopTextKind::Phrase;
    bool isThere_ = false;
    QString saved_;  // the title of what was saved last: to be shown when it is there
    QTimer copied_;  // while it says so
    QLabel* title_;
    QLineEdit* search_;
    QPushButton* add_;
    QPushButton* change_;
    QPushButton* remove_;
    QStackedWidget* stack_;
    QListView* list_;
    QLabel* empty_;
    QLabel* state_;
    TextEditor* editor_;
};

}  // namespace goodfaith::views
