// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/watched_folders_editor.h"

#include "views/look.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace goodfaith::views {

WatchedFoldersEditor::WatchedFoldersEditor(QWidget* parent)
    : QWidget(parent), column_(new QVBoxLayout) {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(step);
    auto* about = new QuietLabel(
        tr("New files in these folders are imported by themselves while this window is open."),
        this);
    about->setWordWrap(true);
    whole->addWidget(about);
    column_->setSpacing(step);
    whole->addLayout(column_);
    auto* add = new QPushButton(tr("&Add folder…"), this);
    connect(add, &QPushButton::clicked, this, &WatchedFoldersEditor::choose);
    auto* line = new QHBoxLayout;
    line->addWidget(add);
    line->addStretch();
    whole->addLayout(line);
}

void WatchedFoldersEditor::setFolders(const std::vector<WatchedFolder>& folders) {
    for (const Line& line : lines_)
        line.whole->deleteLater();
    lines_.clear();
    for (const WatchedFolder& folder : folders)
        addLine(folder);
}

std::vector<WatchedFolder> WatchedFoldersEditor::folders() const {
    std::vector<WatchedFolder> folders;
    for (const Line& line : lines_)
        folders.push_back(
            {line.path, line.source->text().trimmed(), line.layout->text().trimmed()});
    return folders;
}

void WatchedFoldersEditor::add(const QString& path) {
    const bool isKnown = std::any_of(lines_.begin(), lines_.end(),
                                     [&](const Line& line) { return line.path == path; });
    if (path.isEmpty() || isKnown)
        return;
    addLine({path, {}, {}});
    Q_EMIT changed();
}

void WatchedFoldersEditor::addLine(const WatchedFolder& folder) {
    Line line{folder.path, new QWidget(this), new QLineEdit(folder.source),
              new QLineEdit(folder.layout), new QPushButton(tr("Remove"))};
    auto* row = new QHBoxLayout(line.whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * step);
    auto* path = new QLabel(folder.path);
    path->setTextFormat(Qt::PlainText);
    path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    path->setToolTip(folder.path.toHtmlEscaped());
    line.source->setPlaceholderText(tr("Account: the main one"));
    line.source->setAccessibleName(tr("Account of the files in %1").arg(folder.path));
    line.layout->setPlaceholderText(tr("Layout: as recognised"));
    line.layout->setAccessibleName(tr("Layout of the files in %1").arg(folder.path));
    line.remove->setAccessibleName(tr("Watch %1 no longer").arg(folder.path));
    row->addWidget(path, 3);
    row->addWidget(line.source, 2);
    row->addWidget(line.layout, 2);
    row->addWidget(line.remove);
    for (const QLineEdit* field : {line.source, line.layout})
        connect(field, &QLineEdit::textChanged, this, &WatchedFoldersEditor::changed);
    connect(line.remove, &QPushButton::clicked, this,
            [this, place = folder.path] { removeLine(place); });
    column_->addWidget(line.whole);
    lines_.push_back(line);
}

void WatchedFoldersEditor::removeLine(const QString& path) {
    const auto line = std::find_if(lines_.begin(), lines_.end(),
                                   [&](const Line& one) { return one.path == path; });
    if (line == lines_.end())
        return;
    line->whole->deleteLater();
    lines_.erase(line);
    Q_EMIT changed();
}

void WatchedFoldersEditor::choose() {
    add(QFileDialog::getExistingDirectory(this, tr("Watch a folder")));
}

}  // namespace goodfaith::views
