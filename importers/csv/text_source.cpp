// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/text_source.h"

#include "models/domain/failure.h"

#include <QFileDevice>

#include <algorithm>
#include <string_view>

namespace goodfaith::importers {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

QString nameOf(const QIODevice& device) {
    const auto* file = qobject_cast<const QFileDevice*>(&device);
    return file == nullptr ? QStringLiteral("The input")
                           : QStringLiteral("“%1”").arg(file->fileName());
}

bool isUtf8(const QByteArray& charset) {
    return charset.compare("UTF-8", Qt::CaseInsensitive) == 0 ||
           charset.compare("UTF8", Qt::CaseInsensitive) == 0;
}

}  // namespace

TextSource::TextSource(QIODevice& device, const QByteArray& charset)
    : device_(device), bytesExpected_(device.isSequential() ? 0 : device.size() - device.pos()) {
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

qint64 TextSource::read(qint64 bytes) {
    if (chunk_.size() < bytes)
        chunk_.resize(bytes);
    const qint64 count = device_.read(chunk_.data(), bytes);
    // Sequential devices (pipes) end with -1.
    if (count < 0 && !(device_.isSequential() && device_.atEnd()))
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("%1 could not be read on after byte %2: %3.")
                          .arg(nameOf(device_))
                          .arg(bytesRead_)
                          .arg(device_.errorString()));
    bytesRead_ += std::max<qint64>(count, 0);
    if (count <= 0 && bytesRead_ < bytesExpected_)
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("%1 ended after %2 of its %3 bytes: it was cut short while it "
                                     "was read.")
                          .arg(nameOf(device_))
                          .arg(bytesRead_)
                          .arg(bytesExpected_));
    return std::max<qint64>(count, 0);
}

bool TextSource::appendTo(std::string& text, qint64 bytes) {
    const qint64 count = read(bytes);
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
