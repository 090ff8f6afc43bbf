// SPDX-License-Identifier: GPL-3.0-or-later
// Which files of an archive are what: told by name and content like files of a folder. Streams
// through the archive once; a table is recognised from its beginning.
#pragma once

#include "importers/archive/archive_input.h"
#include "importers/archive/archive_reader.h"

#include <map>

namespace goodfaith::importers {

// Whether `name` is the file `within` or lies in that folder; all does in "".
bool liesWithin(const QString& name, const QString& within);

// "box" for "box/cur/1709281800.M1P1.host:2,S", "." for one at the top; "" for what lies in no
// Maildir.
QString maildirOf(const QString& name);

// The mails that are a file each and lie in no Maildir, as one input; `bytes` of them in all.
struct ArchivedMails {
    QStringList names;
    qint64 bytes = 0;
};

class ArchiveListing {
public:
    ArchiveListing(const ArchivePlace& place, const ReadingOptions& options,
                   const std::stop_token& stop);

    FoundInputs takeFound();
    const ArchivedMails& mails() const { return mails_; }

private:
    bool take(const ArchiveEntry& entry);
    void recognise(const ArchiveEntry& entry, const QByteArray& start);
    void refuse(const ArchiveEntry& entry, const QString& reason);
    void add(const QString& within, InputFormat format, qint64 bytes);
    void tellWhatIsMissing();

    ArchivePlace place_;
    const ReadingOptions& options_;
    ArchiveReader reader_;
    FoundInputs found_;
    ArchivedMails mails_;
    std::map<QString, qint64> maildirs_;  // to their sizes
    int locked_ = 0;
    bool isDocument_ = false;
};

}  // namespace goodfaith::importers
