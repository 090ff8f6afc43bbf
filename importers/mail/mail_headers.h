// SPDX-License-Identifier: GPL-3.0-or-later
// The header of one mail and what is read from it: times, ids, people, the marks of automatic
// mail. Values are unfolded and in UTF-8 (8-bit headers guessed), encoded words not yet decoded.
#pragma once

#include "models/domain/record.h"

#include <QByteArray>
#include <QStringList>
#include <QTimeZone>

#include <optional>
#include <vector>

typedef struct _GMimeObject GMimeObject;
typedef struct _GMimeMessage GMimeMessage;

namespace goodfaith::importers {

class MailHeaders {
public:
    struct Line {
        QByteArray name;
        QByteArray value;
    };

    MailHeaders() = default;
    // `charset`: what 8-bit headers may be in when they are no UTF-8; may be empty.
    MailHeaders(GMimeMessage* message, const QByteArray& charset);

    const std::vector<Line>& lines() const { return lines_; }
    bool has(const char* name) const;
    QByteArray first(const char* name) const;  // "" where there is none
    std::vector<QByteArray> all(const char* name) const;

private:
    void add(GMimeObject* part, const QByteArray& charset);

    std::vector<Line> lines_;
};

// RFC 2047 encoded words decoded, one line, no control characters.
QString decodedHeader(const QByteArray& value);

// A mail's date in any of the usual shapes; `zone` is for one without an offset. Nothing for what
// is no date and for years outside 1990 to 2100.
std::optional<Instant> parseMailDate(const QByteArray& text, const QTimeZone& zone);

// "From a@b.example Fri Feb 22 17:06:23 2008": when an mbox says that its next mail came.
std::optional<Instant> mboxMarkerDate(const QByteArray& marker);

// When the mail was sent: its Date where plausible, else when it was received or, at last, when
// the mailbox says it arrived.
std::optional<Instant> sentAt(const MailHeaders& headers, std::optional<Instant> arrivedAt,
                              const QTimeZone& zone);

// "<a@b> <c@d>" → a@b, c@d; words without brackets count only where there are no others.
QStringList messageIds(const QByteArray& value);

// The sender (From, else Sender) and every To and Cc address once, at most fifty in all.
std::vector<ImportedParty> partiesOf(const MailHeaders& headers);

// The headers that tell automatic from written mail, "Name: value" a line.
QString automaticHeaders(const MailHeaders& headers);

}  // namespace goodfaith::importers
