// SPDX-License-Identifier: GPL-3.0-or-later
// Where the mails of an mbox lie: mboxo, mboxrd, mboxcl and mboxcl2 (Content-Length, "From " lines
// in bodies as they are), Gmail Takeout's. Streams the file once and holds a block of it.
#pragma once

#include "importers/mail/file_lines.h"
#include "importers/mail/mail_reader.h"

namespace goodfaith::importers {

class MboxReader {
public:
    explicit MboxReader(QFile& file);
    // The next mail; nothing at the file's end.
    std::optional<MailRange> next();

private:
    struct BodyEnd {
        qint64 end = 0;         // of the body
        qint64 nextMarker = 0;  // where the next mail's marker or the file's end is
    };

    bool isMarker(const FileLine& line, bool afterBlankLine);
    void startMail(const FileLine& marker);
    bool findFirstMail();
    bool readHeader();
    std::optional<BodyEnd> endByLength(qint64 length);
    std::optional<BodyEnd> bodyEndAt(qint64 offset);
    qint64 afterUnixBytes(qint64 count);
    void readBody();
    QByteArray bytesAt(qint64 offset, qint64 count);

    QFile& file_;
    qint64 size_ = 0;
    FileLines lines_;
    std::optional<MailRange> started_;  // the mail whose marker was read last
    MailRange mail_;                    // the one being read
    qint64 bodyOffset_ = 0;
    qint64 contentLength_ = -1;
    bool dosLines_ = false;
    std::optional<bool> usesContentLength_;  // as the first mail has it
    int wrongLengths_ = 0;
};

}  // namespace goodfaith::importers
