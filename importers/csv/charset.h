// SPDX-License-Identifier: GPL-3.0-or-later
// Which charset the beginning of a file is in: its byte order mark, else UTF-8 or UTF-16 where the
// bytes are just that, else what the letters are most likely to be, else Windows-1252.
#pragma once

#include <QByteArray>

namespace goodfaith::importers {

// "UTF-8", "UTF-16LE", "Windows-1252", "Shift_JIS", …; always one that can be decoded. `head` may
// end within a character.
QByteArray sniffCharset(QByteArrayView head);

}  // namespace goodfaith::importers
