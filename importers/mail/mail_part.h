// SPDX-License-Identifier: GPL-3.0-or-later
// One leaf of a mail's tree: its type, its decoded bytes, its text.
#pragma once

#include "importers/mail/gmime_handle.h"

#include <QByteArray>
#include <QString>

namespace goodfaith::importers {

QByteArray mediaType(GMimeObject* part);                    // "text/plain", lower case
QByteArray parameter(GMimeObject* part, const char* name);  // of its Content-Type; "" if absent
bool isAttachment(GMimeObject* part);                       // by its Content-Disposition
QString fileNameOf(GMimePart* part);                        // decoded, "" where there is none

// The first `most` bytes of the part, its transfer encoding undone.
QByteArray contentOf(GMimePart* part, qsizetype most);
qint64 decodedSizeOf(GMimePart* part);

// A text/* part in readable form: charset repaired, flowed lines joined, HTML laid out.
QString readableText(GMimePart* part, bool fromQuoted);

}  // namespace goodfaith::importers
