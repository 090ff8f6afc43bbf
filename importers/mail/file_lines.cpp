// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/file_lines.h"

#include <QFile>

#include <algorithm>

namespace goodfaith::importers {

namespace {

constexpr qsizetype blockSize = 256 * 1024;

}  // namespace

bool FileLines::fill() {
    block_.remove(0, used_);
    blockOffset_ += used_;
    used_ = 0;
    // Others read from the same file.
    if (!file_.seek(blockOffset_ + block_.size()))
        return false;
    const QByteArray more = file_.read(blockSize);
    block_ += more;
    return !more.isEmpty();
}

std::optional<FileLine> FileLines::next() {
    for (;;) {
        const QByteArrayView rest = QByteArrayView(block_).sliced(used_);
        const qsizetype lineEnd = rest.indexOf('\n');
        const bool tooLong = lineEnd < 0 && rest.size() >= blockSize;
        if (lineEnd < 0 && !tooLong && fill())
            continue;
        const QByteArrayView text = lineEnd < 0 ? rest : rest.first(lineEnd + 1);
        if (text.isEmpty())
            return std::nullopt;
        if (!withinLine_)
            ++number_;
        const FileLine line{text, blockOffset_ + used_, number_, withinLine_};
        used_ += text.size();
        withinLine_ = lineEnd < 0;
        return line;
    }
}

void FileLines::skipTo(qint64 offset) {
    while (blockOffset_ + used_ < offset) {
        const qint64 wanted = offset - blockOffset_ - used_;
        const QByteArrayView rest = QByteArrayView(block_).sliced(used_);
        const QByteArrayView skipped = rest.first(std::min<qint64>(rest.size(), wanted));
        number_ += std::count(skipped.begin(), skipped.end(), '\n');
        used_ += skipped.size();
        if (used_ == block_.size() && !fill())
            break;
    }
    withinLine_ = false;
}

}  // namespace goodfaith::importers
