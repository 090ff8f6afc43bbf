// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a device as UTF-8, in chunks. UTF-8 itself passes through untouched (broken sequences
// included, so that nothing is lost); every other charset is converted. A byte order mark is
// dropped.
#pragma once

#include <QIODevice>
#include <QStringDecoder>

#include <optional>
#include <string>
#include <string_view>

namespace goodfaith::importers {

class TextSource {
public:
    // Leaves so many bytes at the end unread. Throws Failure (WrongUse) when the charset is not
    // known.
    TextSource(QIODevice& device, const QByteArray& charset, qint64 leavesBytes = 0);

    // Appends what the next `bytes` bytes of the device hold; false at the end.
    // Throws Failure (Unreadable) when the device cannot be read on, or ends before the size that
    // it had at first: half a file never passes for a whole one.
    bool appendTo(std::string& text, qint64 bytes);
    qint64 bytesRead() const { return bytesRead_; }
    qint64 markBytes() const { return markBytes_; }  // of the byte order mark
    // How many bytes of the device this text was; near it where that had broken characters.
    qint64 sizeInDevice(std::string_view text) const;

private:
    QIODevice& device_;
    std::optional<QStringDecoder> decoder_;  // none for UTF-8
    QString half_;                           // of a character beyond 16 bits
    QByteArray chunk_;
    qint64 bytesRead_ = 0;
    qint64 bytesExpected_ = 0;
    bool isBounded_ = false;  // by the bytes expected
    qint64 markBytes_ = 0;
    QByteArray charset_;
    std::string beginning_;  // until it is clear whether there is a byte order mark
    bool begun_ = false;

    qint64 read(qint64 wanted);
    void appendUtf8(std::string& text, QByteArrayView bytes, bool atEnd);
};

}  // namespace goodfaith::importers
