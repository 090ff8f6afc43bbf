// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/drop_zone.h"

#include "views/look.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

namespace goodfaith::views {

QStringList localPaths(const QMimeData* data) {
    QStringList paths;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

DropZone::DropZone(QWidget* parent) : QFrame(parent) {
    setFrameShape(QFrame::StyledPanel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    line->setSpacing(2 * step);
    auto* badge = new IconLabel(8 * step, this);
    badge->setIcon(icon(QStringLiteral("import")));
    auto* text = new QLabel(tr("Drop files or folders here: tables (CSV) of orders, calls and "
                               "customers; mailboxes (mbox, Maildir, .eml)."),
                            this);
    text->setWordWrap(true);
    auto* files = new QPushButton(icon(QStringLiteral("file")), tr("Choose &files…"), this);
    auto* folder = new QPushButton(icon(QStringLiteral("folder")), tr("Choose f&older…"), this);
    setFocusProxy(files);
    line->addWidget(badge);
    line->addWidget(text, 1);
    line->addWidget(files);
    line->addWidget(folder);
    connect(files, &QPushButton::clicked, this, &DropZone::chooseFiles);
    connect(folder, &QPushButton::clicked, this, &DropZone::chooseFolder);
}

void DropZone::chooseFiles() {
    auto* dialog = new QFileDialog(this, tr("Files to import"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &DropZone::pathsChosen);
    dialog->open();
}

void DropZone::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Folder to import"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::filesSelected, this, &DropZone::pathsChosen);
    dialog->open();
}

}  // namespace goodfaith::views
