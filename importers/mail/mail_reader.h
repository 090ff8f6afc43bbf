// SPDX-License-Identifier: GPL-3.0-or-later
// One mail, as a range of a file → one record, or why there is none. A broken mail gives what
// could be read of it.
#pragma once

#include "importers/mail/mail_standing.h"
#include "models/domain/record.h"

#include <QByteArray>
#include <QString>
#include <QTimeZone>

#include <optional>
#include <variant>

QT_BEGIN_NAMESPACE
class QFile;
QT_END_NAMESPACE

namespace goodfaith::importers {

struct MailRange {
    qint64 begin = 0;
    qint64 end = 0;
    qint64 line = 0;  // 1-based in an mbox, 0 in a file of its own
    // When the mailbox says it came: the mbox's "From " line, the Maildir file's name.
    std::optional<Instant> arrivedAt;
    QString name;  // of the mail's file; "" where it is in an mbox
    bool inMbox = false;
    bool fromQuoted = false;  // ">" before "From " at a line's start is the mbox's
};

struct MailReading {
    // A standing other than Contact: left out on purpose.
    std::variant<ImportedRecord, RejectedRow, MailStanding> outcome;
    QString warning;  // "" where there is none
};

// `file` must be open; its position is changed. `zone` is for dates without an offset.
MailReading readOneMail(QFile& file, const MailRange& range, const QTimeZone& zone);

}  // namespace goodfaith::importers
