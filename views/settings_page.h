// SPDX-License-Identifier: GPL-3.0-or-later
// The shop's settings as a form. What cannot be used is said at its field, in words; nothing is
// saved until all of it can be.
#pragma once

#include "models/domain/settings.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace goodfaith::views {

class WatchedFoldersEditor;

class SettingsPage : public QWidget {
    Q_OBJECT

public:
    explicit SettingsPage(QWidget* parent = nullptr);

    // What is stored: the form shows it, and what was typed before is gone.
    void setSettings(const ShopSettings& settings);
    void setToday(QDate today) { today_ = today; }
    bool isChanged() const;
    // Null for what is no line of text: the watched folders.
    QLineEdit* field(const QString& key) const;
    // Opens an editor of the setting; null where the line of text is all there is.
    QPushButton* editButton(const QString& key) const;
    WatchedFoldersEditor* watchedFolders() const { return folders_; }
    // "" while the field can be used.
    QString problem(const QString& key) const;
    QPushButton* saveButton() const { return save_; }
    QPushButton* discardButton() const { return discard_; }

Q_SIGNALS:
    void saveWanted(const goodfaith::ShopSettings& settings);

private:
    struct Row {
        QString key;
        QLineEdit* field = nullptr;
        QPushButton* edit = nullptr;
        QLabel* problem = nullptr;
    };
    QWidget* makeForm();
    void addRow(QVBoxLayout* column, const SettingInfo& info);
    QPushButton* makeEditButton(const QString& key, QLineEdit* field);
    void addFolders(QVBoxLayout* column);
    // Reads the whole form and says at each field what is wrong; true when all can be used.
    bool read();
    void edited();

    QDate today_{2026, 1, 1};
    ShopSettings stored_;
    ShopSettings edited_;
    std::vector<Row> rows_;
    WatchedFoldersEditor* folders_;
    QLabel* effect_;
    QPushButton* save_;
    QPushButton* discard_;
};

}  // namespace goodfaith::views
