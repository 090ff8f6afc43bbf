// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a mail in a mailbox is one between us and somebody: a draft was never sent, spam was
// never meant for us, and what was thrown away is not ours to keep.
#pragma once

#include <QString>

namespace goodfaith::importers {

class MailHeaders;

enum class MailStanding { Contact, Draft, Spam, Trash };

// By Gmail Takeout's X-Gmail-Labels, in the languages of its users.
MailStanding standingOf(const MailHeaders& headers);
// By the flags at the end of a Maildir file's name: "…:2,DS".
MailStanding standingInMaildir(const QString& fileName);
// By a Maildir's own name, in the languages of its users: "Mail/.INBOX.Junk", "Mail/Papierkorb".
MailStanding standingOfMaildir(const QString& path);

}  // namespace goodfaith::importers
