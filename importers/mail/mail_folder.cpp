// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_folder.h"

#include "importers/database_files.h"
#include "importers/mail/mail_signs.h"
#include "importers/mail/text_charset.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>

namespace goodfaith::importers {

namespace {

constexpr int deepestFolder = 40;

struct FolderHandle : std::unique_ptr<DIR, int (*)(DIR*)> {
    explicit FolderHandle(const QString& path)
        : unique_ptr(opendir(QFile::encodeName(path).constData()), &closedir) {}
};

// Qt passes over names that it cannot decode.
bool isNameable(const QByteArray& name) {
    const bool isAscii =
        std::all_of(name.begin(), name.end(), [](char c) { return (c & 0x80) == 0; });
    return isAscii || QFile::encodeName(QFile::decodeName(name)) == name;
}

QStringList unnameableFilesIn(const QString& path) {
    const FolderHandle folder(path);
    QStringList names;
    while (const dirent* const entry = folder ? readdir(folder.get()) : nullptr) {
        const QByteArray name(static_cast<const char*>(entry->d_name));
        if (!name.startsWith('.') && !isNameable(name))
            names += path % u'/' % decodeText(name, {});
    }
    names.sort();
    return names;
}

bool isFile(const FolderHandle& folder, const dirent& entry, struct stat& file) {
    return fstatat(dirfd(folder.get()), entry.d_name, &file, 0) == 0 && S_ISREG(file.st_mode);
}

// Calls see(path of the folder, its handle, entry, name) for what may be a mail. Mailboxes have
// many thousands: neither a path for each nor what else Qt knows of a file is worth its time.
void forEachEntry(const QString& maildir, const auto& see) {
    for (const QString& part : {QStringLiteral("cur"), QStringLiteral("new")}) {
        const QString path = QDir(maildir).filePath(part);
        const FolderHandle folder(path);
        while (const dirent* const entry = folder ? readdir(folder.get()) : nullptr) {
            const auto name =
                QByteArray::fromRawData(entry->d_name, qsizetype(qstrlen(entry->d_name)));
            if (!name.startsWith('.') && isNameable(name))
                see(path, folder, *entry, name);
        }
    }
}

bool isClosed(const QString& folder) {
    const QFileInfo info(folder);
    return info.isDir() && !(info.isReadable() && info.isExecutable());
}

// Goes through a folder and what is beneath it.
class FolderSearch {
public:
    explicit FolderSearch(const std::stop_token& stop) : stop_(stop) {}

    // `withinMaildir`: files are the mail program's own, unless in a Maildir beneath.
    void search(const QString& path, int depth, bool withinMaildir);
    MailFolder found;

private:
    void takeFiles(const QDir& folder);

    const std::stop_token& stop_;
};

void FolderSearch::search(const QString& path, int depth, bool withinMaildir) {
    if (depth > deepestFolder || stop_.stop_requested())
        return;
    if (isClosed(path)) {
        found.closed += path;
        return;
    }
    const QDir folder(path);
    const bool maildir = isMaildir(path);
    if (maildir)
        found.maildirs += path;
    // Maildir++ sub-folders begin with a dot; those of the other layout are folders within folders,
    // and what lies between two Maildirs need not be one.
    const auto hidden = maildir ? QDir::Hidden : QDir::Filters();
    for (const QString& name : folder.entryList(
             QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks | hidden, QDir::Name)) {
        const bool isOwn = maildir && (name == u"cur" || name == u"new" || name == u"tmp");
        if (!isOwn)
            search(folder.filePath(name), depth + 1, withinMaildir || maildir);
        else if (isClosed(folder.filePath(name)))
            found.closed += folder.filePath(name);
    }
    if (!maildir && !withinMaildir)
        takeFiles(folder);
}

void FolderSearch::takeFiles(const QDir& folder) {
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        if (stop_.stop_requested())
            return;
        if (isDatabaseFile(name))
            continue;
        const QString file = folder.filePath(name);
        const MailFileKind kind = mailFileKind(file);
        (kind == MailFileKind::Mail   ? found.mails
         : kind == MailFileKind::Mbox ? found.mboxes
                                      : found.others) += file;
    }
    found.unnameable += unnameableFilesIn(folder.path());
}

}  // namespace

MailFileKind mailFileKind(QByteArrayView start, const QString& name) {
    if (beginsLikeMbox(start))
        return MailFileKind::Mbox;
    // What calls itself a mail is read as one: if it is none, the user is told.
    const bool named = name.endsWith(u".eml", Qt::CaseInsensitive) && !start.isEmpty();
    return named || beginsLikeMail(start) ? MailFileKind::Mail : MailFileKind::None;
}

MailFileKind mailFileKind(const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return MailFileKind::None;
    return mailFileKind(file.read(readToRecognise), path);
}

bool isMaildir(const QString& folder) {
    const auto has = [&](const char* name) {
        return QFileInfo(QDir(folder).filePath(QLatin1String(name))).isDir();
    };
    // Copies and archives lose empty folders.
    const bool isSubfolder = QFileInfo(folder).fileName().startsWith(u'.');
    return has("cur") || (has("new") && (has("tmp") || isSubfolder));
}

QStringList maildirFiles(const QString& maildir) {
    QStringList files;
    forEachEntry(maildir, [&](const QString& path, const FolderHandle& folder, const dirent& entry,
                              const QByteArray& name) {
        struct stat file {};
        if (entry.d_type == DT_REG || isFile(folder, entry, file))
            files += path % u'/' % QFile::decodeName(name);
    });
    // A mail keeps its place when it is moved from new to cur.
    const auto name = [](const QString& path) {
        return QStringView(path).sliced(path.lastIndexOf(u'/') + 1);
    };
    std::sort(files.begin(), files.end(),
              [&](const QString& left, const QString& right) { return name(left) < name(right); });
    return files;
}

MaildirState maildirState(const QString& maildir) {
    MaildirState state;
    forEachEntry(maildir, [&](const QString&, const FolderHandle& folder, const dirent& entry,
                              const QByteArray&) {
        struct stat file {};
        if (!isFile(folder, entry, file))
            return;
        const qint64 modifiedAt =
            qint64(file.st_mtim.tv_sec) * 1000 + file.st_mtim.tv_nsec / 1'000'000;
        state.size += file.st_size;
        state.modifiedAt = std::max(state.modifiedAt, modifiedAt);
    });
    return state;
}

MailFolder lookInto(const QString& folder, const std::stop_token& stop) {
    FolderSearch search(stop);
    search.search(QDir::cleanPath(folder), 0, false);
    return std::move(search.found);
}

qint64 totalSize(const QStringList& files) {
    qint64 size = 0;
    for (const QString& file : files)
        size += QFileInfo(file).size();
    return size;
}

}  // namespace goodfaith::importers
