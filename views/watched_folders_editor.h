// SPDX-License-Identifier: GPL-3.0-or-later
// The list of watched folders: a line for each, with the account that its files are from and how
// they are read.
#pragma once

#include "models/domain/watched_folder.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace goodfaith::views {

class WatchedFoldersEditor : public QWidget {
    Q_OBJECT

public:
    explicit WatchedFoldersEditor(QWidget* parent = nullptr);

    void setFolders(const std::vector<WatchedFolder>& folders);
    std::vector<WatchedFolder> folders() const;
    // A folder that is in the list already is not added again.
    void add(const QString& path);
    QLineEdit* sourceField(int line) const { return lines_[static_cast<size_t>(line)].source; }
    QPushButton* removeButton(int line) const { return lines_[static_cast<size_t>(line)].remove; }

Q_SIGNALS:
    void changed();

private:
    struct Line {
        QString path;
        QWidget* whole = nullptr;
        QLineEdit* source = nullptr;
        QLineEdit* layout = nullptr;
        QPushButton* remove = nullptr;
    };
    void addLine(const WatchedFolder& folder);
    void removeLine(const QString& path);
    void choose();

    QVBoxLayout* column_;
    std::vector<Line> lines_;
};

}  // namespace goodfaith::views
