// SPDX-License-Identifier: GPL-3.0-or-later
// The two questions that the import page asks: where to save, and whether to take back.
#include "views/import_page.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>

namespace goodfaith::views {

void ImportPage::chooseRejectsFile() {
    auto* dialog = new QFileDialog(this, tr("Save rejected rows"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(tr("rejected-rows.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ImportPage::saveRejectsWanted);
    dialog->open();
}

void ImportPage::askToTakeBack() {
    const ImportSummary* import = imports_.importAt(pastTable_->currentIndex());
    if (import == nullptr)
        return;
    auto* question =
        new QMessageBox(QMessageBox::Question, tr("Take back an import"),
                        tr("Take back the import of %1?").arg(QFileInfo(import->path).fileName()),
                        QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("Afterwards everything is as if it had never been made: %1 new and %2 changed records "
           "go. Importing the file again brings them back.")
            .arg(format_.number(import->counts.inserted), format_.number(import->counts.updated)));
    auto* yes = question->addButton(tr("&Take back"), QMessageBox::AcceptRole);
    connect(yes, &QPushButton::clicked, this,
            [this, id = import->id] { Q_EMIT undoImportWanted(id); });
    question->open();
}

}  // namespace goodfaith::views
