// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline_pane.h"

#include "views/correction_menu.h"
#include "views/event_reader.h"
#include "views/kind_chips.h"
#include "views/look.h"
#include "views/timeline_delegate.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>

#include <utility>

namespace goodfaith::views {

TimelinePane::TimelinePane(QWidget* parent)
    : QWidget(parent), delegate_(new TimelineDelegate(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * step);
    column->addWidget(makeFilters());
    column->addWidget(makeOnlyBar());
    makeList();
    reader_ = new EventReader(this);
    reader_->hide();
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(list_);
    splitter->addWidget(reader_);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    column->addWidget(splitter, 1);
    rest_.setSingleShot(true);
    rest_.setInterval(200);
    connect(&rest_, &QTimer::timeout, this, &TimelinePane::refilter);
    connect(&model_, &items::TimelineModel::pageWanted, this, &TimelinePane::pageWanted);
    connect(&model_, &items::TimelineModel::loadingChanged, this, &TimelinePane::updateState);
    connect(reader_, &EventReader::textWanted, this, &TimelinePane::eventTextWanted);
    connect(reader_, &EventReader::readingCorrected, this, &TimelinePane::readingCorrected);
    connect(reader_, &EventReader::promisesSettled, this, &TimelinePane::promisesSettled);
    connect(reader_, &EventReader::closed, list_, [this] { list_->setFocus(); });
}

QWidget* TimelinePane::makeFilters() {
    auto* filters = new QWidget(this);
    auto* line = new QHBoxLayout(filters);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * step);
    chips_ = new KindChips(filters);
    search_ = new QLineEdit(filters);
    search_->setPlaceholderText(tr("Search (Ctrl+F)"));
    search_->setAccessibleName(tr("Search in this timeline"));
    search_->setClearButtonEnabled(true);
    search_->setFixedWidth(40 * step);
    search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    line->addWidget(chips_, 1);
    line->addWidget(search_, 0, Qt::AlignTop);
    connect(chips_, &KindChips::chosenChanged, this, &TimelinePane::refilter);
    connect(search_, &QLineEdit::textChanged, &rest_, [this] { rest_.start(); });
    return filters;
}

QWidget* TimelinePane::makeOnlyBar() {
    auto* bar = new QFrame(this);
    bar->setFrameShape(QFrame::StyledPanel);
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(2 * step, 0, 0, 0);
    onlyText_ = new ElidedLabel(bar);
    onlyText_->setTextFormat(Qt::PlainText);
    onlyText_->setMinimumWidth(10 * step);
    auto* close = iconButton(QStringLiteral("close"), tr("Show all events again (Esc)"), bar);
    line->addWidget(onlyText_, 1);
    line->addWidget(close);
    bar->hide();
    onlyBar_ = bar;
    connect(close, &QToolButton::clicked, this, &TimelinePane::showEverything);
    return bar;
}

void TimelinePane::makeList() {
    list_ = new QListView(this);
    list_->setModel(&model_);
    list_->setItemDelegate(delegate_);
    list_->setUniformItemSizes(true);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setMouseTracking(true);
    list_->setMinimumHeight(20 * step);
    list_->setAccessibleName(tr("Timeline, newest first"));
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    list_->installEventFilter(this);
    state_ = new QuietLabel({}, list_->viewport());
    state_->setAttribute(Qt::WA_TransparentForMouseEvents);
    state_->setAlignment(Qt::AlignCenter);
    auto* over = new QVBoxLayout(list_->viewport());
    over->addWidget(state_);
    connect(list_, &QListView::activated, this, &TimelinePane::openReader);
    connect(list_, &QListView::customContextMenuRequested, this, &TimelinePane::showMenu);
}

void TimelinePane::setFormat(const items::Format& format) {
    format_ = format;
    model_.setFormat(format);
}

void TimelinePane::start(std::optional<Instant> to) {
    to_ = to;
    only_.clear();
    onlyBar_->hide();
    chips_->chooseAll();
    const QSignalBlocker quiet(search_);
    search_->clear();
    reader_->hide();
    light({});
    refilter();
}

void TimelinePane::reload(std::optional<Instant> to) {
    to_ = to;
    const QModelIndex at = list_->currentIndex();
    const TimelineRow* current = at.isValid() ? model_.rowAt(at) : nullptr;
    const Place place{current != nullptr ? current->id : EventId(),
                      list_->verticalScrollBar()->value()};
    refilter();
    place_ = place;
    reader_->reload();
}

void TimelinePane::returnToPlace() {
    const auto place = std::exchange(place_, std::nullopt);
    if (!place)
        return;
    const QModelIndex current =
        place->current.isNone() ? QModelIndex() : model_.indexOf(place->current);
    if (current.isValid())
        list_->setCurrentIndex(current);
    list_->doItemsLayout();
    list_->verticalScrollBar()->setValue(place->scrolled);
}

void TimelinePane::clear() {
    ++countsToken_;
    rest_.stop();
    model_.clear();
    reader_->hide();
}

void TimelinePane::refilter() {
    rest_.stop();
    place_.reset();
    TimelineFilter filter;
    filter.kinds = chips_->chosen();
    filter.events = only_;
    filter.to = to_;
    filter.words = search_->text().simplified();
    model_.start(filter);
    askForCounts();
}

void TimelinePane::askForCounts() {
    // The chips say how many there would be of each kind, whichever are chosen.
    TimelineFilter filter = model_.filter();
    filter.kinds.clear();
    Q_EMIT countsWanted(++countsToken_, filter);
}

void TimelinePane::setCounts(quint64 token, const KindCounts& counts) {
    if (token == countsToken_)
        chips_->setCounts(counts, format_);
}

void TimelinePane::addPage(quint64 token, std::vector<TimelineRow> rows, bool isLast) {
    model_.addPage(token, std::move(rows), isLast);
    if (!model_.isWaiting())
        returnToPlace();
}

void TimelinePane::setEventText(quint64 token, const QString& text,
                                const std::optional<TextJudgement>& judgement) {
    reader_->setText(token, text, judgement);
}

void TimelinePane::light(const std::vector<EventId>& events) {
    QSet<qint64> lit;
    for (const EventId event : events)
        lit << event.value();
    delegate_->setLit(lit);
    list_->viewport()->update();
}

void TimelinePane::showOnly(const std::vector<EventId>& events, const QString& why) {
    only_ = events;
    const auto count = static_cast<qint64>(events.size());
    onlyText_->setText(
        tr("Showing %1 behind: %2").arg(format_.counted(count, tr("event"), tr("events")), why));
    onlyText_->setToolTip(why);
    onlyBar_->show();
    chips_->chooseAll();
    const QSignalBlocker quiet(search_);
    search_->clear();
    refilter();
}

void TimelinePane::showEverything() {
    only_.clear();
    onlyBar_->hide();
    refilter();
    list_->setFocus();
}

void TimelinePane::openReader(const QModelIndex& index) {
    if (const TimelineRow* row = model_.rowAt(index))
        reader_->open(*row, format_);
}

void TimelinePane::copyRow() {
    const QModelIndex index = list_->currentIndex();
    if (model_.rowAt(index) != nullptr)
        QGuiApplication::clipboard()->setText(index.data(Qt::AccessibleTextRole).toString());
}

void TimelinePane::showMenu(const QPoint& at) {
    const QModelIndex index = list_->indexAt(at);
    const TimelineRow* row = model_.rowAt(index);
    if (row == nullptr)
        return;
    list_->setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Read")), &QAction::triggered, this,
            [this, persistent = QPersistentModelIndex(index)] { openReader(persistent); });
    connect(menu->addAction(icon(QStringLiteral("copy")), tr("&Copy")), &QAction::triggered, this,
            &TimelinePane::copyRow);
    if (!row->orderKey.isEmpty()) {
        connect(menu->addAction(tr("Copy &order number %1").arg(row->orderKey)),
                &QAction::triggered, this,
                [key = row->orderKey] { QGuiApplication::clipboard()->setText(key); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Move to another customer…")), &QAction::triggered, this,
            [this, event = row->id, what = index.data(items::TitleRole).toString()] {
                Q_EMIT moveWanted(event, what);
            });
    if (CorrectionMenu::fits(*row)) {
        auto* corrections = new CorrectionMenu(menu);
        corrections->setText(*row);
        connect(corrections, &CorrectionMenu::readingCorrected, this,
                &TimelinePane::readingCorrected);
        connect(corrections, &CorrectionMenu::promisesSettled, this,
                &TimelinePane::promisesSettled);
        menu->addMenu(corrections);
    }
    menu->popup(list_->viewport()->mapToGlobal(at));
}

void TimelinePane::updateState() {
    const bool isEmpty = model_.rowCount() == 0;
    state_->setVisible(isEmpty);
    if (!isEmpty)
        return;
    if (model_.isWaiting())
        state_->setText(tr("Loading …"));
    else if (!search_->text().isEmpty() || !chips_->chosen().empty())
        state_->setText(tr("No event fits these filters."));
    else
        state_->setText(tr("No events."));
}

bool TimelinePane::eventFilter(QObject* watched, QEvent* event) {
    if (watched != list_ || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Copy)) {
        copyRow();
        return true;
    }
    if (key->key() == Qt::Key_Escape && !only_.empty()) {
        showEverything();
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        openReader(list_->currentIndex());
        return true;
    }
    return false;
}

}  // namespace goodfaith::views
