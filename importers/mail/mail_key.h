// SPDX-License-Identifier: GPL-3.0-or-later
// The identity of a mail: its Message-ID, or what its header and body hash to. The hash is the
// same whichever mailbox the mail lies in: line ends and the mailboxes' own headers do not count.
#pragma once

#include "importers/mail/mail_headers.h"

#include <QString>

QT_BEGIN_NAMESPACE
class QFile;
QT_END_NAMESPACE

namespace goodfaith::importers {

// Never empty. `begin`, `end`: where the mail lies in the file, which is read only for the hash.
QString mailKey(const MailHeaders& headers, QFile& file, qint64 begin, qint64 end);

}  // namespace goodfaith::importers
