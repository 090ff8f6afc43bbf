// SPDX-License-Identifier: GPL-3.0-or-later
// GMime reads groups within groups of an address header ("To: a:b:c:…") by recursion without a
// limit: some ten thousand of them end the program. Such a mail must be told before it is parsed.
#pragma once

#include <QByteArrayView>

QT_BEGIN_NAMESPACE
class QFile;
QT_END_NAMESPACE

namespace goodfaith::importers {

// Whether some header of the mail, or of a mail within it, nests groups without end.
bool hasEndlessGroups(QByteArrayView mail);
// The same for a mail too big for memory.
bool hasEndlessGroups(QFile& file, qint64 begin, qint64 end);

}  // namespace goodfaith::importers
