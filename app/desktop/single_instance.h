// SPDX-License-Identifier: GPL-3.0-or-later
// One window for a database: whoever starts the program again on the same one raises the window
// that is open. The socket is the user's own; being connected to is all that it understands.
#pragma once

#include <QLocalServer>

namespace goodfaith::app {

class SingleInstance : public QObject {
    Q_OBJECT

public:
    // From now on others' raiseRunning finds this one.
    explicit SingleInstance(const QString& databasePath);

    // True when a window is open on this database: it has been asked to come to the front.
    static bool raiseRunning(const QString& databasePath);

Q_SIGNALS:
    void raiseWanted();

private:
    QLocalServer server_;
};

}  // namespace goodfaith::app
