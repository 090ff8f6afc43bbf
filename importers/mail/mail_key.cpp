// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_key.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <array>

namespace goodfaith::importers {

namespace {

constexpr qsizetype longestKey = 500;
constexpr qint64 blockSize = 256 * 1024;

// What mailboxes and their programs add to a mail that lies in them.
bool isOfMailbox(const QByteArray& name) {
    static constexpr std::array prefixes = {"status",  "x-status",      "x-keywords", "x-uid",
                                            "x-gmail", "x-mozilla",     "x-gm-",      "x-imap",
                                            "lines",   "content-length"};
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [lower = name.toLower()](const char* p) { return lower.startsWith(p); });
}

// Feeds a body without carriage returns, and without the line ends it closes with.
class BodyHash {
public:
    explicit BodyHash(QCryptographicHash& hash) : hash_(hash) {}

    void add(QByteArray bytes) {
        bytes.replace('\r', "");
        const auto lastOther =
            std::find_if(bytes.rbegin(), bytes.rend(), [](char c) { return c != '\n'; });
        const qsizetype kept = std::distance(lastOther, bytes.rend());
        if (kept > 0) {
            for (; pendingLineEnds_ > 0; --pendingLineEnds_)
                hash_.addData(QByteArrayView("\n", 1));
            hash_.addData(QByteArrayView(bytes).first(kept));
        }
        pendingLineEnds_ += bytes.size() - kept;
    }

private:
    QCryptographicHash& hash_;
    qint64 pendingLineEnds_ = 0;
};

qint64 bodyOffset(QFile& file, qint64 begin, qint64 end) {
    if (!file.seek(begin))
        return end;
    const QByteArray start = file.read(std::min(blockSize * 4, end - begin));
    const qsizetype unixEnd = start.indexOf("\n\n");
    const qsizetype dosEnd = start.indexOf("\n\r\n");
    if (unixEnd < 0 && dosEnd < 0)
        return end;
    return dosEnd < 0 || (unixEnd >= 0 && unixEnd < dosEnd) ? begin + unixEnd + 2
                                                            : begin + dosEnd + 3;
}

}  // namespace

QString mailKey(const MailHeaders& headers, QFile& file, qint64 begin, qint64 end) {
    const QStringList ids = messageIds(headers.first("Message-ID"));
    if (!ids.isEmpty() && ids.front().size() <= longestKey)
        return ids.front();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const MailHeaders::Line& line : headers.lines()) {
        if (!isOfMailbox(line.name))
            hash.addData(QByteArray(line.name.toLower() + ':' + line.value.simplified() + '\n'));
    }
    BodyHash body(hash);
    qint64 at = bodyOffset(file, begin, end);
    while (at < end && file.seek(at)) {
        const QByteArray block = file.read(std::min(blockSize, end - at));
        if (block.isEmpty())
            break;
        body.add(block);
        at += block.size();
    }
    return u"sha256:" % QString::fromLatin1(hash.result().toHex());
}

}  // namespace goodfaith::importers
