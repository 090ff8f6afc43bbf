// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/past_imports.h"

#include "views/look.h"
#include "views/tables.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

namespace goodfaith::views {
namespace {

constexpr int progressSteps = 1000;

}  // namespace

PastImports::PastImports(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2 * step, 0, 0);
    column->setSpacing(2 * step);
    empty_ = new QuietLabel(
        tr("Nothing has been imported yet. What you import is listed here and can be undone."),
        this);
    empty_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(empty_, 1);
    column->addLayout(makeHint());
    tabs_ = new QTabWidget(this);
    makeTable();
    coverageTable_ = new QTableView(tabs_);
    coverageTable_->setModel(&coverage_);
    prepareTable(coverageTable_, tr("Up to when each source is known"));
    coverageTable_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    coverageTable_->horizontalHeader()->setStretchLastSection(true);
    tabs_->addTab(table_, tr("P&ast imports"));
    tabs_->addTab(coverageTable_, tr("How up &to date"));
    column->addWidget(tabs_, 1);
    actions_ = new QWidget(this);
    actions_->setLayout(makeActions());
    column->addWidget(actions_);
    connect(tabs_, &QTabWidget::currentChanged, this, &PastImports::showUndoable);
    setImports({});
    setUndoing(false);
}

void PastImports::makeTable() {
    table_ = new QTableView(tabs_);
    table_->setModel(&imports_);
    prepareTable(table_, tr("Past imports"));
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(items::ImportsModel::File,
                                                     QHeaderView::Stretch);
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    auto* undo = new QAction(tr("&Undo import…"), table_);
    undo->setShortcut(QKeySequence::Delete);
    undo->setShortcutContext(Qt::WidgetShortcut);
    table_->addAction(undo);
    connect(undo, &QAction::triggered, this, &PastImports::askWhetherToUndo);
    connect(table_, &QWidget::customContextMenuRequested, this, &PastImports::showMenu);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PastImports::showUndoable);
}

QLayout* PastImports::makeHint() {
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    hintIcon_ = new IconLabel(5 * step, this);
    hintIcon_->setIcon(accentIcon(QStringLiteral("warning"), Accent::Orange));
    hint_ = new QLabel(this);
    hint_->setWordWrap(true);
    hint_->setTextFormat(Qt::PlainText);
    line->addWidget(hintIcon_, 0, Qt::AlignTop);
    line->addWidget(hint_, 1);
    return line;
}

QLayout* PastImports::makeActions() {
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * step);
    undo_ = new QPushButton(tr("Undo i&mport…"), actions_);
    cancel_ = new QPushButton(tr("Ca&ncel"), actions_);
    progress_ = new QProgressBar(actions_);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress"));
    note_ = new QuietLabel({}, actions_);
    note_->setTextFormat(Qt::PlainText);
    line->addWidget(undo_);
    line->addWidget(cancel_);
    line->addWidget(progress_, 1);
    line->addWidget(note_, 2);
    connect(undo_, &QPushButton::clicked, this, &PastImports::askWhetherToUndo);
    connect(cancel_, &QPushButton::clicked, this, [this] {
        cancel_->setEnabled(false);
        Q_EMIT cancelWanted();
    });
    return line;
}

void PastImports::setFormat(const items::Format& format) {
    format_ = format;
    imports_.setFormat(format);
    coverage_.setFormat(format);
    showHint();
}

void PastImports::setImports(std::vector<ImportSummary> imports) {
    imports_.setImports(std::move(imports));
    const bool isEmpty = imports_.rowCount() == 0;
    empty_->setVisible(isEmpty);
    tabs_->setVisible(!isEmpty);
    actions_->setVisible(!isEmpty);
    showUndoable();
}

void PastImports::setCoverage(std::vector<CoverageRow> coverage) {
    coverage_.setCoverage(std::move(coverage));
    showHint();
}

void PastImports::showHint() {
    hint_->setText(coverage_.hint());
    hint_->setVisible(!hint_->text().isEmpty());
    hintIcon_->setVisible(!hint_->text().isEmpty());
}

void PastImports::showUndoable() {
    undo_->setVisible(!isUndoing_ && tabs_->currentWidget() == table_);
    undo_->setEnabled(!isUndoing_ && imports_.canUndo(table_->currentIndex()));
}

void PastImports::showMenu(const QPoint& at) {
    const QPoint place = table_->viewport()->mapToGlobal(at);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* undo = menu->addAction(tr("&Undo import…"), this, &PastImports::askWhetherToUndo);
    undo->setEnabled(undo_->isEnabled());
    menu->popup(place);
}

void PastImports::askWhetherToUndo() {
    const QModelIndex current = table_->currentIndex();
    if (isUndoing_ || !imports_.canUndo(current))
        return;
    const ImportSummary import = *imports_.importAt(current);
    const QString file = items::ImportsModel::fileText(import.path);
    auto* question = new QMessageBox(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::Question);
    question->setWindowTitle(tr("Undo import"));
    question->setTextFormat(Qt::PlainText);
    question->setText(tr("Undo the import of %1 (%2)?").arg(file, format_.when(import.at)));
    question->setInformativeText(
        tr("It brought %1 and changed %2. What only this import told of goes; everything else "
           "becomes as the other imports say. Notes and judgements stay.\n\nThe file is not "
           "touched: it can be imported again.")
            .arg(format_.counted(import.counts.inserted, tr("new record"), tr("new records")),
                 format_.number(import.counts.updated)));
    auto* undo = question->addButton(tr("&Undo import"), QMessageBox::AcceptRole);
    question->setDefaultButton(question->addButton(tr("&Keep it"), QMessageBox::RejectRole));
    connect(undo, &QPushButton::clicked, this, [this, import] { beginUndo(import); });
    question->open();
}

void PastImports::beginUndo(const ImportSummary& import) {
    const ImportCounts& counts = import.counts;
    undoTotal_ = counts.inserted + counts.updated + counts.unchanged;
    progress_->setRange(0, 0);
    undoFile_ = items::ImportsModel::fileText(import.path);
    note_->setText(tr("Undoing %1 …").arg(undoFile_));
    setUndoing(true);
    cancel_->setFocus();
    Q_EMIT undoWanted(import.id);
}

void PastImports::setUndoing(bool isUndoing) {
    isUndoing_ = isUndoing;
    progress_->setVisible(isUndoing);
    cancel_->setVisible(isUndoing);
    cancel_->setEnabled(isUndoing);
    showUndoable();
    Q_EMIT undoingChanged(isUndoing);
}

// After the last record comes what follows from it, of which nobody knows how long it takes, and
// which a cancel would not bring back.
void PastImports::setUndoProgress(qint64 done) {
    if (!isUndoing_)
        return;
    const bool isRemoving = done < undoTotal_;
    progress_->setRange(0, isRemoving ? progressSteps : 0);
    if (isRemoving)
        progress_->setValue(static_cast<int>(progressSteps * done / undoTotal_));
    note_->setText(isRemoving
                       ? tr("Undoing %1: %2 of %3 records")
                             .arg(undoFile_, format_.number(done), format_.number(undoTotal_))
                       : tr("Working out what follows …"));
    if (!isRemoving)
        cancel_->setEnabled(false);
}

void PastImports::setUndone(const items::UndoOutcome& outcome) {
    QStringList parts{
        tr("%1 removed").arg(format_.counted(outcome.removed, tr("record"), tr("records")))};
    if (outcome.changed > 0)
        parts << tr("%1 as other imports say").arg(format_.number(outcome.changed));
    if (outcome.customersRemoved > 0)
        parts << tr("%1 fewer")
                     .arg(format_.counted(outcome.customersRemoved, tr("customer"),
                                          tr("customers")));
    undoEnded(
        tr("%1 is undone: %2.")
            .arg(items::ImportsModel::fileText(outcome.path), parts.join(QStringLiteral(", "))));
}

void PastImports::undoEnded(const QString& sentence) {
    note_->setText(sentence);
    setUndoing(false);
    takeFocusFrom(this, table_);
}

}  // namespace goodfaith::views
