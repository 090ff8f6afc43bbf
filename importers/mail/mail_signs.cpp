// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_signs.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <array>

namespace goodfaith::importers {

namespace {

constexpr qsizetype longestName = 76;
constexpr int headersThatTell = 2;

// Empty when the line is no header.
QByteArrayView headerName(QByteArrayView line) {
    qsizetype length = 0;
    while (length < line.size() && length <= longestName && line[length] > ' ' &&
           line[length] < 0x7F && line[length] != ':')
        ++length;
    const bool isHeader = length > 0 && length < line.size() && line[length] == ':';
    return isHeader ? line.first(length) : QByteArrayView();
}

bool isKnownName(QByteArrayView view) {
    static constexpr std::array names = {"from",
                                         "to",
                                         "cc",
                                         "bcc",
                                         "subject",
                                         "date",
                                         "received",
                                         "return-path",
                                         "message-id",
                                         "mime-version",
                                         "reply-to",
                                         "sender",
                                         "in-reply-to",
                                         "references",
                                         "delivered-to",
                                         "envelope-to",
                                         "status",
                                         "organization",
                                         "user-agent",
                                         "dkim-signature",
                                         "delivery-date",
                                         "importance",
                                         "precedence",
                                         "auto-submitted",
                                         "thread-index",
                                         "thread-topic",
                                         "lines",
                                         "comments",
                                         "authentication-results",
                                         "newsgroups"};
    static constexpr std::array prefixes = {"x-",    "content-", "resent-",
                                            "list-", "arc-",     "received-"};
    const QByteArray name = view.toByteArray().toLower();
    return std::find(names.begin(), names.end(), name) != names.end() ||
           std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const char* prefix) { return name.startsWith(prefix); });
}

QByteArrayView takeLine(QByteArrayView& text) {
    const qsizetype lineEnd = text.indexOf('\n');
    const qsizetype length = lineEnd < 0 ? text.size() : lineEnd + 1;
    const QByteArrayView line = text.first(length);
    text = text.sliced(length);
    return line;
}

QByteArrayView withoutLeadingBlanks(QByteArrayView text) {
    if (text.startsWith("\xEF\xBB\xBF"))
        text = text.sliced(3);
    while (!text.isEmpty() && (text.front() == '\n' || text.front() == '\r'))
        text = text.sliced(1);
    return text;
}

}  // namespace

bool beginsWithHeader(QByteArrayView text) {
    return !headerName(text).isEmpty();
}

bool beginsWithKnownHeader(QByteArrayView text) {
    return isKnownName(headerName(text));
}

MarkerForm markerForm(QByteArrayView line) {
    static const QRegularExpression dated(QStringLiteral(
        "^From .*\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +"
        "(\\d{1,2} +)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +.*\\d{1,2}:\\d\\d"));
    static const QRegularExpression formal(QStringLiteral("^From +(-|\\S+@\\S+)?\\s*$"));
    if (!line.startsWith("From "))
        return MarkerForm::None;
    const QString text = QString::fromLatin1(line.first(std::min<qsizetype>(line.size(), 500)));
    if (dated.match(text).hasMatch())
        return MarkerForm::Dated;
    return formal.match(text).hasMatch() ? MarkerForm::Formal : MarkerForm::Prose;
}

bool beginsLikeMbox(QByteArrayView start) {
    start = withoutLeadingBlanks(start);
    if (!start.startsWith("From "))
        return false;
    const QByteArrayView marker = takeLine(start);
    return markerForm(marker) == MarkerForm::Dated || beginsWithKnownHeader(start);
}

// One header line alone may be prose ("Note: …"); two, one of them a mail's, are not.
bool beginsLikeMail(QByteArrayView start) {
    start = withoutLeadingBlanks(start);
    int headers = 0;
    bool known = false;
    while (!start.isEmpty()) {
        const QByteArrayView line = takeLine(start);
        const bool continues = headers > 0 && (line.front() == ' ' || line.front() == '\t');
        if (continues)
            continue;
        const QByteArrayView name = headerName(line);
        if (name.isEmpty())
            break;
        ++headers;
        known = known || isKnownName(name);
    }
    return headers >= headersThatTell && known;
}

}  // namespace goodfaith::importers
