// SPDX-License-Identifier: GPL-3.0-or-later
// One e-mail and how it is put into bytes: encoded words, transfer encodings, HTML beside the text,
// attachments, as varied as real mail is.
#pragma once

#include "models/domain/instant.h"
#include "tests/sample_shop/random.h"

#include <QStringList>

#include <utility>

namespace goodfaith::sample_shop {

struct MailAddress {
    QString name;
    QString email;
};

struct Mail {
    MailAddress from;
    MailAddress to;
    QString subject;
    QString text;
    Instant at;
    int zoneMinutes = 0;     // of the Date header
    QString messageId;       // without angle brackets
    QStringList references;  // oldest first; the last one is replied to
    bool html = false;       // beside the text
    bool htmlOnly = false;   // without it
    bool photo = false;      // with a small picture attached
    std::vector<std::pair<QByteArray, QByteArray>> furtherHeaders;
};

// The whole message, lines ending in LF.
QByteArray toBytes(const Mail& mail, Random& random);

}  // namespace goodfaith::sample_shop
