// SPDX-License-Identifier: GPL-3.0-or-later
// A contact form, and a chat that nobody took, cannot be answered in their place: our answer is a
// mail that begins a thread of its own. It is one conversation all the same, with what they write
// back.
#pragma once

#include "models/understanding/contacts.h"

#include <vector>

namespace goodfaith::understanding {

// Gives such a mail of ours, sent within 30 days, and what it answers one thread: all that waits in
// this way, but for what names other orders. `contacts` by time.
void joinAnswersElsewhere(std::vector<Contact>& contacts);

}  // namespace goodfaith::understanding
