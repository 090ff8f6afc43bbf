// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a human wrote a message, told by its headers, its subject and its opening words.
#pragma once

#include "models/domain/understanding.h"
#include "models/understanding/mail_layout.h"

namespace goodfaith::understanding {

// `headers`: "Name: value" a line, in any case.
MessageNature natureOf(const QString& headers, const QString& subject, const QString& text,
                       const MailLayout& layout);

}  // namespace goodfaith::understanding
