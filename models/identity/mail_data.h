// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of mail addresses, from resources/identity: how providers treat them, and which
// are of nobody in particular.
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace goodfaith::identity {

// All spellings of an address that a provider delivers to one mailbox.
struct MailProvider {
    QString domain;          // the one that stands for all of its domains
    QString ignored;         // characters that make no difference
    QChar tag;               // what follows it makes no difference; none: a null character
    bool dashIsDot = false;  // "-" and "." are the same
};

struct MailData {
    QHash<QString, MailProvider> providers;  // by each of their domains
    QSet<QString> roles;
    QSet<QString> aliasDomains;
    QStringList aliasBeginnings;  // "members.ebay."
};

// Read once.
const MailData& mailData();

}  // namespace goodfaith::identity
