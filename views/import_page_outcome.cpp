// SPDX-License-Identifier: GPL-3.0-or-later
// What an import did, or would do, and what can be done about it.
#include "views/import_page.h"

#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

namespace goodfaith::views {

void ImportPage::sayOwnAddress() {
    ours_->setEnabled(false);
    details_->setText(tr("Putting earlier mail right …"));
    Q_EMIT ownAddressSaid(probablyOurs_);
}

void ImportPage::setOwnAddress(const QString& address) {
    if (state_ != State::Done || address != probablyOurs_)
        return;
    probablyOurs_.clear();
    ours_->hide();
    details_->setText(tr("%1 is ours: earlier mail is put right. The settings say what else is "
                         "ours.")
                          .arg(address));
}

void ImportPage::ownAddressFailed(const QString& message) {
    ours_->setEnabled(true);
    if (state_ == State::Done)
        details_->setText(message);
}

void ImportPage::showOutcome(const items::ImportOutcome& outcome, bool isDone) {
    const ImportCounts& counts = outcome.counts;
    rejected_ = counts.rejected;
    probablyOurs_ = outcome.probablyOurs;
    ours_->setText(tr("%1 is ours").arg(QString(probablyOurs_).replace(u'&', QLatin1String("&&"))));
    ours_->setEnabled(true);
    const QString numbers =
        tr("%1 new, %2 changed, %3 the same, %4 rejected")
            .arg(format_.number(counts.inserted), format_.number(counts.updated),
                 format_.number(counts.unchanged), format_.number(counts.rejected));
    const QString rows = format_.counted(counts.rowsRead, tr("row"), tr("rows"));
    summary_->setText(isDone ? tr("Imported. Of %1: %2").arg(rows, numbers)
                             : tr("Of %1: %2").arg(rows, numbers));
    QStringList details{
        tr("%1, %2 already known")
            .arg(format_.counted(counts.customersNew, tr("new customer"), tr("new customers")),
                 format_.number(counts.customersMatched))};
    details += outcome.warnings.mid(0, 3);
    details_->setText(details.join(QStringLiteral(" · ")));
    rejects_.clear();
    rejects_.add(outcome.rejects, outcome.rejectFiles);
    auto* table = qobject_cast<QTableView*>(tabs_->widget(1));
    table->resizeColumnsToContents();
    tabs_->setTabText(1, tr("Rejected rows (%1)").arg(format_.number(counts.rejected)));
    tabs_->setTabVisible(0, !isDone);
    tabs_->setCurrentIndex(isDone ? 1 : 0);
}

void ImportPage::chooseRejectsFile() {
    auto* dialog = new QFileDialog(this, tr("Save rejected rows"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(tr("rejected-rows.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ImportPage::saveRejectsWanted);
    dialog->open();
}

}  // namespace goodfaith::views
