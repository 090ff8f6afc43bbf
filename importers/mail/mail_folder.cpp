// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_folder.h"

#include "importers/mail/mail_signs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace goodfaith::importers {

namespace {

constexpr qint64 readToRecognise = 16 * 1024;
constexpr int deepestFolder = 40;

void lookInto(const QString& path, int depth, MailFolder& found) {
    if (depth > deepestFolder)
        return;
    const QDir folder(path);
    const bool maildir = isMaildir(path);
    if (maildir)
        found.maildirs += path;
    // Maildir++ sub-folders begin with a dot.
    const auto hidden = maildir ? QDir::Hidden : QDir::Filters();
    for (const QString& name : folder.entryList(
             QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks | hidden, QDir::Name)) {
        if (!maildir || isMaildir(folder.filePath(name)))
            lookInto(folder.filePath(name), depth + 1, found);
    }
    if (maildir)
        return;
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        const QString file = folder.filePath(name);
        const MailFileKind kind = mailFileKind(file);
        (kind == MailFileKind::Mail   ? found.mails
         : kind == MailFileKind::Mbox ? found.mboxes
                                      : found.others) += file;
    }
}

}  // namespace

MailFileKind mailFileKind(const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return MailFileKind::None;
    const QByteArray start = file.read(readToRecognise);
    if (beginsLikeMbox(start))
        return MailFileKind::Mbox;
    // What calls itself a mail is read as one: if it is none, the user is told.
    const bool named = path.endsWith(u".eml", Qt::CaseInsensitive) && !start.isEmpty();
    return named || beginsLikeMail(start) ? MailFileKind::Mail : MailFileKind::None;
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
        for (const QString& name : folder.entryList(QDir::Files, QDir::Name))
            files += folder.filePath(name);
    }
    return files;
}

MailFolder lookInto(const QString& folder) {
    MailFolder found;
    lookInto(QDir::cleanPath(folder), 0, found);
    return found;
}

qint64 totalSize(const QStringList& files) {
    qint64 size = 0;
    for (const QString& file : files)
        size += QFileInfo(file).size();
    return size;
}

}  // namespace goodfaith::importers
