// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/queue_page.h"

#include "views/look.h"
#include "views/queue_act_bar.h"
#include "views/tables.h"
#include "views/time_left_delegate.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

namespace goodfaith::views {
namespace {

// Cases go quiet and follow-ups come up by themselves.
constexpr auto staleAfter = std::chrono::minutes(5);

}  // namespace

QueuePage::QueuePage(QWidget* parent)
    : QWidget(parent),
      figures_(new QuietLabel({}, this)),
      bar_(new QueueActBar(this)),
      stack_(new QStackedWidget(this)),
      message_(new QuietLabel({}, this)),
      table_(new QTableView(this)) {
    setAccessibleName(tr("Queue"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * step, 3 * step, 3 * step, 2 * step);
    column->setSpacing(2 * step);
    column->addLayout(makeTop());
    column->addWidget(bar_);
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    stack_->addWidget(message_);
    stack_->addWidget(makeTable());
    column->addWidget(stack_, 1);
    addShortcuts();
    connect(bar_, &QueueActBar::closed, table_, qOverload<>(&QWidget::setFocus));
    connect(bar_, &QueueActBar::doneWanted, this,
            [this](const QString& reason) { Q_EMIT doneWanted(chosenWaits(), reason); });
    connect(bar_, &QueueActBar::putOffWanted, this, [this](Instant until, const QString& reason) {
        Q_EMIT putOffWanted(chosenWaits(), until, reason);
    });
    showState();
}

QLayout* QueuePage::makeTop() {
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    line->addWidget(headingLabel(tr("Queue"), this));
    line->addWidget(figures_, 1, Qt::AlignBottom);
    const auto toggle = [&](const QString& text, const QString& tip) {
        auto* button = new QToolButton(this);
        setBoldableText(button, text);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolTip(tip);
        boldWhileChecked(button);
        line->addWidget(button);
        return button;
    };
    const auto push = [&](const QString& text, const QString& tip, auto what) {
        auto* button = new QPushButton(text, this);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, what);
        line->addWidget(button);
        return button;
    };
    group_ = toggle(tr("By kind (G)"), tr("Replies, calls back, promises, cases and follow-ups "
                                          "under headings of their own"));
    snoozed_ = toggle(tr("Snoozed"), tr("What was put off, and until when"));
    connect(group_, &QToolButton::toggled, this,
            [this](bool isOn) { keepingChoice([&] { model_.setGrouped(isOn); }); });
    connect(snoozed_, &QToolButton::toggled, this, [this](bool isOn) {
        keepingChoice([&] { model_.setShowsPutOff(isOn); });
        fitColumns();
    });
    done_ = push(tr("Done (D)"), tr("It was seen to: leaves the queue, with a reason"),
                 [this] { askWhy(); });
    snooze_ = push(tr("Snooze (S)"), tr("It can wait: comes back then, or when they write again"),
                   [this] { askUntil(); });
    return line;
}

QWidget* QueuePage::makeTable() {
    using items::QueueModel;
    table_->setModel(&model_);
    prepareTable(table_, tr("Who waits"));
    table_->setItemDelegateForColumn(QueueModel::Left, new TimeLeftDelegate(table_));
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table_->setMouseTracking(true);
    constexpr int rowsMeasured = 100;
    table_->horizontalHeader()->setResizeContentsPrecision(rowsMeasured);
    table_->horizontalHeader()->setStretchLastSection(true);
    connect(table_, &QTableView::doubleClicked, this, &QueuePage::open);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &QueuePage::showState);
    return table_;
}

void QueuePage::addShortcuts() {
    const auto add = [this](const QKeySequence& keys, auto what) {
        auto* shortcut = new QShortcut(keys, table_, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    add(Qt::Key_D, [this] { askWhy(); });
    add(Qt::Key_S, [this] { askUntil(); });
    add(Qt::Key_G, [this] { group_->toggle(); });
    add(Qt::Key_Return, [this] { open(table_->currentIndex()); });
    add(Qt::Key_Enter, [this] { open(table_->currentIndex()); });
}

void QueuePage::setFormat(const items::Format& format) {
    format_ = format;
    bar_->setFormat(format);
    keepingChoice([&] { model_.setFormat(format); });
    if (loadedAt_ && isVisible() && format.now() - *loadedAt_ >= staleAfter)
        reload();
}

void QueuePage::reload() {
    Q_EMIT queueWanted(++token_);
}

void QueuePage::setQueue(quint64 token, ShopQueue queue) {
    if (token != token_)
        return;
    loadedAt_ = format_.now();
    knownTo_ = queue.knownTo;
    hasFailed_ = false;
    keepingChoice([&] { model_.setRows(std::move(queue.rows)); });
    fitColumns();
}

void QueuePage::queueFailed(quint64 token) {
    hasFailed_ = token == token_ && !loadedAt_;
    showState();
}

void QueuePage::focusContent() {
    if (model_.rowCount() > 0)
        table_->setFocus();
    else
        group_->setFocus();
}

// As wide as what stands in them, but no name and no promise pushes the last words aside.
void QueuePage::fitColumns() {
    constexpr int widest = 48 * step;
    table_->resizeColumnsToContents();
    for (const int column : {items::QueueModel::Customer, items::QueueModel::What})
        table_->setColumnWidth(column, std::min(widest, table_->columnWidth(column)));
}

// What was chosen stays so where it still stands; else what took its place is.
void QueuePage::keepingChoice(const std::function<void()>& change) {
    const QueueRow* before = model_.rowAt(table_->currentIndex());
    const auto wait = before == nullptr ? std::nullopt : std::optional(before->entry.wait);
    const int line = std::max(0, table_->currentIndex().row());
    change();
    table_->clearSpans();
    for (int at = 0; at < model_.rowCount(); ++at) {
        if (model_.isHeading(at))
            table_->setSpan(at, 0, 1, model_.columnCount());
    }
    int wanted = wait ? model_.lineOf(*wait) : -1;
    if (wanted < 0)
        wanted = std::min(line, model_.rowCount() - 1);
    if (wanted >= 0 && model_.isHeading(wanted) && wanted + 1 < model_.rowCount())
        ++wanted;
    if (wanted >= 0 && table_->currentIndex().row() != wanted)
        table_->setCurrentIndex(model_.index(wanted, 0));
    showState();
    Q_EMIT waitingChanged(model_.waiting());
}

QString QueuePage::emptyText() const {
    if (hasFailed_)
        return tr("The queue could not be read. It is tried again when the data change.");
    if (!loadedAt_)
        return tr("Looking who waits …");
    return snoozed_->isChecked()
               ? tr("Nothing is snoozed.")
               : tr("Nobody waits: every message is answered, every missed call made good and "
                    "every promise seen to.");
}

// With how far we would know of an answer, where that is not today.
QString QueuePage::figuresText() const {
    QStringList parts;
    if (const int waiting = model_.waiting(); loadedAt_ && waiting > 0)
        parts << tr("%1, %2 overdue")
                     .arg(format_.counted(waiting, tr("waits"), tr("wait")),
                          format_.number(model_.overdue()));
    if (knownTo_ && format_.now() - *knownTo_ > std::chrono::days(1))
        parts << tr("messages and calls known up to %1").arg(format_.exact(*knownTo_));
    return parts.join(QStringLiteral(" · "));
}

void QueuePage::showState() {
    const bool isEmpty = model_.rowCount() == 0;
    const bool isFilled = !isEmpty && stack_->currentWidget() == message_;
    message_->setText(emptyText());
    stack_->setCurrentWidget(isEmpty ? static_cast<QWidget*>(message_) : table_);
    setFocusProxy(isEmpty ? nullptr : table_);
    if (isFilled && isAncestorOf(QApplication::focusWidget()))
        table_->setFocus();
    const bool anyChosen = !isEmpty && !chosen().empty();
    done_->setEnabled(anyChosen);
    snooze_->setEnabled(anyChosen);
    snooze_->setText(snoozed_->isChecked() ? tr("Wake (S)") : tr("Snooze (S)"));
    setBoldableText(snoozed_, model_.putOff() == 0
                                  ? tr("Snoozed")
                                  : tr("Snoozed  %1").arg(format_.number(model_.putOff())));
    if (!anyChosen)
        bar_->hide();
    figures_->setText(figuresText());
}

std::vector<const QueueRow*> QueuePage::chosen() const {
    std::vector<const QueueRow*> rows;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows()) {
        if (const QueueRow* row = model_.rowAt(index))
            rows.push_back(row);
    }
    return rows;
}

std::vector<WaitName> QueuePage::chosenWaits() const {
    std::vector<WaitName> waits;
    for (const QueueRow* row : chosen())
        waits.push_back(row->entry.wait);
    return waits;
}

QString QueuePage::chosenInWords() const {
    const auto rows = chosen();
    return rows.size() == 1 ? items::queueCustomer(*rows.front())
                            : tr("%1 of the queue").arg(format_.number(qint64(rows.size())));
}

void QueuePage::askWhy() {
    if (!chosen().empty())
        bar_->askWhy(chosenInWords());
}

void QueuePage::askUntil() {
    if (chosen().empty())
        return;
    if (snoozed_->isChecked())
        Q_EMIT putOffWanted(chosenWaits(), format_.now(), {});
    else
        bar_->askUntil(chosenInWords());
}

void QueuePage::open(const QModelIndex& index) {
    if (const QueueRow* row = model_.rowAt(index))
        Q_EMIT customerChosen(row->entry.customer);
}

}  // namespace goodfaith::views
