// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/returned_mail.h"

#include "importers/mail/mail_headers.h"
#include "importers/mail/mail_part.h"

#include <QRegularExpression>

#include <algorithm>

namespace goodfaith::importers {
namespace {

constexpr int deepestPart = 8;
constexpr int mostParts = 100;
constexpr qsizetype mostUnreached = 50;
constexpr qsizetype mostOfReport = 256 * 1024;

bool isFromMachine(const MailHeaders& headers) {
    const QByteArray sender = headers.first("From").toLower();
    return sender.contains("mailer-daemon@") || sender.contains("postmaster@") ||
           headers.first("Return-Path").trimmed() == "<>";
}

void addAddress(const QString& text, QStringList& addresses) {
    // What was no text in the report (U+FFFD) is of no address either.
    static const QRegularExpression address(
        QStringLiteral("[^\\s\\p{Cc}\\x{FFFD}<>,;:\"()]+@[^\\s\\p{Cc}\\x{FFFD}<>,;:\"()]+"),
        QRegularExpression::UseUnicodePropertiesOption);
    const QString found = address.match(text.left(1000)).captured();
    if (!found.isEmpty() && addresses.size() < mostUnreached &&
        !addresses.contains(found, Qt::CaseInsensitive))
        addresses << found;
}

// One recipient's lines of a delivery report (RFC 3464): the address as we wrote it, if it failed.
struct Recipient {
    QString original, final;
    bool isFailed = true;  // where no action is named

    void read(const QString& line) {
        const QString name = line.section(u':', 0, 0).trimmed().toLower();
        const QString value = line.section(u':', 1).trimmed();
        if (name == u"action")
            isFailed = value.startsWith(u"failed", Qt::CaseInsensitive);
        else if (name == u"original-recipient")
            original = value.section(u';', 1);
        else if (name == u"final-recipient")
            final = value.section(u';', 1);
    }

    void addTo(QStringList& unreached) const {
        if (isFailed)
            addAddress(original.contains(u'@') ? original : final, unreached);
    }
};

bool wasBulk(const QString& headers) {
    static const QRegularExpression mark(
        QStringLiteral(
            "^(List-Id|List-Unsubscribe|Feedback-ID)\\s*:|^Precedence\\s*:\\s*(bulk|list)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return mark.match(headers).hasMatch();
}

QString messageIdIn(const QString& headers) {
    static const QRegularExpression line(
        QStringLiteral("^Message-ID\\s*:\\s*(<[^>\\n]{1,500}>)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return messageIds(line.match(headers).captured(1).toUtf8()).value(0);
}

class Report {
public:
    void read(GMimeObject* part, int depth) {
        if (part == nullptr || depth > deepestPart || ++parts_ > mostParts)
            return;
        if (GMIME_IS_MULTIPART(part)) {
            GMimeMultipart* const multipart = GMIME_MULTIPART(part);
            for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i)
                read(g_mime_multipart_get_part(multipart, i), depth + 1);
        } else if (GMIME_IS_MESSAGE_PART(part)) {
            readReturned(g_mime_message_part_get_message(GMIME_MESSAGE_PART(part)));
        } else if (GMIME_IS_PART(part)) {
            readLeaf(GMIME_PART(part));
        }
    }

    bool hasStatus = false;
    ReturnedMail returned;

private:
    void readReturned(GMimeMessage* message) {
        if (message == nullptr)
            return;
        const MailHeaders headers(message, {});
        QString lines;
        for (const MailHeaders::Line& line : headers.lines())
            lines += QString::fromUtf8(line.name + ": " + line.value + '\n');
        readHeaders(lines);
    }

    void readHeaders(const QString& lines) {
        if (returned.messageId.isEmpty() && !wasBulk(lines))
            returned.messageId = messageIdIn(lines);
    }

    void readLeaf(GMimePart* part) {
        const QByteArray type = mediaType(GMIME_OBJECT(part));
        const bool isStatus =
            type == "message/delivery-status" || type == "message/global-delivery-status";
        const bool isHeaders = type == "text/rfc822-headers" || type == "message/global-headers";
        if (!isStatus && !isHeaders)
            return;
        const QString text = QString::fromUtf8(contentOf(part, mostOfReport)).remove(u'\r');
        if (isStatus)
            readStatus(text);
        else
            readHeaders(text);
    }

    void readStatus(const QString& text) {
        hasStatus = true;
        for (const QString& group : text.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts)) {
            Recipient recipient;
            for (const QString& line : group.split(u'\n'))
                recipient.read(line);
            recipient.addTo(returned.unreached);
        }
    }

    int parts_ = 0;
};

// qmail and others write for people alone: "<ada@example.com>:" and then why.
void readProse(const QString& text, ReturnedMail& returned) {
    static const QRegularExpression failed(QStringLiteral("^<([^<>\\s]+@[^<>\\s]+)>:\\s*$"),
                                           QRegularExpression::MultilineOption);
    const QString beginning = text.left(mostOfReport);
    if (returned.unreached.isEmpty()) {
        for (auto found = failed.globalMatch(beginning); found.hasNext();)
            addAddress(found.next().captured(1), returned.unreached);
    }
    if (returned.messageId.isEmpty() && !wasBulk(beginning))
        returned.messageId = messageIdIn(beginning);
}

}  // namespace

ReturnedMail returnedMail(GMimeMessage* message, const MailHeaders& headers, const QString& text) {
    const bool isReport = headers.first("Content-Type").toLower().contains("delivery-status");
    const QByteArray failed = headers.first("X-Failed-Recipients");
    if (!isReport && failed.isEmpty() && !isFromMachine(headers))
        return {};
    Report report;
    report.read(g_mime_message_get_mime_part(message), 0);
    ReturnedMail& returned = report.returned;
    if (report.hasStatus && returned.unreached.isEmpty())
        return {};
    for (const QString& address : QString::fromUtf8(failed).split(u',', Qt::SkipEmptyParts))
        addAddress(address, returned.unreached);
    readProse(text, returned);
    return returned.unreached.isEmpty() ? ReturnedMail() : std::move(returned);
}

}  // namespace goodfaith::importers
