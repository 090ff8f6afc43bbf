// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/customer_picker.h"

#include "views/look.h"
#include "views/search_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace goodfaith::views {

CustomerPicker::CustomerPicker(QWidget* parent)
    : QFrame(parent),
      title_(new ElidedLabel(this)),
      search_(new SearchBar(this)),
      outcome_(new QLabel(this)),
      do_(new QPushButton(this)) {
    setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * step, 2 * step, 2 * step, 2 * step);
    column->setSpacing(2 * step);
    auto* top = new QHBoxLayout;
    title_->setFont(boldFont(title_->font()));
    title_->setTextFormat(Qt::PlainText);
    title_->setMinimumWidth(10 * step);
    auto* cancel = iconButton(QStringLiteral("close"), tr("Leave it as it is (Esc)"), this);
    top->addWidget(title_, 1);
    top->addWidget(cancel);
    column->addLayout(top);
    search_->field()->setPlaceholderText(tr("E-mail, phone, order, name or number"));
    search_->field()->setAccessibleName(tr("Find the other customer"));
    column->addWidget(search_);
    auto* bottom = new QHBoxLayout;
    outcome_->setWordWrap(true);
    outcome_->setTextFormat(Qt::PlainText);
    bottom->addWidget(outcome_, 1);
    bottom->addWidget(do_, 0, Qt::AlignBottom);
    column->addLayout(bottom);
    connect(cancel, &QToolButton::clicked, this, &CustomerPicker::close);
    connect(search_, &SearchBar::escaped, this, &CustomerPicker::close);
    connect(search_, &SearchBar::customerChosen, this, &CustomerPicker::choose);
    connect(search_->field(), &QLineEdit::textEdited, this, [this] { choose({}); });
    connect(do_, &QPushButton::clicked, this, &CustomerPicker::accept);
    hide();
}

void CustomerPicker::openToJoin(CustomerId customer) {
    customer_ = customer;
    event_ = {};
    do_->setText(tr("Join"));
    open(tr("Join this customer with whom?"), {});
}

void CustomerPicker::openToMove(CustomerId customer, EventId event, const QString& what) {
    customer_ = customer;
    event_ = event;
    do_->setText(tr("Move"));
    open(tr("Whose is “%1”?").arg(what), what);
}

void CustomerPicker::open(const QString& title, const QString& what) {
    what_ = what;
    title_->setText(title);
    search_->field()->clear();
    choose({});
    show();
    search_->focusField();
}

void CustomerPicker::close() {
    if (isHidden())
        return;
    choose({});
    hide();
    Q_EMIT closed();
}

void CustomerPicker::choose(CustomerId other) {
    chosen_ = other;
    ++token_;
    do_->setEnabled(false);
    do_->setVisible(!other.isNone());
    outcome_->setVisible(!other.isNone());
    outcome_->setText({});
    if (other.isNone())
        return;
    if (other == customer_)
        outcome_->setText(event_.isNone() ? tr("That is this customer.")
                                          : tr("It is this customer's already."));
    else
        Q_EMIT comparisonWanted(token_, customer_, other);
}

void CustomerPicker::setComparison(quint64 token,
                                   const std::optional<items::Comparison>& comparison) {
    if (token != token_)
        return;
    if (!comparison) {
        outcome_->setText(tr("That customer is not there any more."));
        return;
    }
    const QString other = items::titleWithNumber(comparison->sides[1].customer);
    QStringList lines;
    if (event_.isNone()) {
        lines << tr("%1 and %2 become one.")
                     .arg(items::titleWithNumber(comparison->sides[0].customer), other)
              << items::joinedSentence(*comparison, format_);
        for (const QString& conflict : comparison->conflicts)
            lines << tr("But: %1").arg(conflict);
    } else {
        lines << tr("“%1” moves to the timeline of %2, and stays there whatever its own keys say.")
                     .arg(what_, other);
    }
    outcome_->setText(lines.join(u'\n'));
    do_->setEnabled(true);
    takeFocusFrom(this, do_);
}

// The button has the keyboard by then, and leaves Enter to whoever is around it.
void CustomerPicker::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && do_->hasFocus())
        accept();
    else
        QFrame::keyPressEvent(event);
}

void CustomerPicker::accept() {
    const CustomerId other = chosen_;
    const EventId event = event_;
    close();
    if (event.isNone())
        Q_EMIT joinWanted(customer_, other);
    else
        Q_EMIT moveWanted(event, other);
}

}  // namespace goodfaith::views
