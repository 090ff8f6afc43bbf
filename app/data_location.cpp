// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data_location.h"

#include <QDir>
#include <QStandardPaths>

namespace goodfaith::app {

QString defaultDatabasePath() {
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    return data.filePath(QStringLiteral("goodfaith/goodfaith.db"));
}

}  // namespace goodfaith::app
