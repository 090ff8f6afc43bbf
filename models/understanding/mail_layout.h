// SPDX-License-Identifier: GPL-3.0-or-later
// How mail programs quote, sign and answer by themselves, in the languages we know: the words of
// resources/language/mail.json, all folded (see words.h).
#pragma once

#include "models/understanding/cues.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace goodfaith::understanding {

struct MailLayout {
    QSet<QString> quoteIntros;   // "on", "le": begin the line above a quote
    QStringList wrote;           // "wrote", "a ecrit": end it
    Beginnings originals;        // "original message"
    Beginnings forwards;         // "forwarded message"
    QSet<QString> fromLabels;    // "from", "von"
    QSet<QString> headerLabels;  // "sent", "betreff"
    Beginnings sentFrom;         // "sent from"
    QSet<QString> closings;      // "kind regards"
    Beginnings footers;          // "this email and any"
    QSet<QString> replyPrefixes;
    QStringList autoReplySubjects, bounceSubjects, bulkSubjects;
    Cues autoReplyBodies, bounceBodies;
    Cues awayWords, awayConsequences;

    // Throws Failure (Unreadable) when the resource is damaged.
    static MailLayout load();
};

// A subject without "Re:", "AW:", "[list]" and the like; folded, spaces simplified.
QString bareSubject(const QString& subject, const QSet<QString>& replyPrefixes);
bool isReplySubject(const QString& subject, const QSet<QString>& replyPrefixes);

}  // namespace goodfaith::understanding
