// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes whose charset may be missing or wrong → text. Always gives a text: what the declared
// charset cannot explain is read as UTF-8, and what is no UTF-8 as windows-1252.
#pragma once

#include <QByteArray>
#include <QString>

namespace goodfaith::importers {

// `declared`: the charset's name as the mail gives it; may be empty, unknown or a lie.
QString decodeText(const QByteArray& bytes, const QByteArray& declared);

}  // namespace goodfaith::importers
