// SPDX-License-Identifier: GPL-3.0-or-later
// Which files of a folder are mail: Maildirs with their Maildir++ sub-folders, mboxes, and files
// of one mail each. Files are told by their content.
#pragma once

#include <QString>
#include <QStringList>

namespace goodfaith::importers {

enum class MailFileKind { None, Mail, Mbox };

MailFileKind mailFileKind(const QString& path);

bool isMaildir(const QString& folder);
// The mails of cur and new, by name; tmp holds what is not delivered yet.
QStringList maildirFiles(const QString& maildir);

struct MailFolder {
    QStringList maildirs;  // at any depth, by path
    QStringList mboxes;
    QStringList mails;
    QStringList others;  // what is no mail; hidden files and a Maildir's own are left out
};
MailFolder lookInto(const QString& folder);

qint64 totalSize(const QStringList& files);

}  // namespace goodfaith::importers
