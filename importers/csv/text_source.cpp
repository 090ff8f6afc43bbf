// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/text_source.h"

#include "models/domain/failure.h"

#include <QFileDevice>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace goodfaith::importers {
namespace {

constexpr qint64 leastChunk = 4096;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr auto byteOrderMarks = std::to_array<std::pair<std::string_view, QByteArrayView>>({
    {"UTF-8", "\xEF\xBB\xBF"},
    {"UTF-16LE", "\xFF\xFE"},
    {"UTF-16BE", "\xFE\xFF"},
    {"UTF-32LE", QByteArrayView("\xFF\xFE\0\0", 4)},
    {"UTF-32BE", QByteArrayView("\0\0\xFE\xFF", 4)},
});

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

TextSource::TextSource(QIODevice& device, const QByteArray& charset, qint64 leavesBytes)
    : device_(device), charset_(charset.toUpper()) {
    if (!device.isSequential()) {
        bytesExpected_ = std::max<qint64>(0, device.size() - device.pos() - leavesBytes);
        isBounded_ = leavesBytes > 0;
    }
    const QByteArray beginning = device.peek(4);
    for (const auto& [name, mark] : byteOrderMarks) {
        // "UTF-16" alone is either of the two.
        if (name.starts_with(charset_.toStdString()) && beginning.startsWith(mark))
            markBytes_ = mark.size();
    }
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

qint64 TextSource::read(qint64 wanted) {
    // Small files need no large buffer; one that grows while it is read is read on.
    const qint64 remaining = bytesExpected_ - bytesRead_;
    const qint64 most = isBounded_ ? remaining : std::max(remaining, leastChunk);
    const qint64 bytes = device_.isSequential() ? wanted : std::min(wanted, most);
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

qint64 TextSource::sizeInDevice(std::string_view text) const {
    if (!decoder_)
        return static_cast<qint64>(text.size());
    qint64 characters = 0;
    qint64 beyondPlane = 0;
    for (const char c : text) {
        characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
        beyondPlane += static_cast<unsigned char>(c) >= 0xF0 ? 1 : 0;
    }
    if (charset_.startsWith("UTF-16"))
        return 2 * (characters + beyondPlane);
    if (charset_.startsWith("UTF-32"))
        return 4 * characters;
    if (charset_.startsWith("WINDOWS-") || charset_.startsWith("ISO-8859"))
        return characters;
    QStringEncoder encoder(charset_.constData());
    const QByteArray encoded =
        encoder.encode(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    return encoded.size();
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
