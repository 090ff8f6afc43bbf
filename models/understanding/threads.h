// SPDX-License-Identifier: GPL-3.0-or-later
// Which messages are one conversation: by Message-ID, In-Reply-To and References (also through
// mails that we never saw), by a native thread id, else by subject within 30 days.
#pragma once

#include "models/domain/facts.h"

#include <QSet>

#include <vector>

namespace goodfaith::understanding {

// A number per message, in the order of `messages`, which are by time. Linear.
std::vector<int> threadsOf(const std::vector<MessageFact>& messages,
                           const QSet<QString>& replyPrefixes);

}  // namespace goodfaith::understanding
