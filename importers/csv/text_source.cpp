// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/text_source.h"

#include "models/domain/failure.h"

#include <string_view>

namespace goodfaith::importers {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

bool isUtf8(const QByteArray& charset) {
    return charset.compare("UTF-8", Qt::CaseInsensitive) == 0 ||
           charset.compare("UTF8", Qt::CaseInsensitive) == 0;
}

}  // namespace

TextSource::TextSource(QIODevice& device, const QByteArray& charset) : device_(device) {
    if (isUtf8(charset))
        return;
    begun_ = true;
    decoder_.emplace(charset.constData());
    if (!decoder_->isValid())
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("The character set “%1” is not known. Use a name such as "
                                     "UTF-8, UTF-16LE or Windows-1252.")
                          .arg(QString::fromLatin1(charset)));
}

bool TextSource::appendTo(std::string& text, qint64 bytes) {
    if (chunk_.size() < bytes)
        chunk_.resize(bytes);
    const qint64 count = device_.read(chunk_.data(), bytes);
    if (count < 0)
        throw Failure(FailureKind::Unreadable, QStringLiteral("Reading stopped after %1 bytes: %2.")
                                                   .arg(bytesRead_)
                                                   .arg(device_.errorString()));
    bytesRead_ += count;
    const auto read = QByteArrayView(chunk_.constData(), count);
    if (!decoder_) {
        appendUtf8(text, read, count == 0);
        return count > 0;
    }
    QString decoded = half_ + QString(decoder_->decode(read));
    half_.clear();
    // A character of two halves may lie over the edge.
    if (count > 0 && !decoded.isEmpty() && decoded.back().isHighSurrogate()) {
        half_ = decoded.back();
        decoded.chop(1);
    }
    const QByteArray utf8 = decoded.toUtf8();
    text.append(utf8.constData(), static_cast<size_t>(utf8.size()));
    return count > 0;
}

void TextSource::appendUtf8(std::string& text, QByteArrayView bytes, bool atEnd) {
    if (begun_) {
        text.append(bytes.data(), static_cast<size_t>(bytes.size()));
        return;
    }
    beginning_.append(bytes.data(), static_cast<size_t>(bytes.size()));
    if (beginning_.size() < byteOrderMark.size() && !atEnd)
        return;
    const bool marked = beginning_.compare(0, byteOrderMark.size(), byteOrderMark) == 0;
    text.append(beginning_, marked ? byteOrderMark.size() : 0);
    beginning_.clear();
    begun_ = true;
}

}  // namespace goodfaith::importers
