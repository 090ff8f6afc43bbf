// SPDX-License-Identifier: GPL-3.0-or-later
// Which files of a folder are mail: Maildirs with their Maildir++ sub-folders, mboxes, and files
// of one mail each. Files are told by their content.
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <stop_token>

namespace goodfaith::importers {

enum class MailFileKind { None, Mail, Mbox };

constexpr qsizetype readToRecognise = 16 * 1024;

MailFileKind mailFileKind(const QString& path);
// Of a file called so that begins so: readToRecognise bytes are enough.
MailFileKind mailFileKind(QByteArrayView start, const QString& name);

bool isMaildir(const QString& folder);
// The mails of cur and new, by name; tmp holds what is not delivered yet.
QStringList maildirFiles(const QString& maildir);

// Of all these mails together, without a path for each.
struct MaildirState {
    qint64 size = 0;
    qint64 modifiedAt = 0;  // the newest; UTC milliseconds
};
MaildirState maildirState(const QString& maildir);

struct MailFolder {
    QStringList maildirs;  // at any depth, by path
    QStringList mboxes;
    QStringList mails;
    QStringList
        others;  // what is no mail; hidden files, databases and a Maildir's own are left out
    QStringList unnameable;  // whose names are not in UTF-8, and so cannot be opened
    QStringList closed;      // folders whose files may not be read
};
// After a stop was asked for, what was found so far.
MailFolder lookInto(const QString& folder, const std::stop_token& stop = {});

qint64 totalSize(const QStringList& files);

}  // namespace goodfaith::importers
