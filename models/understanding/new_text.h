// SPDX-License-Identifier: GPL-3.0-or-later
// What a message newly says: without what it quotes or forwards, signature and legal footer.
// Linear in the text; a text that consists of nothing else is "".
#pragma once

#include "models/understanding/mail_layout.h"

#include <QString>

namespace goodfaith::understanding {

QString newText(const QString& text, const MailLayout& layout);

// Further without the greeting's line and the closing ("Thanks, Ada") at the end: the words that
// mean something.
QString substanceOf(const QString& newText, const MailLayout& layout);

}  // namespace goodfaith::understanding
