// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/nature.h"

#include "models/understanding/words.h"

#include <algorithm>
#include <optional>

namespace goodfaith::understanding {
namespace {

constexpr qsizetype openingLength = 600;  // machines introduce themselves early
constexpr qsizetype reportLength = 4000;  // a bounce carries the message it returns

bool startsWithAny(QStringView text, const QStringList& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const QString& beginning) { return text.startsWith(beginning); });
}

struct Header {
    QStringView name, value;
};

// What one header says of its message; nothing when it says nothing certain.
std::optional<MessageNature> natureBy(const Header& header) {
    const auto [name, value] = header;
    if (name == u"auto-submitted") {
        if (value.startsWith(u"no"))
            return std::nullopt;
        return value.startsWith(u"auto-replied") ? MessageNature::AutoReply : MessageNature::Bulk;
    }
    if (name == u"x-failed-recipients" || name == u"x-ms-exchange-message-is-ndr" ||
        value.contains(u"report-type=delivery-status") || value.contains(u"mailer-daemon"))
        return MessageNature::Bounce;
    if (name == u"x-autoreply" || name == u"x-autorespond" || name == u"x-autoresponder" ||
        name == u"x-auto-reply" || name == u"x-mail-autoreply" || name == u"x-vacation")
        return value == u"no" ? std::nullopt : std::optional(MessageNature::AutoReply);
    if (name == u"precedence" || name == u"x-precedence") {
        if (value.startsWith(u"auto_reply") || value.startsWith(u"auto-reply"))
            return MessageNature::AutoReply;
        if (value.startsWith(u"bulk") || value.startsWith(u"list") || value.startsWith(u"junk"))
            return MessageNature::Bulk;
    }
    if (name == u"list-id" || name == u"list-unsubscribe" || name == u"feedback-id")
        return MessageNature::Bulk;
    return std::nullopt;
}

int rank(MessageNature nature) {
    // A bounce is often marked auto-replied, an absence note bulk: the more special one wins.
    switch (nature) {
        case MessageNature::Bounce:
            return 3;
        case MessageNature::AutoReply:
            return 2;
        case MessageNature::Bulk:
            return 1;
        case MessageNature::Human:
            break;
    }
    return 0;
}

MessageNature natureByHeaders(const QString& headers) {
    auto nature = MessageNature::Human;
    const QString all = folded(headers);
    for (const auto line : QStringView(all).split(u'\n')) {
        const auto colon = line.indexOf(u':');
        if (colon <= 0)
            continue;
        const auto found = natureBy({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
        if (found && rank(*found) > rank(nature))
            nature = *found;
    }
    return nature;
}

MessageNature natureBySubject(const QString& subject, const MailLayout& layout) {
    // Who answers an absence note writes "Re: Out of office": a human.
    if (isReplySubject(subject, layout.replyPrefixes))
        return MessageNature::Human;
    const QString bare = bareSubject(subject, layout.replyPrefixes);
    if (startsWithAny(bare, layout.bounceSubjects))
        return MessageNature::Bounce;
    if (startsWithAny(bare, layout.autoReplySubjects))
        return MessageNature::AutoReply;
    return startsWithAny(bare, layout.bulkSubjects) ? MessageNature::Bulk : MessageNature::Human;
}

MessageNature natureByText(const QString& text, const MailLayout& layout) {
    QString opening = folded(QStringView(text).left(openingLength)).simplified();
    opening.replace(u'\u2019', u'\'');
    const QStringView beginning = QStringView(text).left(reportLength);
    const QString report = isAscii(beginning) ? QString() : folded(beginning);
    constexpr int certain = 2;  // one alone may be a human's
    if (layout.bounceBodies.countIn(report.isNull() ? beginning : report, certain) >= certain)
        return MessageNature::Bounce;
    const bool isAway = layout.awayWords.anyIn(opening) && layout.awayConsequences.anyIn(opening) &&
                        !opening.contains(u'?');
    return isAway || layout.autoReplyBodies.anyIn(opening) ? MessageNature::AutoReply
                                                           : MessageNature::Human;
}

}  // namespace

MessageNature natureOf(const QString& headers, const QString& subject, const QString& text,
                       const MailLayout& layout) {
    const auto candidates = {natureByHeaders(headers), natureBySubject(subject, layout),
                             natureByText(text, layout)};
    return *std::max_element(candidates.begin(), candidates.end(),
                             [](auto a, auto b) { return rank(a) < rank(b); });
}

}  // namespace goodfaith::understanding
