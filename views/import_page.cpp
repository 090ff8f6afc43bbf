// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/import_page.h"

#include "views/drop_zone.h"
#include "views/look.h"
#include "views/mapping_panel.h"
#include "views/past_imports.h"
#include "views/tables.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>

namespace goodfaith::views {
namespace {

constexpr int progressSteps = 1000;

QTableView* makeTable(QAbstractItemModel* model, const QString& name, QWidget* parent) {
    auto* table = new QTableView(parent);
    table->setModel(model);
    prepareTable(table, name);
    return table;
}

}  // namespace

ImportPage::ImportPage(QWidget* parent) : QWidget(parent), steps_(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * step, 3 * step, 3 * step, 2 * step);
    column->setSpacing(2 * step);
    auto* line = new QHBoxLayout;
    line->addWidget(headingLabel(tr("Import"), this));
    line->addStretch();
    line->addWidget(steps_);
    column->addLayout(line);
    work_ = new QWidget(this);
    auto* work = new QVBoxLayout(work_);
    work->setContentsMargins(0, 0, 0, 0);
    work->setSpacing(2 * step);
    work->addLayout(makeFiles());
    work->addWidget(makeCheck(), 1);
    work->addLayout(makeActions());
    past_ = new PastImports(work_);
    work->addWidget(past_, 1);
    connect(past_, &PastImports::undoingChanged, dropZone_, &QWidget::setDisabled);
    column->addWidget(work_, 1);
    makeMapping();
    column->addWidget(mapping_, 1);
    setFocusProxy(dropZone_);
    setState(State::Empty);
}

QLayout* ImportPage::makeFiles() {
    auto* column = new QVBoxLayout;
    column->setSpacing(2 * step);
    dropZone_ = new DropZone(work_);
    column->addWidget(dropZone_);
    inputsTable_ = makeTable(&inputs_, tr("Files chosen"), work_);
    auto* header = inputsTable_->horizontalHeader();
    header->setSectionResizeMode(items::InputsModel::File, QHeaderView::Interactive);
    header->setSectionResizeMode(items::InputsModel::RecognisedAs, QHeaderView::Stretch);
    header->setSectionResizeMode(items::InputsModel::Size, QHeaderView::ResizeToContents);
    header->resizeSection(items::InputsModel::File, 64 * step);
    column->addWidget(inputsTable_);
    inputsTable_->setContextMenuPolicy(Qt::CustomContextMenu);
    auto* remove = new QAction(tr("&Remove from the list"), inputsTable_);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    inputsTable_->addAction(remove);
    connect(remove, &QAction::triggered, this, &ImportPage::removeCurrent);
    connect(inputsTable_, &QWidget::customContextMenuRequested, this, &ImportPage::showInputsMenu);
    connect(dropZone_, &DropZone::pathsChosen, this, &ImportPage::addPaths);
    connect(inputsTable_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportPage::askForPreview);
    connect(inputsTable_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportPage::showChangeable);
    connect(inputsTable_, &QTableView::activated, this, &ImportPage::changeCurrent);
    return column;
}

QWidget* ImportPage::makeCheck() {
    check_ = new QWidget(this);
    auto* column = new QVBoxLayout(check_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * step);
    summary_ = new QLabel(check_);
    summary_->setFont(boldFont(summary_->font()));
    summary_->setWordWrap(true);
    details_ = new QuietLabel({}, check_);
    details_->setWordWrap(true);
    column->addWidget(summary_);
    column->addWidget(details_);
    tabs_ = new QTabWidget(check_);
    tabs_->addTab(makeTable(&preview_, tr("First rows as they will be read"), tabs_),
                  tr("First rows"));
    auto* rejects = makeTable(&rejects_, tr("Rejected rows"), tabs_);
    rejects->horizontalHeader()->setStretchLastSection(true);
    tabs_->addTab(rejects, tr("Rejected rows"));
    column->addWidget(tabs_, 1);
    return check_;
}

QLayout* ImportPage::makeActions() {
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    import_ = new QPushButton(icon(QStringLiteral("done")), tr("Im&port"), this);
    cancel_ = new QPushButton(tr("Ca&ncel"), this);
    saveRejects_ = new QPushButton(icon(QStringLiteral("save")), tr("Save rejected &rows…"), this);
    change_ = new QPushButton(icon(QStringLiteral("table")), tr("Chan&ge how it is read…"), this);
    ours_ = new QPushButton(icon(QStringLiteral("done")), {}, this);
    progress_ = new QProgressBar(this);
    progress_->setRange(0, progressSteps);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress"));
    rate_ = new QuietLabel({}, this);
    rate_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    line->addWidget(import_);
    line->addWidget(cancel_);
    line->addWidget(change_);
    line->addWidget(saveRejects_);
    line->addWidget(ours_);
    // The bar stays where it is, however long the words beside it are.
    line->addWidget(progress_, 1);
    line->addWidget(rate_, 1);
    line->addStretch();
    connect(import_, &QPushButton::clicked, this, &ImportPage::startImport);
    connect(cancel_, &QPushButton::clicked, this, &ImportPage::cancel);
    connect(change_, &QPushButton::clicked, this, &ImportPage::changeCurrent);
    connect(saveRejects_, &QPushButton::clicked, this, &ImportPage::chooseRejectsFile);
    connect(ours_, &QPushButton::clicked, this, &ImportPage::sayOwnAddress);
    return line;
}

void ImportPage::setFormat(const items::Format& format) {
    format_ = format;
    inputs_.setFormat(format);
    rejects_.setFormat(format);
    mapping_->setFormat(format);
    past_->setFormat(format);
}

void ImportPage::setState(State state) {
    state_ = state;
    const bool isBusy =
        state == State::Recognising || state == State::Checking || state == State::Importing;
    const bool hasInputs = state != State::Empty;
    const bool isDone = state == State::Done;
    dropZone_->setVisible(state != State::Importing);
    inputsTable_->setVisible(hasInputs && !isDone);
    check_->setVisible(hasInputs);
    import_->setVisible(hasInputs && !isDone);
    import_->setEnabled(state == State::Checked && inputs_.hasUsable());
    cancel_->setVisible(hasInputs && !isDone);
    saveRejects_->setVisible((isDone || state == State::Checked) && rejected_ > 0);
    ours_->setVisible(isDone && !probablyOurs_.isEmpty());
    progress_->setVisible(isBusy);
    progress_->setRange(0, isBusy ? 0 : progressSteps);
    rate_->setVisible(isBusy);
    past_->setVisible(!hasInputs || isDone);
    tabs_->setVisible(!isDone || rejected_ > 0);
    // Without tables the words stand together, and the past imports have the place.
    check_->setSizePolicy(QSizePolicy::Preferred,
                          tabs_->isHidden() ? QSizePolicy::Maximum : QSizePolicy::Preferred);
    showChangeable();
    showSteps();
}

void ImportPage::showSteps() {
    const int current = state_ == State::Done ? 2 : state_ == State::Empty ? 0 : 1;
    const QStringList names{tr("1 Files"), tr("2 Check"), tr("3 Done")};
    QStringList shown;
    for (int i = 0; i < names.size(); ++i)
        shown << (i == current ? QStringLiteral("<b>%1</b>").arg(names[i]) : names[i]);
    steps_->setText(shown.join(QStringLiteral("&nbsp;&nbsp;→&nbsp;&nbsp;")));
}

bool ImportPage::isWriting() const {
    return state_ == State::Importing || past_->isUndoing();
}

void ImportPage::chooseFiles() {
    if (!isWriting())
        dropZone_->chooseFiles();
}

void ImportPage::addPaths(const QStringList& paths) {
    if (paths.isEmpty() || isWriting())
        return;
    if (state_ == State::Done)
        startOver();
    else if (state_ != State::Empty)
        Q_EMIT cancelWanted(token_);
    QStringList all = inputs_.paths();
    for (const QString& path : paths) {
        removed_.removeOne(path);
        if (!all.contains(path))
            all << path;
    }
    summary_->setText(tr("Looking into the files …"));
    details_->clear();
    rejected_ = 0;
    rejects_.clear();
    setState(State::Recognising);
    inputsTable_->setFocus();
    Q_EMIT inputsWanted(++token_, all);
}

void ImportPage::setInputs(quint64 token, std::vector<items::InputRow> inputs) {
    if (token != token_ || state_ != State::Recognising)
        return;
    std::erase_if(inputs,
                  [this](const items::InputRow& row) { return removed_.contains(row.path); });
    inputs_.setInputs(std::move(inputs));
    takeInputs();
}

// What stands in the list now is checked.
void ImportPage::takeInputs() {
    const int rowHeight = inputsTable_->verticalHeader()->defaultSectionSize();
    const int rows = std::clamp(inputs_.rowCount(), 1, 5);
    inputsTable_->setFixedHeight(inputsTable_->horizontalHeader()->sizeHint().height() +
                                 rows * rowHeight + step);
    if (!inputs_.hasUsable()) {
        summary_->setText(tr("None of these can be imported as they are."));
        details_->setText(tr("The list says why. Choose other files, or say what is in these."));
        inputsTable_->setCurrentIndex(inputs_.index(0, 0));
        setState(State::Checked);
        return;
    }
    for (int row = 0; row < inputs_.rowCount(); ++row) {
        if (inputs_.inputs()[static_cast<size_t>(row)].problem.isEmpty()) {
            inputsTable_->setCurrentIndex(inputs_.index(row, 0));
            break;
        }
    }
    check();
}

QStringList ImportPage::usablePaths() const {
    QStringList paths;
    for (const items::InputRow& input : inputs_.inputs()) {
        if (input.problem.isEmpty())
            paths << input.path;
    }
    return paths;
}

void ImportPage::askForPreview(const QModelIndex& index) {
    preview_.setPreview({});
    if (!index.isValid())
        return;
    const items::InputRow& input = inputs_.inputs()[static_cast<size_t>(index.row())];
    ++previewToken_;
    if (input.problem.isEmpty())
        Q_EMIT previewWanted(previewToken_, input.path);
}

void ImportPage::setPreview(quint64 token, const items::PreviewTable& preview) {
    if (token != previewToken_)
        return;
    preview_.setPreview(preview);
    auto* table = qobject_cast<QTableView*>(tabs_->widget(0));
    table->resizeColumnsToContents();
    tabs_->setTabText(0, tr("First rows of %1").arg(QFileInfo(preview.path).fileName()));
}

void ImportPage::check() {
    summary_->setText(tr("Checking what an import would do …"));
    details_->setText(tr("Nothing is written yet."));
    rate_->clear();
    setState(State::Checking);
    Q_EMIT checkWanted(++token_, usablePaths());
}

void ImportPage::startImport() {
    summary_->setText(tr("Importing …"));
    details_->setText(
        tr("What has been read stays if you cancel; the same files again complete it."));
    rate_->clear();
    setState(State::Importing);
    Q_EMIT importWanted(++token_, usablePaths());
}

void ImportPage::cancel() {
    Q_EMIT cancelWanted(token_);
    // A running import ends in its own time and says what it did.
    if (state_ == State::Importing)
        cancel_->setEnabled(false);
    else
        startOver();
}

void ImportPage::startOver() {
    ++token_;
    ++previewToken_;
    inputs_.setInputs({});
    removed_.clear();
    preview_.setPreview({});
    rejects_.clear();
    rejected_ = 0;
    probablyOurs_.clear();
    cancel_->setEnabled(true);
    setState(State::Empty);
}

void ImportPage::setProgress(quint64 token, const items::ImportProgress& progress) {
    if (token != token_)
        return;
    if (progress.bytesTotal > 0) {
        progress_->setRange(0, progressSteps);
        progress_->setValue(
            static_cast<int>(progressSteps * progress.bytesDone / progress.bytesTotal));
    }
    QStringList parts{format_.counted(progress.rows, tr("row"), tr("rows"))};
    if (progress.rowsPerSecond >= 1)
        parts
            << tr("%1 per second").arg(format_.number(static_cast<qint64>(progress.rowsPerSecond)));
    if (!progress.path.isEmpty())
        parts << QFileInfo(progress.path).fileName();
    rate_->setText(parts.join(QStringLiteral(" · ")));
}

void ImportPage::setCheckOutcome(quint64 token, const items::ImportOutcome& outcome) {
    if (token != token_ || state_ != State::Checking)
        return;
    showOutcome(outcome, false);
    setState(State::Checked);
    takeFocusFrom(this, import_);
}

void ImportPage::setImportOutcome(quint64 token, const items::ImportOutcome& outcome) {
    if (token != token_ || state_ != State::Importing)
        return;
    showOutcome(outcome, true);
    inputs_.setInputs({});
    cancel_->setEnabled(true);
    setState(State::Done);
}

void ImportPage::stepFailed(quint64 token, const QString& message) {
    if (token != token_)
        return;
    ++token_;
    summary_->setText(message);
    details_->clear();
    cancel_->setEnabled(true);
    setState(State::Checked);
}

}  // namespace goodfaith::views
