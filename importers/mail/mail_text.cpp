// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_text.h"

#include "importers/mail/invitation.h"
#include "importers/mail/mail_headers.h"
#include "importers/mail/mail_part.h"
#include "importers/mail/plain_text.h"
#include "importers/mail/text_charset.h"

#include <QRegularExpression>

#include <vector>

namespace goodfaith::importers {

namespace {

constexpr int deepestPart = 30;
constexpr int mostParts = 1000;
constexpr qsizetype mostAttachments = 200;
constexpr qsizetype mostOfCalendar = 256 * 1024;

QString joined(const QString& first, const QString& second) {
    if (first.isEmpty() || second.isEmpty())
        return first.isEmpty() ? second : first;
    return first % QStringLiteral("\n\n") % second;
}

// "Your program cannot show this mail, see the HTML part": no text of the writer's.
bool onlyPointsToHtml(const QString& plain) {
    static const QRegularExpression pointer(
        QStringLiteral("html|online version|web version|in (your|a|the) browser|im browser|"
                       "online ansehen|navigateur"),
        QRegularExpression::CaseInsensitiveOption);
    return plain.size() < 400 && plain.contains(pointer);
}

// Where no boundary is found, all that was written stands before the first one.
QString textWithoutBoundaries(GMimeMultipart* multipart) {
    const char* const prologue = g_mime_multipart_get_prologue(multipart);
    const QByteArray bytes = QByteArray(prologue).left(longestMailText * 4);
    return tidyText(decodeText(bytes, {}));
}

// Walks a mail's tree and gathers what is to be read and what is attached.
class Gathering {
public:
    explicit Gathering(bool fromQuoted) : fromQuoted_(fromQuoted) {}

    QString textOf(GMimeObject* part, int depth, bool bodyExpected);
    QStringList attachments;

private:
    QString textOfMultipart(GMimeMultipart* multipart, int depth, bool bodyExpected);
    QString textOfAlternatives(GMimeMultipart* alternatives, int depth);
    QString textOfRelated(GMimeMultipart* related, int depth, bool bodyExpected);
    QString textOfForwarded(GMimeMessage* message, int depth);
    QString textOfLeaf(GMimePart* part, bool bodyExpected);
    void attach(GMimePart* part);

    bool fromQuoted_ = false;
    int parts_ = 0;
};

// `bodyExpected`: nothing to read came before it on this level, so that a named text part may
// still be the mail's own text.
QString Gathering::textOf(GMimeObject* part, int depth, bool bodyExpected) {
    if (!part || depth > deepestPart || ++parts_ > mostParts)
        return {};
    const QByteArray type = mediaType(part);
    if (type == "multipart/encrypted" ||
        (type.endsWith("pkcs7-mime") && parameter(part, "smime-type") != "signed-data"))
        return QStringLiteral("[Encrypted message]");
    if (GMIME_IS_MULTIPART(part))
        return textOfMultipart(GMIME_MULTIPART(part), depth, bodyExpected);
    if (GMIME_IS_MESSAGE_PART(part))
        return textOfForwarded(g_mime_message_part_get_message(GMIME_MESSAGE_PART(part)), depth);
    return GMIME_IS_PART(part) ? textOfLeaf(GMIME_PART(part), bodyExpected) : QString();
}

QString Gathering::textOfMultipart(GMimeMultipart* multipart, int depth, bool bodyExpected) {
    const QByteArray type = mediaType(GMIME_OBJECT(multipart));
    if (type == "multipart/alternative")
        return textOfAlternatives(multipart, depth);
    if (type == "multipart/related")
        return textOfRelated(multipart, depth, bodyExpected);
    const int count = g_mime_multipart_get_count(multipart);
    if (count == 0)
        return textWithoutBoundaries(multipart);
    QString text;
    for (int i = 0; i < count && text.size() <= longestMailText; ++i) {
        GMimeObject* const part = g_mime_multipart_get_part(multipart, i);
        const bool isSignature = type == "multipart/signed" && i > 0;
        if (!isSignature)
            text = joined(text, textOf(part, depth + 1, bodyExpected && text.isEmpty()));
    }
    return text;
}

QString Gathering::textOfAlternatives(GMimeMultipart* alternatives, int depth) {
    QString plain;
    QString rich;
    QString extra;  // a calendar's line says what the others may not
    const int count = g_mime_multipart_get_count(alternatives);
    for (int i = 0; i < count; ++i) {
        GMimeObject* const part = g_mime_multipart_get_part(alternatives, i);
        const QByteArray type = mediaType(part);
        // Laying HTML out takes longer than all the rest of a mail.
        const bool isNeedless = type == "text/html" && !isAttachment(part) && !plain.isEmpty() &&
                                !onlyPointsToHtml(plain);
        if (type == "text/x-amp-html" || isNeedless)
            continue;
        const QString text = textOf(part, depth + 1, true);
        if (type == "text/plain" && plain.isEmpty())
            plain = text;
        else if (type == "text/calendar")
            extra = text;
        else if (!text.isEmpty())
            rich = text;
    }
    const bool preferRich =
        plain.isEmpty() || (rich.size() > plain.size() && onlyPointsToHtml(plain));
    return joined(preferRich && !rich.isEmpty() ? rich : plain, extra);
}

QString Gathering::textOfRelated(GMimeMultipart* related, int depth, bool bodyExpected) {
    const QByteArray start = parameter(GMIME_OBJECT(related), "start");
    const int count = g_mime_multipart_get_count(related);
    int root = 0;
    for (int i = 0; i < count && !start.isEmpty(); ++i) {
        const char* const id = g_mime_object_get_content_id(g_mime_multipart_get_part(related, i));
        if (id && start.contains(id) && *id != '\0')
            root = i;
    }
    QString text;
    for (int i = 0; i < count; ++i) {
        GMimeObject* const part = g_mime_multipart_get_part(related, i);
        if (i == root)
            text = textOf(part, depth + 1, bodyExpected);
        else if (GMIME_IS_PART(part))
            attach(GMIME_PART(part));
        else
            text = joined(text, textOf(part, depth + 1, text.isEmpty()));
    }
    return text;
}

QString Gathering::textOfForwarded(GMimeMessage* message, int depth) {
    if (!message)
        return {};
    const MailHeaders headers(message, bodyCharset(message));
    QString text = QStringLiteral("---------- Forwarded message ----------");
    for (const char* name : {"From", "Date", "Subject", "To"}) {
        if (headers.has(name))
            text += u'\n' % QLatin1String(name) % u": " % decodedHeader(headers.first(name));
    }
    return joined(text, textOf(g_mime_message_get_mime_part(message), depth + 1, true));
}

QString Gathering::textOfLeaf(GMimePart* part, bool bodyExpected) {
    const QByteArray type = mediaType(GMIME_OBJECT(part));
    if (type == "text/calendar") {
        attach(part);
        return invitation(
            decodeText(contentOf(part, mostOfCalendar), parameter(GMIME_OBJECT(part), "charset")));
    }
    const bool readable = type == "text/plain" || type == "text/html" || type == "text/enriched" ||
                          type == "text/richtext" || type == "text/markdown" ||
                          type == "text/xhtml";
    const bool isBody = readable && !isAttachment(GMIME_OBJECT(part)) &&
                        (bodyExpected || fileNameOf(part).isEmpty());
    if (isBody)
        return readableText(part, fromQuoted_);
    attach(part);
    return {};
}

void Gathering::attach(GMimePart* part) {
    const QByteArray type = mediaType(GMIME_OBJECT(part));
    const bool isMachinery = type == "message/delivery-status" || type == "text/rfc822-headers" ||
                             type == "text/x-amp-html" || type.endsWith("-signature");
    if (isMachinery || attachments.size() >= mostAttachments)
        return;
    QString name = fileNameOf(part);
    if (name.isEmpty())
        name = type == "application/ms-tnef" ? QStringLiteral("winmail.dat")
                                             : QString::fromLatin1(type);
    attachments += QStringLiteral("%1 (%2 bytes)").arg(name).arg(decodedSizeOf(part));
}

QByteArray charsetWithin(GMimeObject* part, int depth) {
    if (!part || depth > deepestPart)
        return {};
    if (GMIME_IS_PART(part))
        return mediaType(part).startsWith("text/") ? parameter(part, "charset") : QByteArray();
    if (!GMIME_IS_MULTIPART(part))
        return {};
    GMimeMultipart* const multipart = GMIME_MULTIPART(part);
    const int count = std::min(g_mime_multipart_get_count(multipart), 10);
    for (int i = 0; i < count; ++i) {
        const QByteArray charset =
            charsetWithin(g_mime_multipart_get_part(multipart, i), depth + 1);
        if (!charset.isEmpty())
            return charset;
    }
    return {};
}

}  // namespace

MailText textOf(GMimeMessage* message, bool fromQuoted) {
    Gathering gathering(fromQuoted);
    MailText result;
    result.text = gathering.textOf(g_mime_message_get_mime_part(message), 0, true);
    result.attachments = gathering.attachments;
    if (result.text.size() > longestMailText) {
        result.cut = true;
        result.text.truncate(longestMailText);
        if (result.text.back().isHighSurrogate())
            result.text.chop(1);
    }
    return result;
}

QByteArray bodyCharset(GMimeMessage* message) {
    return charsetWithin(g_mime_message_get_mime_part(message), 0);
}

}  // namespace goodfaith::importers
