// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_state.h"

#include "importers/archive/archive_input.h"
#include "importers/mail/mail_folder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace goodfaith::app {
namespace {

constexpr int deepestFolder = 40;
constexpr qint64 mostHashed = 16 * 1024 * 1024;

FileState stateOf(const QFileInfo& info) {
    return {info.size(), instantFromMillis(info.lastModified().toMSecsSinceEpoch())};
}

void add(const FileState& one, FileState& all) {
    all.size += one.size;
    all.modifiedAt = std::max(all.modifiedAt, one.modifiedAt);
}

void gather(const QString& path, int depth, const std::stop_token& stop, FolderFiles& found) {
    const QDir folder(path);
    const bool maildir = importers::isMaildir(path);
    // The sub-folders of a Maildir are hidden.
    const auto hidden = maildir ? QDir::Hidden : QDir::Filters();
    const auto entries =
        folder.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | hidden);
    for (const QFileInfo& entry : entries) {
        if (stop.stop_requested())
            return;
        const QString name = entry.fileName();
        if (entry.isDir()) {
            const bool isUndelivered = maildir && name == u"tmp";
            if (!isUndelivered && !entry.isSymLink() && depth < deepestFolder)
                gather(entry.filePath(), depth + 1, stop, found);
        } else if (!entry.isHidden() && entry.size() > 0 && !isTemporaryName(name)) {
            found.emplace(entry.filePath(), stateOf(entry));
        }
    }
}

}  // namespace

bool isTemporaryName(QStringView name) {
    constexpr std::array endings{u".part", u".partial", u".filepart", u".crdownload", u".download",
                                 u".tmp",  u".temp",    u".swp",      u".lock",       u"~",
                                 u".db",   u".db-wal",  u".db-shm",   u".import-lock"};
    return name.startsWith(u'.') || name.startsWith(u"~$") ||
           std::any_of(endings.begin(), endings.end(), [&](const char16_t* ending) {
               return name.endsWith(QStringView(ending), Qt::CaseInsensitive);
           });
}

std::optional<FolderFiles> filesIn(const QString& folder, const std::stop_token& stop) {
    const QFileInfo info(folder);
    if (!info.isDir() || !info.isReadable())
        return {};
    FolderFiles found;
    gather(QDir::cleanPath(folder), 0, stop, found);
    return found;
}

FileState stateOf(const QString& path) {
    const QFileInfo info(path);
    const auto place = info.exists() ? std::nullopt : importers::placeInArchive(path);
    if (place)
        return stateOf(QFileInfo(place->archive));
    if (!info.isDir())
        return stateOf(info);
    FileState all;
    if (importers::isMaildir(path)) {
        const auto state = importers::maildirState(path);
        return {state.size, instantFromMillis(state.modifiedAt)};
    }
    const auto files = filesIn(path).value_or(FolderFiles());
    for (const auto& [file, state] : files)
        add(state, all);
    return all;
}

QString contentHash(const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || file.size() > mostHashed || !file.open(QIODevice::ReadOnly))
        return {};
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    return hash.addData(&file) ? QString::fromLatin1(hash.result().toHex()) : QString();
}

}  // namespace goodfaith::app
