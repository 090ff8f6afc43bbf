// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_reader.h"

#include "importers/mail/endless_groups.h"
#include "importers/mail/gmime_handle.h"
#include "importers/mail/mail_headers.h"
#include "importers/mail/mail_key.h"
#include "importers/mail/mail_text.h"
#include "importers/mail/returned_mail.h"
#include "importers/mail/text_charset.h"

#include <QFile>

#include <fcntl.h>

#include <algorithm>
#include <array>

namespace goodfaith::importers {

namespace {

// A mail up to this size is read at once; of a bigger one GMime reads from the file what it needs.
constexpr qint64 biggestInMemory = 1024 * 1024;
constexpr qsizetype longestExcerpt = 200;

constexpr QLatin1String cannotBeRead(
    "The mail cannot be read: its file is gone, or an address header nests groups without end.");
constexpr QLatin1String isNoMail(
    "This is no mail: it does not begin with header lines such as \"From:\" and \"Date:\".");

// Null when the mail cannot be read, or not safely.
ObjectHandle<GMimeStream> openStream(QFile& file, const MailRange& range) {
    const qint64 size = range.end - range.begin;
    if (size <= biggestInMemory) {
        QByteArray bytes = file.seek(range.begin) ? file.read(size) : QByteArray();
        breakEndlessGroups(bytes);
        return ObjectHandle<GMimeStream>(g_mime_stream_mem_new_with_buffer(
            bytes.constData(), static_cast<size_t>(bytes.size())));
    }
    if (hasEndlessGroups(file, range.begin, range.end))
        return nullptr;
    // A descriptor of its own, owned by the stream: GMime moves its position.
    const int descriptor =
        ::open(QFile::encodeName(file.fileName()).constData(), O_RDONLY | O_CLOEXEC);
    return ObjectHandle<GMimeStream>(
        descriptor < 0 ? nullptr
                       : g_mime_stream_fs_new_with_bounds(descriptor, range.begin, range.end));
}

ObjectHandle<GMimeMessage> parse(GMimeStream* stream) {
    initialiseGMime();
    const ObjectHandle<GMimeParser> parser(g_mime_parser_new_with_stream(stream));
    g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
    g_mime_parser_set_persist_stream(parser.get(), TRUE);
    return ObjectHandle<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

bool isMail(const MailHeaders& headers) {
    static constexpr std::array names = {"From", "Date",       "Subject",  "To",
                                         "Cc",   "Message-ID", "Received", "Return-Path"};
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return headers.has(name); });
}

QString excerptOf(QFile& file, const MailRange& range) {
    if (!range.inMbox)
        return range.name;
    const qint64 size = std::min<qint64>(range.end - range.begin, 4 * longestExcerpt);
    const QByteArray start = file.seek(range.begin) ? file.read(size) : QByteArray();
    QString excerpt = decodeText(start, {}).simplified();
    excerpt.truncate(longestExcerpt);
    return excerpt;
}

RejectedRow rejected(QFile& file, const MailRange& range, const QString& column,
                     const QString& reason) {
    return {range.line, column, excerptOf(file, range), reason, {}};
}

QString noDateReason(const MailHeaders& headers) {
    const QString date = decodedHeader(headers.first("Date")).left(longestExcerpt);
    return date.isEmpty() ? QStringLiteral(
                                "The mail has no date: no Date header, and no Received header "
                                "that says when it came.")
                          : QStringLiteral(
                                "The mail's date \"%1\" is not usable (expected one such as "
                                "\"Fri, 1 Mar 2024 09:30:00 +0100\", from 1990 on), and no "
                                "Received header says when it came.")
                                .arg(date);
}

ImportedRecord recordOf(const MailHeaders& headers, const MailText& text, Instant at) {
    ImportedRecord record;
    record.kind = RecordKind::Message;
    record.fields.set(Field::At, at);
    record.fields.set(Field::Channel, QStringLiteral("email"));
    record.fields.set(Field::Subject, decodedHeader(headers.first("Subject")));
    record.fields.set(Field::Text, text.text);
    record.fields.set(Field::MessageId, messageIds(headers.first("Message-ID")).value(0));
    record.fields.set(Field::InReplyTo, messageIds(headers.first("In-Reply-To")).value(0));
    record.fields.set(Field::References, messageIds(headers.first("References")).join(u' '));
    record.fields.set(Field::Thread, decodedHeader(headers.first("X-GM-THRID")));
    record.fields.set(Field::AutomaticHeaders, automaticHeaders(headers));
    record.fields.set(Field::Attachments, text.attachments.join(u'\n'));
    record.parties = partiesOf(headers);
    return record;
}

// Whose mail came back is told as a party; which mail it was, as what this one answers.
void addReturned(const ReturnedMail& returned, ImportedRecord& record) {
    for (const QString& address : returned.unreached) {
        ImportedParty& party = record.parties.emplace_back();
        party.role = PartyRole::Unreached;
        party.keys.email = address;
    }
    if (!returned.unreached.isEmpty() && !returned.messageId.isEmpty())
        record.fields.set(Field::InReplyTo, returned.messageId);
}

}  // namespace

MailReading readOneMail(QFile& file, const MailRange& range, const QTimeZone& zone) {
    const ObjectHandle<GMimeStream> stream = openStream(file, range);
    if (!stream)
        return {rejected(file, range, {}, cannotBeRead), {}};
    const ObjectHandle<GMimeMessage> message = parse(stream.get());
    if (!message)
        return {rejected(file, range, {}, isNoMail), {}};
    const MailHeaders headers(message.get(), bodyCharset(message.get()));
    if (!range.inMbox && !isMail(headers))
        return {rejected(file, range, {}, isNoMail), {}};
    if (const MailStanding standing = standingOf(headers); standing != MailStanding::Contact)
        return {standing, {}};
    const auto at = sentAt(headers, range.arrivedAt, zone);
    if (!at)
        return {rejected(file, range, QStringLiteral("Date"), noDateReason(headers)), {}};
    const MailText text = textOf(message.get(), range.fromQuoted);
    ImportedRecord record = recordOf(headers, text, *at);
    addReturned(returnedMail(message.get(), headers, text.text), record);
    record.key = mailKey(headers, file, range.begin, range.end);
    record.line = range.line;
    QString warning;
    if (text.cut) {
        warning = QStringLiteral(
                      "The text of the mail \"%1\" is longer than %2 characters; what "
                      "follows is left out.")
                      .arg(record.key)
                      .arg(longestMailText);
    }
    return {std::move(record), warning};
}

}  // namespace goodfaith::importers
