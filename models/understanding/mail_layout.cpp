// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/mail_layout.h"

#include "models/understanding/resource.h"
#include "models/understanding/words.h"

namespace goodfaith::understanding {
namespace {

QSet<QString> setOf(const QStringList& list) {
    return QSet<QString>(list.begin(), list.end());
}

// The length of one prefix ("re: ", "aw[2]: ", "[shop] ") at the beginning; 0 when there is none.
qsizetype prefixLength(QStringView subject, const QSet<QString>& replyPrefixes) {
    if (subject.startsWith(u'[')) {
        const auto end = subject.indexOf(u']');
        return end > 0 && end + 1 < subject.size() ? end + 1 : 0;
    }
    auto colon = subject.left(16).indexOf(u':');
    if (colon < 0)
        colon = subject.left(16).indexOf(u'\uff1a');
    if (colon <= 0)
        return 0;
    auto label = subject.left(colon);
    if (const auto bracket = label.indexOf(u'['); bracket > 0)
        label = label.left(bracket);
    while (!label.isEmpty() && (label.back().isDigit() || label.back().isSpace()))
        label.chop(1);
    return replyPrefixes.contains(label.toString()) ? colon + 1 : 0;
}

}  // namespace

MailLayout MailLayout::load() {
    const QJsonObject json = languageResource(QStringLiteral("mail"));
    const auto list = [&](const char* key) {
        QStringList strings = stringsOf(json, QString::fromLatin1(key));
        for (QString& string : strings)
            string = folded(string);
        return strings;
    };
    MailLayout layout;
    layout.quoteIntros = setOf(list("quote_intros"));
    layout.wrote = list("wrote");
    layout.originals = Beginnings(list("original"));
    layout.forwards = Beginnings(list("forwarded"));
    layout.fromLabels = setOf(list("from_labels"));
    layout.headerLabels = setOf(list("header_labels"));
    layout.sentFrom = Beginnings(list("sent_from"));
    layout.closings = setOf(list("closings"));
    layout.footers = Beginnings(list("footers"));
    layout.replyPrefixes = setOf(list("reply_prefixes"));
    layout.autoReplySubjects = list("auto_reply_subjects");
    layout.bounceSubjects = list("bounce_subjects");
    layout.bulkSubjects = list("bulk_subjects");
    layout.autoReplyBodies = Cues(list("auto_reply_bodies"));
    layout.bounceBodies = Cues(list("bounce_bodies"));
    layout.awayWords = Cues(list("away_words"));
    layout.awayConsequences = Cues(list("away_consequences"));
    return layout;
}

QString bareSubject(const QString& subject, const QSet<QString>& replyPrefixes) {
    const QString all = folded(subject).simplified();
    QStringView rest = all;
    for (auto length = prefixLength(rest, replyPrefixes); length > 0;
         length = prefixLength(rest, replyPrefixes))
        rest = rest.mid(length).trimmed();
    return rest.toString();
}

bool isReplySubject(const QString& subject, const QSet<QString>& replyPrefixes) {
    const QString all = folded(subject).simplified();
    return !all.startsWith(u'[') && prefixLength(all, replyPrefixes) > 0;
}

}  // namespace goodfaith::understanding
