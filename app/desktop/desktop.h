// SPDX-License-Identifier: GPL-3.0-or-later
// The application's window and the threads behind it: questions are answered on one, reports on
// another, imports on a third, watched folders are looked at on a fourth, and on a fifth is done
// what people say of who is who, so that none waits for the others.
#pragma once

#include "app/desktop/folder_watch.h"

#include <QStringList>
#include <QTimer>

namespace goodfaith::views {
class MainWindow;
}

namespace goodfaith::app {

class IdentityController;
class ImportController;
class PastImportsController;

class Desktop : public QObject {
    Q_OBJECT

public:
    explicit Desktop(const QString& databasePath, FolderWatch::Pace pace = {});
    ~Desktop() override;

    // Restores where the window was, shows it, and asks for what stands on it.
    void show();
    // Brings the window to the front, also when it is minimised.
    void raise();
    // Imports the sample shop's files, unless that has been done.
    void fillWithSampleShop();
    views::MainWindow& window() { return *window_; }

private:
    void wire();
    void wireWatch();
    void bringUpToDate();
    void say(const QString& what, bool isUnderWay);
    void writeBeside(const QString& what, const std::function<bool(Shop&)>& work);
    void showStatus();
    void dataChanged();
    void watchOtherPrograms();
    void openSampleShop();

    QString databasePath_;
    std::unique_ptr<views::MainWindow> window_;
    WorkerThread questions_;
    WorkerThread reports_;
    WorkerThread imports_;
    WorkerThread looks_;
    WorkerThread acts_;
    FolderWatch folders_;
    IdentityController* identity_ = nullptr;
    ImportController* importController_ = nullptr;
    PastImportsController* pastImports_ = nullptr;
    QTimer minute_;
    QTimer watch_;
    QStringList underWay_;     // in words
    qint64 dataVersion_ = 0;   // last seen
    qint64 shownVersion_ = 0;  // what the pages show
};

}  // namespace goodfaith::app
