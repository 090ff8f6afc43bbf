// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample_shop/mail.h"

#include "tests/sample_shop/calendar.h"

#include <algorithm>

namespace goodfaith::sample_shop {
namespace {

constexpr int longestLine = 76;

bool isAscii(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
}

QByteArray hex(char byte) {
    return QByteArray(1, byte).toHex().toUpper();
}

// RFC 2047, one encoded word for each word of the name, or one for all of it.
QByteArray encodedWord(const QString& text, Random& random) {
    const QByteArray utf8 = text.toUtf8();
    if (random.chance(500))
        return "=?UTF-8?B?" + utf8.toBase64() + "?=";
    QByteArray word = "=?utf-8?Q?";
    for (const char byte : utf8) {
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= 'a' && byte <= 'z');
        word += plain ? QByteArray(1, byte) : byte == ' ' ? QByteArray("_") : '=' + hex(byte);
    }
    return word + "?=";
}

QByteArray headerText(const QString& text, Random& random) {
    return isAscii(text) ? text.toLatin1() : encodedWord(text, random);
}

QByteArray addressText(const MailAddress& address, Random& random) {
    if (address.name.isEmpty())
        return address.email.toUtf8();
    const bool quote =
        isAscii(address.name) && (address.name.contains(u'\'') || random.chance(200));
    const QByteArray name =
        quote ? '"' + address.name.toLatin1() + '"' : headerText(address.name, random);
    return name + " <" + address.email.toUtf8() + '>';
}

QByteArray quotedPrintableLine(const QByteArray& line) {
    QByteArray out;
    qsizetype column = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const auto byte = static_cast<unsigned char>(line[i]);
        const bool lastSpace = byte == ' ' && i + 1 == line.size();
        const bool plain = byte >= 32 && byte < 127 && byte != '=' && !lastSpace;
        const QByteArray piece = plain ? QByteArray(1, line[i]) : '=' + hex(line[i]);
        if (column + piece.size() > longestLine - 1) {
            out += "=\n";
            column = 0;
        }
        out += piece;
        column += piece.size();
    }
    return out;
}

QByteArray quotedPrintable(const QByteArray& text) {
    QByteArray out;
    for (const QByteArray& line : text.split('\n'))
        out += quotedPrintableLine(line) + '\n';
    return out;
}

QByteArray base64Lines(const QByteArray& bytes) {
    const QByteArray encoded = bytes.toBase64();
    QByteArray out;
    for (qsizetype i = 0; i < encoded.size(); i += longestLine)
        out += encoded.mid(i, longestLine) + '\n';
    return out;
}

bool hasLongLines(const QString& text) {
    const QStringList lines = text.split(u'\n');
    return std::any_of(lines.begin(), lines.end(),
                       [](const QString& line) { return line.size() > 900; });
}

QByteArray textPart(const QString& text, const QByteArray& subtype, Random& random) {
    const QByteArray type = "Content-Type: text/" + subtype + "; charset=";
    const QString latin = QString::fromLatin1(text.toLatin1());
    if (isAscii(text) && !hasLongLines(text) && random.chance(700))
        return type + "us-ascii\nContent-Transfer-Encoding: 7bit\n\n" + text.toLatin1() + '\n';
    if (latin == text && random.chance(150))
        return type + "iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n" +
               quotedPrintable(text.toLatin1());
    if (random.chance(250))
        return type + "utf-8\nContent-Transfer-Encoding: base64\n\n" + base64Lines(text.toUtf8());
    if (!hasLongLines(text) && random.chance(200))
        return type + "utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text.toUtf8() + '\n';
    return type + "\"UTF-8\"\nContent-Transfer-Encoding: quoted-printable\n\n" +
           quotedPrintable(text.toUtf8());
}

// Paragraphs, line breaks, and quoted lines as a blockquote.
QString htmlOf(const QString& text) {
    QString html = QStringLiteral("<html><body><div dir=\"ltr\">");
    bool inQuote = false;
    for (const QString& line : text.split(u'\n')) {
        const bool isQuote = line.startsWith(u'>');
        if (isQuote != inQuote)
            html += isQuote ? u"<blockquote class=\"quote\">" : u"</blockquote>";
        inQuote = isQuote;
        html += (isQuote ? line.mid(1).trimmed() : line).toHtmlEscaped() + u"<br>\n";
    }
    return QString(html + (inQuote ? u"</blockquote>" : u"") + u"</div></body></html>\n");
}

QByteArray alternativePart(const Mail& mail, Random& random) {
    const QByteArray boundary = "alt_" + QByteArray::number(random.next(), 36);
    QByteArray out = "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\n\n--";
    out += boundary + '\n' + textPart(mail.text, "plain", random) + "\n--";
    out += boundary + '\n' + textPart(htmlOf(mail.text), "html", random) + "\n--";
    return out + boundary + "--\n";
}

QByteArray bodyPart(const Mail& mail, Random& random) {
    if (mail.htmlOnly)
        return textPart(htmlOf(mail.text), "html", random);
    return mail.html ? alternativePart(mail, random) : textPart(mail.text, "plain", random);
}

// A grey GIF of one pixel, the smallest picture there is.
QByteArray photoPart() {
    static const QByteArray pixel = QByteArray::fromHex(
        "47494638396101000100800000808080ffffff2c00000000010001000002024401003b");
    return "Content-Type: image/gif; name=\"IMG_2041.gif\"\n"
           "Content-Disposition: attachment; filename=\"IMG_2041.gif\"\n"
           "Content-Transfer-Encoding: base64\n\n" +
           base64Lines(pixel);
}

QByteArray content(const Mail& mail, Random& random) {
    if (!mail.photo)
        return bodyPart(mail, random);
    const QByteArray boundary = "mix_" + QByteArray::number(random.next(), 36);
    return "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n--" + boundary + '\n' +
           bodyPart(mail, random) + "\n--" + boundary + '\n' + photoPart() + "\n--" + boundary +
           "--\n";
}

}  // namespace

QByteArray toBytes(const Mail& mail, Random& random) {
    QByteArray out = "Date: " + mailDate(mail.at, mail.zoneMinutes).toLatin1() + '\n';
    out += "From: " + addressText(mail.from, random) + '\n';
    out += "To: " + addressText(mail.to, random) + '\n';
    out += "Subject: " + headerText(mail.subject, random) + '\n';
    out += "Message-ID: <" + mail.messageId.toLatin1() + ">\n";
    if (!mail.references.isEmpty()) {
        out += "In-Reply-To: <" + mail.references.last().toLatin1() + ">\n";
        out += "References: <" + mail.references.join(QStringLiteral(">\n <")).toLatin1() + ">\n";
    }
    for (const auto& [name, value] : mail.furtherHeaders)
        out += name + ": " + value + '\n';
    return out + "MIME-Version: 1.0\n" + content(mail, random);
}

}  // namespace goodfaith::sample_shop
