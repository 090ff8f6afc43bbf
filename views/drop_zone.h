// SPDX-License-Identifier: GPL-3.0-or-later
// Where files are dropped or chosen.
#pragma once

#include <QFrame>
#include <QStringList>

class QMimeData;

namespace goodfaith::views {

// The local files and folders among what is dragged; empty when there are none.
QStringList localPaths(const QMimeData* data);

class DropZone : public QFrame {
    Q_OBJECT

public:
    explicit DropZone(QWidget* parent = nullptr);
    void chooseFiles();
    void chooseFolder();

Q_SIGNALS:
    void pathsChosen(const QStringList& paths);
};

}  // namespace goodfaith::views
