// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_folder.h"

#include "importers/mail/mail_signs.h"
#include "importers/mail/text_charset.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <dirent.h>

#include <algorithm>
#include <memory>

namespace goodfaith::importers {

namespace {

constexpr int deepestFolder = 40;

// Qt passes over names that it cannot decode.
QStringList unnameableFilesIn(const QString& path) {
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(opendir(QFile::encodeName(path).constData()),
                                                     &closedir);
    QStringList names;
    while (const dirent* const entry = folder ? readdir(folder.get()) : nullptr) {
        const QByteArray name(static_cast<const char*>(entry->d_name));
        const bool isHidden = name.startsWith('.');
        if (!isHidden && QFile::encodeName(QFile::decodeName(name)) != name)
            names += path % u'/' % decodeText(name, {});
    }
    names.sort();
    return names;
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
    for (const QString& part : {QStringLiteral("cur"), QStringLiteral("new")}) {
        const QDir folder(QDir(maildir).filePath(part));
        for (const QString& name : folder.entryList(QDir::Files, QDir::Unsorted))
            files += folder.filePath(name);
    }
    // A mail keeps its place when it is moved from new to cur.
    const auto name = [](const QString& path) {
        return QStringView(path).sliced(path.lastIndexOf(u'/') + 1);
    };
    std::sort(files.begin(), files.end(),
              [&](const QString& left, const QString& right) { return name(left) < name(right); });
    return files;
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
