// SPDX-License-Identifier: GPL-3.0-or-later
// All keys of the application in one list (F1).
#pragma once

#include <QDialog>

namespace goodfaith::views {

class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsDialog(QWidget* parent = nullptr);
};

}  // namespace goodfaith::views
