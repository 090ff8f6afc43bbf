// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>

namespace goodfaith::app {
namespace {

constexpr int answerWithinMs = 1000;
constexpr int longestSocketPath = 100;  // the platform takes 107 bytes

// The same for every way to write a file's path; in a folder that only the user can enter.
QString socketOf(const QString& databasePath) {
    const QFileInfo file(databasePath);
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    const QString path = (folder.isEmpty() ? file.absolutePath() : folder) + u'/' + file.fileName();
    const QByteArray hash =
        QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    const QString name = QStringLiteral("goodfaith-") + QString::fromLatin1(hash);
    const QDir runtime(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
    const QString whole = runtime.filePath(name);
    return whole.toUtf8().size() <= longestSocketPath ? whole : name;
}

}  // namespace

SingleInstance::SingleInstance(const QString& databasePath) {
    const QString socket = socketOf(databasePath);
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* asking = server_.nextPendingConnection())
            asking->deleteLater();
        Q_EMIT raiseWanted();
    });
    // Nobody answers there, or we would not be here: what is left is a dead one's.
    if (!server_.listen(socket) && QLocalServer::removeServer(socket))
        server_.listen(socket);
}

bool SingleInstance::raiseRunning(const QString& databasePath) {
    QLocalSocket socket;
    socket.connectToServer(socketOf(databasePath));
    return socket.waitForConnected(answerWithinMs);
}

}  // namespace goodfaith::app
