// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a mail's plain parts as a person reads it: one line end, no control characters,
// paragraphs put together again.
#pragma once

#include <QString>

namespace goodfaith::importers {

// Line ends become \n; control characters (but \n and \t) and invisible fillers go, as do spaces
// at line ends, blank lines around the text, and more than two blank lines in a row.
QString tidyText(const QString& text);

// RFC 3676: joins the lines a writer's program has broken, within one depth of quotes each.
QString unfoldFlowed(const QString& text, bool deleteSpace);

// The text within what PGP wraps around a mail: a signature goes, a secret is named as such.
QString withoutArmour(const QString& text);

// Takes away the one ">" that mbox writers put before "From " at a line's start (mboxo, mboxrd).
QString withoutFromQuoting(const QString& text);

}  // namespace goodfaith::importers
