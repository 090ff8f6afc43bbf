// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shortcuts_dialog.h"

#include "views/look.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>

#include <utility>
#include <vector>

namespace goodfaith::views {

ShortcutsDialog::ShortcutsDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keys"));
    const std::vector<std::pair<QString, QString>> keys{
        {tr("Ctrl+K"), tr("Find a customer")},
        {tr("↑ ↓, Enter"), tr("Choose and open an answer")},
        {tr("Esc"), tr("Back from the search; close a text; show all events again")},
        {tr("Ctrl+1 … Ctrl+7"),
         tr("Look up, Queue, Issues, Charts, Import, Same person?, Settings")},
        {tr("Ctrl+O"), tr("Choose files to import")},
        {tr("Ctrl+F"), tr("Search in the timeline")},
        {tr("Enter"), tr("Read the whole event; show the events of a reason")},
        {tr("Ctrl+C"), tr("Copy the row")},
        {tr("Ctrl+Z"), tr("Undo what was said or done last")},
        {tr("Ctrl+Shift+Z, Ctrl+Y"), tr("Do it again")},
        {tr("Alt+N, Alt+P, Alt+D"), tr("Look up: note, promise, judge")},
        {tr("Alt+T"), tr("Look up: how this came about; Enter there: as it was then")},
        {tr("Alt+R, Alt+F"), tr("Look up: phrases, frequent questions; Enter copies")},
        {tr("D, S, G"), tr("Queue: done, snooze, by kind")},
        {tr("A, S, D"), tr("Same person? They are one, they stay apart, do not ask again")},
        {tr("N, P, U"), tr("Same person? Next pair, previous pair, undo")},
        {tr("F1"), tr("This list")},
        {tr("Ctrl+Q"), tr("Quit")}};
    auto* grid = new QGridLayout(this);
    grid->setHorizontalSpacing(6 * step);
    grid->setVerticalSpacing(2 * step);
    int row = 0;
    for (const auto& [key, what] : keys) {
        auto* label = new QLabel(key, this);
        label->setFont(boldFont(label->font()));
        grid->addWidget(label, row, 0);
        grid->addWidget(new QLabel(what, this), row, 1);
        ++row;
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    grid->addWidget(buttons, row, 0, 1, 2);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

}  // namespace goodfaith::views
