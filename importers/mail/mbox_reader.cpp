// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mbox_reader.h"

#include "importers/mail/mail_headers.h"
#include "importers/mail/mail_signs.h"

#include <QFile>

#include <algorithm>

namespace goodfaith::importers {

namespace {

constexpr qint64 lookAhead = 1024;
constexpr qint64 blockSize = 64 * 1024;
constexpr int mostWrongLengths = 8;

qint64 contentLengthIn(QByteArrayView line) {
    constexpr QByteArrayView name = "content-length:";
    if (line.size() > 80 || line.size() <= name.size() ||
        line.first(name.size()).compare(name, Qt::CaseInsensitive) != 0)
        return -1;
    bool isNumber = false;
    const qint64 length = line.sliced(name.size()).toByteArray().trimmed().toLongLong(&isNumber);
    return isNumber && length >= 0 ? length : -1;
}

}  // namespace

MboxReader::MboxReader(QFile& file) : file_(file), size_(file.size()), lines_(file) {}

QByteArray MboxReader::bytesAt(qint64 offset, qint64 count) {
    return file_.seek(offset) ? file_.read(count) : QByteArray();
}

// Some writers leave the blank line before a marker out, some the date; and a writer's own text may
// have lines that begin with "From ". What a line lacks, the header after it must make up for.
bool MboxReader::isMarker(const FileLine& line, bool afterBlankLine) {
    const MarkerForm form = line.continues ? MarkerForm::None : markerForm(line.text);
    if (form == MarkerForm::None || (form == MarkerForm::Prose && !afterBlankLine))
        return false;
    if (form == MarkerForm::Dated && afterBlankLine)
        return true;
    const QByteArray following = bytesAt(line.end(), lookAhead);
    return form == MarkerForm::Dated ? beginsWithHeader(following)
                                     : beginsWithKnownHeader(following);
}

void MboxReader::startMail(const FileLine& marker) {
    MailRange mail;
    mail.begin = marker.end();
    mail.end = size_;
    mail.line = marker.number;
    mail.arrivedAt = mboxMarkerDate(marker.text.toByteArray());
    mail.inMbox = mail.fromQuoted = true;
    started_ = mail;
}

bool MboxReader::findFirstMail() {
    bool afterBlankLine = true;
    while (auto line = lines_.next()) {
        if (line->offset == 0 && line->text.startsWith("\xEF\xBB\xBF")) {
            line->text = line->text.sliced(3);
            line->offset = 3;
        }
        if (isMarker(*line, afterBlankLine)) {
            startMail(*line);
            return true;
        }
        afterBlankLine = line->isBlank();
    }
    return false;
}

// Whether a body follows; a mail may also end with its header.
bool MboxReader::readHeader() {
    contentLength_ = -1;
    while (const auto line = lines_.next()) {
        if (isMarker(*line, false)) {
            mail_.end = line->offset;
            startMail(*line);
            return false;
        }
        if (line->isBlank()) {
            bodyOffset_ = line->end();
            dosLines_ = line->text.size() == 2;
            return true;
        }
        contentLength_ = std::max(contentLength_, contentLengthIn(line->text));
    }
    return false;
}

// The end of a body is where the next mail or the file's end follows, after at most two line ends.
std::optional<MboxReader::BodyEnd> MboxReader::bodyEndAt(qint64 offset) {
    if (offset < bodyOffset_ || offset > size_)
        return std::nullopt;
    const QByteArray around = bytesAt(offset - 1, lookAhead);
    bool atLineStart = around.startsWith('\n');
    qsizetype at = 1;
    for (int lineEnds = 0; lineEnds < 2 && at < around.size(); ++lineEnds) {
        const qsizetype length = around.mid(at, 2) == "\r\n" ? 2 : around[at] == '\n' ? 1 : 0;
        at += length;
        atLineStart = atLineStart || length > 0;
    }
    const qint64 next = offset - 1 + at;
    if (next >= size_)
        return BodyEnd{offset, size_};
    const qsizetype lineEnd = around.indexOf('\n', at);
    const FileLine line{
        QByteArrayView(around).sliced(at, (lineEnd < 0 ? around.size() : lineEnd + 1) - at), next};
    if (!atLineStart || !isMarker(line, true))
        return std::nullopt;
    return BodyEnd{offset, next};
}

// Where `count` bytes of the body end if its carriage returns do not count: lengths are often
// older than the file's line ends.
qint64 MboxReader::afterUnixBytes(qint64 count) {
    qint64 at = bodyOffset_;
    while (count > 0 && at < size_) {
        const QByteArray block = bytesAt(at, blockSize);
        if (block.isEmpty())
            break;
        for (const char byte : block) {
            if (count == 0)
                break;
            ++at;
            if (byte != '\r')
                --count;
        }
    }
    return at;
}

std::optional<MboxReader::BodyEnd> MboxReader::endByLength(qint64 length) {
    if (length < 0 || length > size_ || wrongLengths_ >= mostWrongLengths)
        return std::nullopt;
    auto end = bodyEndAt(bodyOffset_ + length);
    if (!end && dosLines_)
        end = bodyEndAt(afterUnixBytes(length));
    if (!end)
        ++wrongLengths_;
    return end;
}

void MboxReader::readBody() {
    // A length that a sender wrote into one mail must not swallow the mails after it: lengths count
    // only in a file that has them from its first mail on.
    if (!usesContentLength_)
        usesContentLength_ = contentLength_ >= 0;
    std::optional<BodyEnd> known;
    if (*usesContentLength_)
        known = endByLength(contentLength_);
    if (known) {
        mail_.fromQuoted = false;
        mail_.end = known->end;
        lines_.skipTo(known->nextMarker);
    }
    bool afterBlankLine = true;
    qint64 blankLineOffset = bodyOffset_;
    while (const auto line = lines_.next()) {
        if (isMarker(*line, afterBlankLine)) {
            if (!known)
                mail_.end = afterBlankLine ? blankLineOffset : line->offset;
            startMail(*line);
            return;
        }
        afterBlankLine = line->isBlank();
        blankLineOffset = line->offset;
    }
}

std::optional<MailRange> MboxReader::next() {
    if (!started_ && !findFirstMail())
        return std::nullopt;
    mail_ = *started_;
    started_.reset();
    if (readHeader())
        readBody();
    return mail_;
}

}  // namespace goodfaith::importers
