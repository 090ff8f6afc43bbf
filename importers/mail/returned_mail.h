// SPDX-License-Identifier: GPL-3.0-or-later
// What a mail that came back undelivered says: whom it did not reach, and which mail it was.
#pragma once

#include <QString>
#include <QStringList>

typedef struct _GMimeMessage GMimeMessage;

namespace goodfaith::importers {

class MailHeaders;

struct ReturnedMail {
    QStringList unreached;  // addresses as they were written to, each once
    QString messageId;      // of the mail that came back; "" where it is not said, or was sent in
                            // bulk
};

// Nothing of what is no report of a failure: other mail, and reports of delays and deliveries.
// `text`: the mail's own.
ReturnedMail returnedMail(GMimeMessage* message, const MailHeaders& headers, const QString& text);

}  // namespace goodfaith::importers
