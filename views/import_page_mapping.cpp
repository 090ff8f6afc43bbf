// SPDX-License-Identifier: GPL-3.0-or-later
// The import page's mapping step: of one file, in place of the other steps.
#include "views/import_page.h"
#include "views/mapping_panel.h"

#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

namespace goodfaith::views {

void ImportPage::makeMapping() {
    mapping_ = new MappingPanel(this);
    mapping_->hide();
    connect(mapping_, &MappingPanel::formWanted, this, [this](const items::MappingEdit& edit) {
        Q_EMIT mappingFormWanted(++mappingToken_, edit);
    });
    connect(mapping_, &MappingPanel::effectWanted, this, [this](const items::MappingEdit& edit) {
        Q_EMIT mappingEffectWanted(++mappingToken_, edit);
    });
    connect(mapping_, &MappingPanel::saveWanted, this, &ImportPage::saveMappingWanted);
    connect(mapping_, &MappingPanel::forgetWanted, this, &ImportPage::forgetMappingWanted);
    connect(mapping_, &MappingPanel::backWanted, this, &ImportPage::leaveMapping);
}

void ImportPage::showMapping(bool isShown) {
    work_->setVisible(!isShown);
    mapping_->setVisible(isShown);
}

void ImportPage::showChangeable() {
    const bool isChoosing = state_ == State::Checking || state_ == State::Checked;
    const int row = inputsTable_->currentIndex().row();
    const bool isFile = isChoosing && row >= 0 && row < inputs_.rowCount();
    const items::InputRow* input = isFile ? &inputs_.inputs()[static_cast<size_t>(row)] : nullptr;
    change_->setVisible(isChoosing);
    change_->setEnabled(input != nullptr && input->isTable);
    change_->setText(input != nullptr && !input->problem.isEmpty() ? tr("Say &what is in it…")
                                                                   : tr("Chan&ge how it is read…"));
}

// A check that still runs would keep the worker from the first rows.
void ImportPage::changeCurrent() {
    if (!change_->isEnabled() || change_->isHidden())
        return;
    if (state_ == State::Checking)
        Q_EMIT cancelWanted(token_);
    ++token_;
    items::MappingEdit edit;
    edit.path = inputs_.inputs()[static_cast<size_t>(inputsTable_->currentIndex().row())].path;
    Q_EMIT mappingFormWanted(++mappingToken_, edit);
}

void ImportPage::showInputsMenu(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* change = menu->addAction(change_->text(), this, &ImportPage::changeCurrent);
    change->setEnabled(change_->isEnabled());
    menu->addAction(tr("&Remove from the list"), this, &ImportPage::removeCurrent);
    menu->popup(inputsTable_->viewport()->mapToGlobal(at));
}

void ImportPage::removeCurrent() {
    const int row = inputsTable_->currentIndex().row();
    const bool isChoosing = state_ == State::Checking || state_ == State::Checked;
    if (!isChoosing || row < 0)
        return;
    Q_EMIT cancelWanted(token_);
    removed_ << inputs_.inputs()[static_cast<size_t>(row)].path;
    inputs_.remove(row);
    if (inputs_.rowCount() == 0)
        startOver();
    else
        takeInputs();
}

void ImportPage::setMappingForm(quint64 token, const items::MappingForm& form) {
    if (token != mappingToken_)
        return;
    const bool isNew = mapping_->isHidden();
    showMapping(true);
    mapping_->setForm(form);
    if (isNew)
        mapping_->setFocus();
}

void ImportPage::setMappingEffect(quint64 token, const items::MappingEffect& effect) {
    if (token == mappingToken_)
        mapping_->setEffect(effect);
}

void ImportPage::mappingFailed(quint64 token, const QString& message) {
    if (token != mappingToken_)
        return;
    if (!mapping_->isHidden()) {
        mapping_->setProblem(message);
        return;
    }
    summary_->setText(message);
    setState(State::Checked);
}

void ImportPage::leaveMapping() {
    ++mappingToken_;
    showMapping(false);
    if (inputs_.hasUsable())
        check();
    else
        setState(State::Checked);
    change_->setFocus();
}

void ImportPage::mappingChanged() {
    ++mappingToken_;
    showMapping(false);
    summary_->setText(tr("Looking into the files …"));
    details_->clear();
    setState(State::Recognising);
    Q_EMIT inputsWanted(++token_, inputs_.paths());
}

void ImportPage::setScoring(quint64 token, const QString& step, double share) {
    if (token != token_ || state_ != State::Importing)
        return;
    summary_->setText(tr("Working out scores …"));
    details_->setText(
        tr("Everything is imported; what follows from it is worked out: now, or at "
           "the next start if you cancel."));
    constexpr int whole = 1000;
    progress_->setRange(0, share > 0 ? whole : 0);
    progress_->setValue(static_cast<int>(share * whole));
    rate_->setText(step);
}

}  // namespace goodfaith::views
