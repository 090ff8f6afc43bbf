// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent says of a customer: a note, a promise with its time, or a judgement over the
// computed verdict. A bar on the page, no window. Enter says it, Escape closes; what was written
// and not said yet is there again when the same is asked of the same customer.
#pragma once

#include "models/domain/settings.h"
#include "models/items/format.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace goodfaith::views {

class TimeChoice;

class SayBar : public QFrame {
    Q_OBJECT

public:
    explicit SayBar(QWidget* parent = nullptr);

    void setFormat(const items::Format& format, const ShopSettings& settings);
    // `who`: the customer's name.
    void askNote(CustomerId customer, const QString& who);
    void askPromise(CustomerId customer, const QString& who);
    // `standing`: what is judged already and could be taken back.
    void askJudgement(CustomerId customer, const QString& who,
                      const std::optional<Judgement>& standing);
    void close();
    // What was said is done, or was refused: then it stays, to be said again.
    void ended(bool isDone);

    QLabel* question() const { return question_; }
    QPlainTextEdit* text() const { return text_; }
    TimeChoice* due() const { return due_; }
    QComboBox* verdict() const { return verdict_; }
    QComboBox* review() const { return review_; }
    QPushButton* accept() const { return accept_; }
    QPushButton* cancel() const { return cancel_; }

Q_SIGNALS:
    void noteWanted(goodfaith::CustomerId customer, const QString& text);
    void promiseWanted(goodfaith::CustomerId customer, const QString& text, goodfaith::Instant due);
    // Its verdict, reason and review; none for a verdict: take back.
    void judgementWanted(goodfaith::CustomerId customer, const goodfaith::Judgement& judgement);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Question { None, Note, Promise, Judgement };

    QWidget* makeVerdicts();
    // Whether it is another question than the last: then everything begins anew.
    bool ask(Question question, CustomerId customer, const QString& words);
    void offerTimes();
    void offerVerdicts(const std::optional<Judgement>& standing);
    bool isTakingBack() const;
    // What keeps it from being said; "" when nothing does.
    QString missing() const;
    void check();
    void say();
    Judgement judgement() const;

    items::Format format_;
    ShopSettings settings_;
    Question asked_ = Question::None;
    CustomerId customer_;
    bool isSaying_ = false;
    QLabel* question_;
    TimeChoice* due_;
    QComboBox* verdict_;
    QLabel* reviewLabel_;
    QComboBox* review_;
    QWidget* verdicts_;  // the row of these three
    QPlainTextEdit* text_;
    QPushButton* accept_;
    QPushButton* cancel_;
};

}  // namespace goodfaith::views
