// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_part.h"

#include "importers/mail/html_text.h"
#include "importers/mail/mail_headers.h"
#include "importers/mail/plain_text.h"
#include "importers/mail/text_charset.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace goodfaith::importers {

namespace {

// Text beyond these is far over what is kept, whatever the charset.
constexpr qsizetype mostPlainBytes = 1024 * 1024;
constexpr qsizetype mostHtmlBytes = 4 * 1024 * 1024;

// A stream that gives the part's bytes decoded; null when the part has no content.
ObjectHandle<GMimeStream> decodedStream(GMimePart* part) {
    GMimeDataWrapper* const content = g_mime_part_get_content(part);
    GMimeStream* const encoded = content ? g_mime_data_wrapper_get_stream(content) : nullptr;
    if (!encoded)
        return nullptr;
    g_mime_stream_reset(encoded);
    ObjectHandle<GMimeStream> decoded(g_mime_stream_filter_new(encoded));
    const GMimeContentEncoding encoding = g_mime_data_wrapper_get_encoding(content);
    if (encoding != GMIME_CONTENT_ENCODING_DEFAULT && encoding != GMIME_CONTENT_ENCODING_BINARY) {
        const ObjectHandle<GMimeFilter> filter(g_mime_filter_basic_new(encoding, FALSE));
        g_mime_stream_filter_add(GMIME_STREAM_FILTER(decoded.get()), filter.get());
    }
    return decoded;
}

QByteArray charsetInHtml(const QByteArray& html) {
    static const QRegularExpression charset(
        QStringLiteral("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]+)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = charset.match(QString::fromLatin1(html.left(4096)));
    const QByteArray name = match.captured(1).toLatin1();
    // What can be read in bytes is not UTF-16, whatever it says.
    return name.toLower().startsWith("utf-16") ? QByteArray() : name;
}

bool looksLikeHtml(const QString& text) {
    const QString start = text.left(200).trimmed().toLower();
    return start.startsWith(u"<html") || start.startsWith(u"<!doctype html");
}

}  // namespace

QByteArray mediaType(GMimeObject* part) {
    GMimeContentType* const type = g_mime_object_get_content_type(part);
    return type ? takeText(g_mime_content_type_get_mime_type(type)).toLower() : QByteArray();
}

QByteArray parameter(GMimeObject* part, const char* name) {
    return QByteArray(g_mime_object_get_content_type_parameter(part, name));
}

bool isAttachment(GMimeObject* part) {
    const char* const disposition = g_mime_object_get_disposition(part);
    return disposition && QByteArray(disposition).trimmed().toLower() == "attachment";
}

QString fileNameOf(GMimePart* part) {
    return decodedHeader(QByteArray(g_mime_part_get_filename(part)));
}

QByteArray contentOf(GMimePart* part, qsizetype most) {
    const ObjectHandle<GMimeStream> stream = decodedStream(part);
    QByteArray bytes;
    std::array<char, 16 * 1024> buffer;
    while (stream && bytes.size() < most) {
        const ssize_t count = g_mime_stream_read(stream.get(), buffer.data(), buffer.size());
        if (count <= 0)
            break;
        bytes.append(buffer.data(), std::min<qsizetype>(count, most - bytes.size()));
    }
    return bytes;
}

qint64 decodedSizeOf(GMimePart* part) {
    const ObjectHandle<GMimeStream> stream = decodedStream(part);
    std::array<char, 64 * 1024> buffer;
    qint64 size = 0;
    while (stream) {
        const ssize_t count = g_mime_stream_read(stream.get(), buffer.data(), buffer.size());
        if (count <= 0)
            break;
        size += count;
    }
    return size;
}

QString readableText(GMimePart* part, bool fromQuoted) {
    GMimeObject* const object = GMIME_OBJECT(part);
    const QByteArray type = mediaType(object);
    const bool html = type == "text/html" || type == "text/xhtml";
    const QByteArray bytes = contentOf(part, html ? mostHtmlBytes : mostPlainBytes);
    QByteArray charset = parameter(object, "charset");
    if (charset.isEmpty() && html)
        charset = charsetInHtml(bytes);
    QString text = decodeText(bytes, charset);
    if (html || looksLikeHtml(text))
        return htmlToText(text);
    if (type == "text/enriched" || type == "text/richtext")
        return htmlToText(text.replace(u'\n', QStringLiteral("<br>")));
    const bool readable = g_mime_part_get_content_encoding(part) != GMIME_CONTENT_ENCODING_BASE64;
    if (fromQuoted && readable)
        text = withoutFromQuoting(text);
    if (parameter(object, "format").toLower() == "flowed")
        text = unfoldFlowed(text, parameter(object, "delsp").toLower() == "yes");
    return tidyText(withoutArmour(text));
}

}  // namespace goodfaith::importers
