// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search_bar.h"

#include "views/look.h"
#include "views/match_delegate.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

#include <algorithm>

namespace goodfaith::views {
namespace {

constexpr int mostShown = 8;

}  // namespace

SearchBar::SearchBar(QWidget* parent) : QWidget(parent), field_(new QLineEdit(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field_);
    field_->setPlaceholderText(tr("E-mail, phone, order or name, or paste a message"));
    field_->setAccessibleName(tr("Find a customer"));
    field_->setClearButtonEnabled(true);
    field_->setMinimumHeight(8 * step);
    field_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    field_->installEventFilter(this);
    rest_.setSingleShot(true);
    rest_.setInterval(restMilliseconds);
    connect(&rest_, &QTimer::timeout, this, &SearchBar::ask);
    connect(field_, &QLineEdit::textEdited, this, &SearchBar::textEdited);
    connect(field_, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            textEdited();  // the clear button is no typing
    });

    auto* frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::Base);
    popup_ = frame;
    popup_->hide();
    auto* column = new QVBoxLayout(popup_);
    column->setContentsMargins(1, 1, 1, 1);
    answers_ = new QListView(popup_);
    answers_->setModel(&matches_);
    answers_->setItemDelegate(new MatchDelegate(answers_));
    answers_->setFrameShape(QFrame::NoFrame);
    answers_->setFocusPolicy(Qt::NoFocus);
    answers_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    answers_->setUniformItemSizes(true);
    answers_->setAccessibleName(tr("Customers found"));
    connect(answers_, &QListView::clicked, this, &SearchBar::choose);
    nothing_ = new QuietLabel(tr("Nobody found. Try part of a name, or an order number."), popup_);
    nothing_->setMargin(2 * step);
    column->addWidget(answers_);
    column->addWidget(nothing_);
}

void SearchBar::focusField() {
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
}

void SearchBar::textEdited() {
    ++token_;
    answered_ = false;
    openWhenAnswered_ = false;
    if (!field_->text().simplified().isEmpty()) {
        rest_.start();
        return;
    }
    rest_.stop();
    matches_.clear();
    hidePopup();
}

void SearchBar::ask() {
    Q_EMIT queryChanged(token_, field_->text().simplified());
}

void SearchBar::setMatches(quint64 token, const std::vector<Match>& matches) {
    if (token != token_)
        return;
    answered_ = true;
    matches_.setMatches(matches);
    if (openWhenAnswered_ && !matches.empty()) {
        choose(matches_.index(0));
        return;
    }
    if (field_->hasFocus())
        showPopup();
}

void SearchBar::open() {
    if (field_->text().simplified().isEmpty())
        return;
    if (answered_ && matches_.rowCount() > 0) {
        choose(answers_->currentIndex().isValid() ? answers_->currentIndex() : matches_.index(0));
        return;
    }
    openWhenAnswered_ = true;
    if (rest_.isActive()) {
        rest_.stop();
        ask();
    }
}

void SearchBar::choose(const QModelIndex& index) {
    const CustomerId customer = matches_.customerAt(index);
    if (customer.isNone())
        return;
    openWhenAnswered_ = false;
    hidePopup();
    Q_EMIT customerChosen(customer);
}

void SearchBar::moveChoice(int by) {
    const int rows = matches_.rowCount();
    if (rows == 0)
        return;
    showPopup();
    const int from = answers_->currentIndex().isValid() ? answers_->currentIndex().row() : -1;
    answers_->setCurrentIndex(matches_.index(std::clamp(from + by, 0, rows - 1)));
}

void SearchBar::showPopup() {
    const bool any = matches_.rowCount() > 0;
    answers_->setVisible(any);
    nothing_->setVisible(!any);
    // A child of the window, not a pop-up window: the focus stays in the field.
    popup_->setParent(window());
    const QPoint below = mapTo(window(), QPoint(0, height() + 2));
    const int rowHeight = any ? answers_->sizeHintForRow(0) : nothing_->sizeHint().height();
    const int rows = any ? std::min(matches_.rowCount(), mostShown) : 1;
    popup_->setGeometry(QRect(below, QSize(width(), rows * rowHeight + step)));
    popup_->show();
    popup_->raise();
}

void SearchBar::hidePopup() {
    popup_->hide();
    answers_->setCurrentIndex({});
}

bool SearchBar::keyPressed(int key) {
    switch (key) {
        case Qt::Key_Down:
            moveChoice(1);
            return true;
        case Qt::Key_Up:
            moveChoice(-1);
            return true;
        case Qt::Key_PageDown:
            moveChoice(mostShown);
            return true;
        case Qt::Key_PageUp:
            moveChoice(-mostShown);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            open();
            return true;
        case Qt::Key_Escape:
            openWhenAnswered_ = false;
            hidePopup();
            Q_EMIT escaped();
            return true;
        default:
            return false;
    }
}

bool SearchBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == field_ && event->type() == QEvent::KeyPress &&
        keyPressed(static_cast<QKeyEvent*>(event)->key()))
        return true;
    if (watched == field_ && event->type() == QEvent::FocusOut)
        hidePopup();
    return QWidget::eventFilter(watched, event);
}

}  // namespace goodfaith::views
