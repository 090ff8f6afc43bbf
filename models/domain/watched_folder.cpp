// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/watched_folder.h"

#include "models/domain/failure.h"

#include <QStringList>

#include <algorithm>

namespace goodfaith {
namespace {

constexpr QChar escape = u'\\';

bool isMark(QChar c) {
    return c == u',' || c == u'=' || c == u':' || c == escape;
}

// What the marks part, without their backslashes; `mostParts`: the last one keeps its marks.
QStringList split(QStringView text, QChar mark, qsizetype mostParts, bool unescape) {
    QStringList parts{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isEscaped = text[i] == escape && i + 1 < text.size() && isMark(text[i + 1]);
        if (isEscaped) {
            if (!unescape)
                parts.last() += escape;
            parts.last() += text[++i];
        } else if (text[i] == mark && parts.size() < mostParts) {
            parts += QString();
        } else {
            parts.last() += text[i];
        }
    }
    return parts;
}

QString escaped(const QString& text) {
    QString safe;
    for (const QChar c : text) {
        if (isMark(c))
            safe += escape;
        safe += c;
    }
    return safe;
}

QString cleanPath(QString path) {
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    return path;
}

WatchedFolder folderFrom(const QString& entry) {
    const QStringList sides = split(entry, u'=', 2, false);
    const QStringList names = split(sides.value(1), u':', 2, false);
    const auto plain = [](const QString& text) {
        return split(text, QChar(), 1, true).constFirst().trimmed();
    };
    WatchedFolder folder{cleanPath(plain(sides.constFirst())), plain(names.constFirst()),
                         plain(names.value(1))};
    if (!folder.path.startsWith(u'/'))
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("\"%1\" cannot be used here: expected the whole path of a "
                                     "folder, such as /srv/exports or /srv/exports=Shop.")
                          .arg(entry));
    return folder;
}

}  // namespace

std::vector<WatchedFolder> watchedFoldersFrom(const QString& text) {
    std::vector<WatchedFolder> folders;
    const QStringList entries = split(text, u',', text.size() + 1, false);
    for (const QString& entry : entries) {
        if (entry.trimmed().isEmpty())
            continue;
        const WatchedFolder folder = folderFrom(entry.trimmed());
        const bool isKnown = std::any_of(folders.begin(), folders.end(), [&](const auto& other) {
            return other.path == folder.path;
        });
        if (!isKnown)
            folders.push_back(folder);
    }
    return folders;
}

QString watchedFoldersText(const std::vector<WatchedFolder>& folders) {
    QStringList entries;
    for (const WatchedFolder& folder : folders) {
        QString entry = escaped(folder.path);
        if (!folder.source.isEmpty() || !folder.layout.isEmpty())
            entry += u'=' + escaped(folder.source);
        if (!folder.layout.isEmpty())
            entry += u':' + escaped(folder.layout);
        entries += entry;
    }
    return entries.join(u',');
}

}  // namespace goodfaith
