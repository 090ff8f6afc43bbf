// SPDX-License-Identifier: GPL-3.0-or-later
// GMime reads groups within groups of an address header ("To: a:b:c:…") by recursion without a
// limit: some ten thousand of them end the program. They must be gone before a mail is parsed.
#pragma once

#include <QByteArray>

QT_BEGIN_NAMESPACE
class QFile;
QT_END_NAMESPACE

namespace goodfaith::importers {

// Makes spaces of the colons beyond what any program writes, in every address header of the mail
// and of the mails within it. Nothing moves.
void breakEndlessGroups(QByteArray& mail);

// Whether there are any to break, for a mail too big for memory.
bool hasEndlessGroups(QFile& file, qint64 begin, qint64 end);

}  // namespace goodfaith::importers
