// SPDX-License-Identifier: GPL-3.0-or-later
// Same person? Two customers side by side, judged by one key: A same, S keep apart, D dismiss, N
// next, P previous, U undo. The next pair is asked for before it is needed. A judgement is told and
// the next pair shown at once; one that failed comes back.
#pragma once

#include "models/items/comparison.h"
#include "models/items/suggestion_queue.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace goodfaith::views {

class ComparisonGrid;

class SamePage : public QWidget {
    Q_OBJECT

public:
    using Pair = items::SuggestedPair;
    enum class Judgement { Same, Apart, Dismiss };
    Q_ENUM(Judgement)

    explicit SamePage(QWidget* parent = nullptr);

    void setFormat(const items::Format& format);
    // Asks for everything again: the data have changed.
    void reload();
    void setQueue(quint64 token, const std::vector<Pair>& pairs);
    // Nothing: the two are not two any more.
    void setPair(quint64 token, const Pair& pair,
                 const std::optional<items::Comparison>& comparison);
    // Suggestions are being looked for, or no longer.
    void setLooking(bool isLooking);
    void judged(const Pair& pair, bool succeeded);

    void focusContent();
    int left() const { return queue_.left(SuggestionKind::Same); }
    std::optional<Pair> shown() const { return shown_; }
    ComparisonGrid* grid() const { return grid_; }
    QToolButton* kindButton(SuggestionKind kind) const { return kinds_[static_cast<size_t>(kind)]; }
    QPushButton* button(Judgement judgement) const {
        return judgements_[static_cast<size_t>(judgement)];
    }
    QLabel* message() const { return message_; }
    QLabel* outcome() const { return outcome_; }

Q_SIGNALS:
    void queueWanted(quint64 token);
    void pairWanted(quint64 token, const goodfaith::items::SuggestedPair& pair);
    void judgementMade(const goodfaith::items::SuggestedPair& pair,
                       goodfaith::views::SamePage::Judgement judgement);
    void undoWanted();
    void redoWanted();
    void customerChosen(goodfaith::CustomerId customer);
    // How many might be one person.
    void leftChanged(int left);

private:
    QLayout* makeTop();
    QWidget* makeContent();
    QLayout* makeButtons();
    void addShortcuts();
    void judge(Judgement judgement);
    void undo();
    void showKind(SuggestionKind kind);
    void ask(const std::optional<Pair>& pair);
    void showCurrent();
    void showComparison(const items::Comparison& comparison);
    void showMessage();
    void showCounts();

    using Key = std::pair<CustomerId, CustomerId>;
    items::Format format_;
    items::SuggestionQueue queue_;
    QHash<Key, std::optional<items::Comparison>> known_;  // asked for; none: not there yet
    QHash<Key, Suggestion> evidence_;  // as it was last: it is lost when two are joined
    std::vector<Pair> history_;        // what was judged here
    std::optional<Pair> returning_;    // to be shown when the undoing is done
    std::optional<Pair> shown_;
    quint64 queueToken_ = 0;
    quint64 pairToken_ = 0;
    bool isLoaded_ = false;
    bool isLooking_ = false;

    QLabel* place_;
    std::array<QToolButton*, 2> kinds_{};
    QStackedWidget* stack_;
    QLabel* message_;
    QScrollArea* scroll_ = nullptr;
    ComparisonGrid* grid_ = nullptr;
    QLabel* outcome_ = nullptr;
    QLabel* conflicts_ = nullptr;
    QWidget* warning_ = nullptr;
    std::array<QPushButton*, 3> judgements_{};
    std::vector<QPushButton*> moves_;
};

}  // namespace goodfaith::views
