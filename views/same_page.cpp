// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/same_page.h"

#include "views/comparison_grid.h"
#include "views/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

namespace goodfaith::views {

SamePage::SamePage(QWidget* parent)
    : QWidget(parent),
      place_(new QuietLabel({}, this)),
      stack_(new QStackedWidget(this)),
      message_(new QuietLabel({}, this)) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Same person?"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * step, 3 * step, 3 * step, 2 * step);
    column->setSpacing(2 * step);
    column->addLayout(makeTop());
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    stack_->addWidget(message_);
    stack_->addWidget(makeContent());
    column->addWidget(stack_, 1);
    column->addLayout(makeButtons());
    addShortcuts();
    showCurrent();
}

QLayout* SamePage::makeTop() {
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    line->addWidget(headingLabel(tr("Same person?"), this));
    line->addWidget(place_, 0, Qt::AlignBottom);
    line->addStretch();
    const std::array tips{tr("Customers who may be one person"),
                          tr("Two who belong together, by a phone or an address, but whose names "
                             "or numbers say that they are two")};
    for (const SuggestionKind kind : {SuggestionKind::Same, SuggestionKind::Linked}) {
        auto* button = new QToolButton(this);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        boldWhileChecked(button);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolTip(tips.at(static_cast<size_t>(kind)));
        connect(button, &QToolButton::clicked, this, [this, kind] { showKind(kind); });
        line->addWidget(button);
        kinds_.at(static_cast<size_t>(kind)) = button;
    }
    kinds_[0]->setChecked(true);
    return line;
}

QWidget* SamePage::makeContent() {
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 2 * step, 0);
    column->setSpacing(3 * step);
    grid_ = new ComparisonGrid(content);
    connect(grid_, &ComparisonGrid::customerChosen, this, &SamePage::customerChosen);
    column->addWidget(grid_);
    column->addStretch();
    scroll_ = new QScrollArea(this);
    scroll_->setWidget(content);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* whole = new QWidget(this);
    auto* below = new QVBoxLayout(whole);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(2 * step);
    below->addWidget(scroll_, 1);
    warning_ = new QWidget(whole);
    auto* line = new QHBoxLayout(warning_);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * step);
    auto* badge = new IconLabel(4 * step, warning_);
    badge->setIcon(accentIcon(QStringLiteral("warning"), Accent::Orange));
    conflicts_ = new QLabel(warning_);
    conflicts_->setWordWrap(true);
    conflicts_->setTextFormat(Qt::PlainText);
    line->addWidget(badge, 0, Qt::AlignTop);
    line->addWidget(conflicts_, 1);
    below->addWidget(warning_);
    outcome_ = new QLabel(whole);
    outcome_->setWordWrap(true);
    below->addWidget(outcome_);
    return whole;
}

QLayout* SamePage::makeButtons() {
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    const auto add = [&](const QString& text, const QString& tip, auto what) {
        auto* button = new QPushButton(text, this);
        button->setToolTip(tip);
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumWidth(button->sizeHint().width() + 4 * step);
        connect(button, &QPushButton::clicked, this, what);
        line->addWidget(button);
        return button;
    };
    judgements_ = {add(tr("Same person (A)"), tr("Join the two; can be undone"),
                       [this] { judge(Judgement::Same); }),
                   add(tr("Keep apart (S)"), tr("Two persons: no rule ever joins them"),
                       [this] { judge(Judgement::Apart); }),
                   add(tr("Dismiss (D)"), tr("Not sure: do not suggest these two again"),
                       [this] { judge(Judgement::Dismiss); })};
    line->addStretch();
    moves_ = {add(tr("Previous (P)"), tr("Back to the pair before"),
                  [this] {
                      queue_.previous();
                      showCurrent();
                  }),
              add(tr("Next (N)"), tr("Leave these two for later"), [this] {
                  queue_.next();
                  showCurrent();
              })};
    return line;
}

void SamePage::addShortcuts() {
    const auto add = [this](const QKeySequence& keys, auto what) {
        auto* shortcut =
            new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    const auto press = [](QPushButton* button) { return [button] { button->click(); }; };
    add(Qt::Key_A, press(judgements_[0]));
    add(Qt::Key_S, press(judgements_[1]));
    add(Qt::Key_D, press(judgements_[2]));
    add(Qt::Key_P, press(moves_[0]));
    add(Qt::Key_N, press(moves_[1]));
    add(Qt::Key_U, [this] { undo(); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_U), [this] { Q_EMIT redoWanted(); });
}

void SamePage::judge(Judgement judgement) {
    const auto pair = queue_.current();
    if (!pair || pair != shown_)  // never one that is not on the screen yet
        return;
    history_.push_back(*pair);
    queue_.settle(*pair);
    showCurrent();
    Q_EMIT judgementMade(*pair, judgement);
}

void SamePage::undo() {
    if (!history_.empty()) {
        returning_ = history_.back();
        history_.pop_back();
    }
    Q_EMIT undoWanted();
}

void SamePage::judged(const Pair& pair, bool succeeded) {
    queue_.release(pair);
    if (!succeeded) {
        std::erase(history_, pair);
        queue_.returnTo(pair);
    }
    reload();
}

void SamePage::showKind(SuggestionKind kind) {
    queue_.show(kind);
    showCurrent();
    setFocus();
}

void SamePage::setFormat(const items::Format& format) {
    format_ = format;
    showCounts();
}

void SamePage::reload() {
    if (const auto pair = std::exchange(returning_, std::nullopt))
        queue_.returnTo(*pair);
    known_.clear();
    ++pairToken_;
    Q_EMIT queueWanted(++queueToken_);
    if (shown_)
        ask(shown_);
}

void SamePage::setLooking(bool isLooking) {
    isLooking_ = isLooking;
    showMessage();
}

void SamePage::setQueue(quint64 token, const std::vector<Pair>& pairs) {
    if (token != queueToken_)
        return;
    isLoaded_ = true;
    queue_.setPairs(pairs);
    showCurrent();
}

void SamePage::setPair(quint64 token, const Pair& pair,
                       const std::optional<items::Comparison>& comparison) {
    if (token != pairToken_)
        return;
    const bool areTwo =
        comparison && comparison->sides[0].customer.id != comparison->sides[1].customer.id;
    if (areTwo) {
        const Key key(pair.a, pair.b);
        items::Comparison found = *comparison;
        if (found.suggestion.a.isNone())
            found.suggestion = evidence_.value(key);
        else
            evidence_.insert(key, found.suggestion);
        known_[key] = std::move(found);
    } else {
        queue_.drop(pair);
    }
    if (!areTwo || queue_.current() == pair)
        showCurrent();
}

void SamePage::ask(const std::optional<Pair>& pair) {
    if (!pair || known_.contains({pair->a, pair->b}))
        return;
    known_.insert({pair->a, pair->b}, std::nullopt);
    Q_EMIT pairWanted(pairToken_, *pair);
}

void SamePage::showCurrent() {
    constexpr qsizetype mostKnown = 50;
    if (known_.size() > mostKnown)
        known_.clear();
    const auto current = queue_.current();
    ask(current);
    const auto found = current ? known_.value({current->a, current->b}) : std::nullopt;
    if (found) {
        // The same pair again stays where one reads.
        if (current != shown_)
            scroll_->verticalScrollBar()->setValue(0);
        shown_ = current;
        showComparison(*found);
    } else if (current != shown_) {
        shown_.reset();
    }
    ask(queue_.following());
    showCounts();
    showMessage();
}

void SamePage::showComparison(const items::Comparison& comparison) {
    grid_->setComparison(comparison, format_);
    conflicts_->setText(comparison.conflicts.join(u'\n'));
    warning_->setVisible(!comparison.conflicts.isEmpty());
    outcome_->setText(items::joinedSentence(comparison, format_));
}

void SamePage::showMessage() {
    stack_->setCurrentIndex(shown_ ? 1 : 0);
    for (QPushButton* button : judgements_)
        button->setEnabled(shown_.has_value());
    for (QPushButton* button : moves_)
        button->setEnabled(queue_.left(queue_.kind()) > 1);
    if (queue_.current() || !isLoaded_)
        message_->setText(tr("Loading …"));
    else if (isLooking_)
        message_->setText(tr("Looking for customers who may be one person …"));
    else if (queue_.kind() == SuggestionKind::Linked)
        message_->setText(tr("Nobody left who is only linked to somebody else."));
    else
        message_->setText(
            tr("Nobody left to compare.\nWhoever looks like somebody else after the "
               "next import appears here."));
}

void SamePage::showCounts() {
    const auto count = [this](SuggestionKind kind) { return format_.number(queue_.left(kind)); };
    setBoldableText(kinds_[0], tr("May be one person  %1").arg(count(SuggestionKind::Same)));
    setBoldableText(kinds_[1], tr("Only linked  %1").arg(count(SuggestionKind::Linked)));
    kinds_.at(static_cast<size_t>(queue_.kind()))->setChecked(true);
    place_->setText(
        queue_.current()
            ? tr("%1 of %2").arg(format_.number(queue_.position() + 1), count(queue_.kind()))
            : QString());
    Q_EMIT leftChanged(left());
}

void SamePage::focusContent() {
    setFocus(Qt::OtherFocusReason);
}

}  // namespace goodfaith::views
