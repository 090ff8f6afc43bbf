// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent can do about the customer shown: say something of them, or look up what to write.
#pragma once

#include "models/domain/shop_text.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace goodfaith::views {

class DoRow : public QWidget {
    Q_OBJECT

public:
    explicit DoRow(QWidget* parent = nullptr);

    // Why nothing can be said of them now; empty where it can.
    void setRefusal(const QString& why);
    // Which texts are open, if any.
    void setShownTexts(std::optional<ShopTextKind> kind);

    QPushButton* note() const { return note_; }
    QPushButton* promise() const { return promise_; }
    QPushButton* judge() const { return judge_; }
    QPushButton* phrases() const { return phrases_; }
    QPushButton* faq() const { return faq_; }

Q_SIGNALS:
    void noteAsked();
    void promiseAsked();
    void judgementAsked();
    void textsAsked(goodfaith::ShopTextKind kind, bool areShown);

private:
    QPushButton* add(const QString& text);
    QPushButton* addDrawer(const QString& text, ShopTextKind kind);

    QPushButton* note_;
    QPushButton* promise_;
    QPushButton* judge_;
    QPushButton* phrases_;
    QPushButton* faq_;
};

}  // namespace goodfaith::views
