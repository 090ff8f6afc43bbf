// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/mapping_panel.h"

#include "models/items/format.h"
#include "views/flow_layout.h"
#include "views/look.h"
#include "views/tables.h"
#include "views/writing_boxes.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>

namespace goodfaith::views {
namespace {

constexpr int fieldWidth = 44 * step;

QTableView* makeTable(QAbstractItemModel* model, const QString& name, QWidget* parent) {
    auto* table = new QTableView(parent);
    table->setModel(model);
    prepareTable(table, name);
    return table;
}

}  // namespace

MappingPanel::MappingPanel(QWidget* parent)
    : QWidget(parent), soon_(new QTimer(this)), title_(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * step);
    title_->setFont(boldFont(title_->font()));
    column->addWidget(title_);
    auto* hint = new QuietLabel(
        tr("Say what each column is. Below are the records that come out of the first rows."),
        this);
    column->addWidget(hint);
    column->addLayout(makeOptions());
    auto* halves = new QSplitter(Qt::Vertical, this);
    halves->setChildrenCollapsible(false);
    rows_ = makeTable(&model_, tr("First rows, and what each column becomes"), halves);
    rows_->setSelectionMode(QAbstractItemView::NoSelection);
    rows_->setTabKeyNavigation(false);
    halves->addWidget(rows_);
    halves->addWidget(makeEffect());
    column->addWidget(halves, 1);
    column->addLayout(makeActions());
    constexpr int pauseMs = 150;
    soon_->setSingleShot(true);
    soon_->setInterval(pauseMs);
    connect(soon_, &QTimer::timeout, this, &MappingPanel::askForEffect);
    setFocusProxy(readAs_);
}

QLayout* MappingPanel::makeOptions() {
    auto* line = new FlowLayout;
    readAs_ = labelled<ChoiceBox>(tr("&Read as"), line, this);
    constexpr int titleLength = 30;
    readAs_->setMinimumContentsLength(titleLength);
    writing_ = new WritingBoxes(line, this);
    timeZone_ = labelled(tr("Time zone"), line, this);
    currency_ = labelled(tr("Currency"), line, this);
    currency_->setEditable(true);
    currency_->addItem(tr("as in the settings"), QString());
    for (const char* code : {"EUR", "USD", "GBP", "CHF", "SEK", "PLN", "JPY"})
        currency_->addItem(QString::fromLatin1(code), QString::fromLatin1(code));
    connect(writing_, &WritingBoxes::rowsChanged, this, &MappingPanel::askForForm);
    connect(writing_, &WritingBoxes::valuesChanged, this, &MappingPanel::askForEffect);
    connect(readAs_, &ChoiceBox::choiceMade, this, &MappingPanel::takeReadAs);
    for (QComboBox* box : {timeZone_, currency_})
        connect(box, &QComboBox::activated, this, &MappingPanel::askForEffect);
    return line;
}

QWidget* MappingPanel::makeEffect() {
    effect_ = new QTabWidget(this);
    effect_->addTab(makeTable(&records_, tr("Records that come out"), effect_), tr("Records"));
    auto* rejects = makeTable(&rejects_, tr("Rejected rows"), effect_);
    rejects->horizontalHeader()->setStretchLastSection(true);
    rejects->setColumnHidden(items::RejectsModel::File, true);
    effect_->addTab(rejects, tr("Rejected rows"));
    return effect_;
}

QLayout* MappingPanel::makeActions() {
    auto* column = new QVBoxLayout;
    column->setSpacing(2 * step);
    problem_ = new QLabel(this);
    problem_->setWordWrap(true);
    column->addWidget(problem_);
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    auto* label = new QLabel(tr("Save &as"), this);
    name_ = new QLineEdit(this);
    name_->setMaximumWidth(80 * step);
    label->setBuddy(name_);
    save_ = new QPushButton(icon(QStringLiteral("save")), tr("Sa&ve and use"), this);
    back_ = new QPushButton(tr("&Back"), this);
    forget_ = new QPushButton(tr("&Forget this mapping"), this);
    line->addWidget(label);
    line->addWidget(name_, 1);
    line->addWidget(save_);
    line->addWidget(back_);
    line->addStretch();
    line->addWidget(forget_);
    column->addLayout(line);
    connect(name_, &QLineEdit::textChanged, this, &MappingPanel::showSaveable);
    connect(save_, &QPushButton::clicked, this, [this] { Q_EMIT saveWanted(edit()); });
    connect(back_, &QPushButton::clicked, this, &MappingPanel::backWanted);
    connect(forget_, &QPushButton::clicked, this, [this] { Q_EMIT forgetWanted(form_.edit.name); });
    return column;
}

void MappingPanel::setTemplates(std::vector<items::MappingTemplate> templates) {
    templates_ = std::move(templates);
}

void MappingPanel::setTimeZones(const QStringList& zones) {
    timeZone_->clear();
    timeZone_->addItem(tr("as in the settings"), QString());
    for (const QString& zone : zones)
        timeZone_->addItem(zone, zone);
}

void MappingPanel::setForm(const items::MappingForm& form) {
    form_ = form;
    title_->setText(tr("What is in %1?").arg(QFileInfo(form.edit.path).fileName()));
    writing_->show(form.edit.writing, form.found);
    select(timeZone_, form.edit.timeZone);
    select(currency_, form.edit.currency);
    showReadAs();
    name_->setText(form.edit.name);
    forget_->setVisible(form.isSaved);
    choices_.setTemplates(templates_, form.templateName);
    model_.setForm(form);
    putBoxes();
    showFields();
    askForEffect();
}

void MappingPanel::showReadAs() {
    readAs_->clear();
    int current = 0;
    for (const items::ReadAsChoice& choice : form_.choices) {
        if (choice.as == form_.edit.readAs)
            current = readAs_->count();
        readAs_->addItem(choice.title);
    }
    readAs_->setChoice(current);
}

// Another layout begins with its own fields, and after a saved mapping with its own options.
void MappingPanel::takeReadAs(int index) {
    soon_->stop();
    items::MappingEdit begun = edit();
    if (form_.isSaved) {
        begun = {};
        begun.path = form_.edit.path;
    }
    begun.fields.clear();
    begun.readAs = form_.choices[static_cast<size_t>(index)].as;
    Q_EMIT formWanted(begun);
}

void MappingPanel::putBoxes() {
    boxes_.clear();
    for (int column = 0; column < model_.columnCount(); ++column) {
        auto* box = new FieldBox(choices_, form_.columns[column], rows_);
        box->setField(form_.edit.fields[static_cast<size_t>(column)]);
        connect(box, &FieldBox::fieldChosen, this, [this] {
            showFields();
            soon_->start();
        });
        rows_->setIndexWidget(model_.index(0, column), box);
        boxes_.push_back(box);
    }
    rows_->resizeColumnsToContents();
    for (int column = 0; column < model_.columnCount(); ++column)
        rows_->setColumnWidth(column,
                              std::clamp(rows_->columnWidth(column), fieldWidth, 2 * fieldWidth));
    if (!boxes_.empty())
        rows_->setRowHeight(0, boxes_.front()->sizeHint().height() + step);
}

void MappingPanel::showFields() {
    for (int column = 0; column < model_.columnCount(); ++column)
        model_.setField(column, boxes_[static_cast<size_t>(column)]->currentText());
}

items::MappingEdit MappingPanel::edit() const {
    items::MappingEdit edit = form_.edit;
    edit.name = name_->text().trimmed();
    for (size_t column = 0; column < boxes_.size(); ++column)
        edit.fields[column] = boxes_[column]->field();
    edit.writing = writing_->said();
    edit.timeZone = chosen(timeZone_);
    edit.currency = chosen(currency_).toUpper();
    return edit;
}

void MappingPanel::askForForm() {
    soon_->stop();
    Q_EMIT formWanted(edit());
}

void MappingPanel::askForEffect() {
    soon_->stop();
    Q_EMIT effectWanted(edit());
}

void MappingPanel::setEffect(const items::MappingEffect& effect) {
    isUsable_ = effect.problem.isEmpty();
    QStringList sentences{form_.misfit, effect.problem};
    sentences += effect.warnings;
    sentences.removeAll(QString());
    problem_->setText(sentences.join(u' '));
    problem_->setVisible(!sentences.isEmpty());
    records_.setRecords(effect.records);
    rejects_.clear();
    rejects_.add(effect.rejects);
    effect_->setTabText(0, tr("Records (%1)").arg(effect.records.size()));
    effect_->setTabText(1, tr("Rejected rows (%1)").arg(effect.rejects.size()));
    for (int tab = 0; tab < effect_->count(); ++tab)
        qobject_cast<QTableView*>(effect_->widget(tab))->resizeColumnsToContents();
    showSaveable();
}

void MappingPanel::setProblem(const QString& sentence) {
    setEffect({sentence, {}, {}, {}});
}

void MappingPanel::showSaveable() {
    save_->setEnabled(isUsable_ && !name_->text().trimmed().isEmpty());
}

}  // namespace goodfaith::views
