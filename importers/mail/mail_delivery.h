// SPDX-License-Identifier: GPL-3.0-or-later
// The way of an input's mails into the sink, one after the other, with the progress made. Drafts,
// spam and trash are left out, and counted in a warning.
#pragma once

#include "importers/input.h"
#include "importers/mail/mail_reader.h"

#include <map>
#include <unordered_map>

namespace goodfaith::importers {

class MailDelivery {
public:
    // `zone`: for dates without an offset. `bytes`: of the input in all.
    MailDelivery(RecordSink& sink, const QTimeZone& zone, qint64 bytes);

    // One mail of an mbox.
    void deliver(QFile& file, const MailRange& range);
    // A file that is one mail, called `name`; a Maildir's name begins with when the mail came.
    void deliverFile(QFile& file, const QString& name, bool inMaildir);
    // Mails that are not read, since all of their folder are none.
    void leaveOut(MailStanding standing, qint64 bytes);
    void refuse(const QString& name, const QString& reason);
    // All is read, or a stop was asked for.
    void end(bool stopped);

private:
    void pass(MailReading reading);
    void keepApart(ImportedRecord& mail);

    RecordSink& sink_;
    QTimeZone zone_;
    ReadingProgress progress_;
    std::map<MailStanding, int> leftOut_;
    // Hashes of the Message-IDs seen, to those of what tells mails apart.
    std::unordered_map<size_t, size_t> marks_;
};

}  // namespace goodfaith::importers
