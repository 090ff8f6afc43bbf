// SPDX-License-Identifier: GPL-3.0-or-later
// HTML mail → the text a person would read: paragraphs, lists ("- "), quotes ("> "), rows of
// tables as lines, links with their address. Nothing is rendered, loaded or run; any input gives
// a text.
#pragma once

#include <QString>

namespace goodfaith::importers {

QString htmlToText(const QString& html);

}  // namespace goodfaith::importers
