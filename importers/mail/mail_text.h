// SPDX-License-Identifier: GPL-3.0-or-later
// The text of one parsed mail as a person reads it, and the names and sizes of what is attached.
// Reads at most a few megabytes of any part into memory, however big the part is.
#pragma once

#include <QString>
#include <QStringList>

typedef struct _GMimeMessage GMimeMessage;
typedef struct _GMimeObject GMimeObject;

namespace goodfaith::importers {

constexpr qsizetype longestMailText = 200'000;

struct MailText {
    QString text;
    QStringList attachments;  // "name (12345 bytes)"
    bool cut = false;         // the text was longer than longestMailText
};

// `fromQuoted`: the mail comes from an mbox that puts ">" before "From " at a line's start.
MailText textOf(GMimeMessage* message, bool fromQuoted);

// The charset that the first text part declares; "" where none does.
QByteArray bodyCharset(GMimeMessage* message);

}  // namespace goodfaith::importers
