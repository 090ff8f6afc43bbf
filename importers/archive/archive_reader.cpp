// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/archive/archive_reader.h"

#include "importers/mail/text_charset.h"
#include "models/domain/failure.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <clocale>

namespace goodfaith::importers {

namespace {

constexpr size_t blockSize = 64 * 1024;
constexpr qsizetype longestName = 1000;
// Texts pack to a tenth, hardly ever to less than a fiftieth.
constexpr qint64 unpackedAnyway = 64LL * 1024 * 1024;
constexpr qint64 mostTimesPacked = 200;

constexpr QLatin1String isBomb(
    "The archive unpacks to more than 200 times its size, as no export does. If you trust it, "
    "unpack it and import the files.");

// Within its life names of entries are read as UTF-8 whatever the locale: cron has none.
class Utf8Locale {
public:
    Utf8Locale() : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (utf8_ != nullptr)
            before_ = uselocale(utf8_);
    }
    ~Utf8Locale() {
        if (utf8_ == nullptr)
            return;
        uselocale(before_);
        freelocale(utf8_);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t utf8_;
    locale_t before_ = nullptr;
};

QString sentenceOf(struct archive* reader) {
    const char* const said = archive_error_string(reader);
    const QString why = QString::fromUtf8(said).simplified();
    if (why.contains(u"passphrase", Qt::CaseInsensitive) ||
        why.contains(u"encrypt", Qt::CaseInsensitive))
        return QStringLiteral(
            "It is protected with a password: unpack it and import the files within.");
    return QStringLiteral("The archive is damaged: what follows is missing") +
           (why.isEmpty() ? QStringLiteral(".") : QStringLiteral(" (%1).").arg(why));
}

// The parts of a path that name something: what leads out of a folder does not.
QString safeName(const QString& name) {
    QString text = name;
    text.replace(u'\\', u'/');
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    text.truncate(longestName);
    QStringList parts = text.split(u'/', Qt::SkipEmptyParts);
    parts.removeAll(QStringLiteral("."));
    parts.removeAll(QStringLiteral(".."));
    return parts.join(u'/');
}

}  // namespace

bool beginsLikeArchive(QByteArrayView start) {
    using namespace std::string_view_literals;
    static constexpr std::array signs = {"PK\3\4"sv,
                                         "PK\5\6"sv,
                                         "PK\7\10"sv,
                                         "\x1f\x8b\x08"sv,
                                         "BZh"sv,
                                         "\xfd"
                                         "7zXZ\0"sv,
                                         "7z\xbc\xaf\x27\x1c"sv,
                                         "\x28\xb5\x2f\xfd"sv};
    const std::string_view bytes(start.data(), static_cast<size_t>(start.size()));
    constexpr size_t tarSign = 257;
    return std::any_of(
               signs.begin(), signs.end(),
               [&](std::string_view sign) { return bytes.substr(0, sign.size()) == sign; }) ||
           (bytes.size() > tarSign + 5 && bytes.substr(tarSign, 5) == "ustar"sv);
}

bool isArchive(const QString& path) {
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) &&
           beginsLikeArchive(file.read(512));
}

void ArchiveReader::Close::operator()(struct archive* reader) const {
    archive_read_free(reader);
}

ArchiveReader::ArchiveReader(const QString& path, int mostEntries)
    : path_(path),
      archive_(archive_read_new()),
      packed_(QFileInfo(path).size()),
      mostEntries_(mostEntries) {
    struct archive* const reader = archive_.get();
    for (const auto support : {archive_read_support_format_zip, archive_read_support_format_7zip,
                               archive_read_support_format_tar, archive_read_support_format_raw,
                               archive_read_support_filter_gzip, archive_read_support_filter_bzip2,
                               archive_read_support_filter_xz, archive_read_support_filter_zstd})
        support(reader);
    if (archive_read_open_filename(reader, QFile::encodeName(path).constData(), blockSize) <
        ARCHIVE_WARN)
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("%1 cannot be opened. %2").arg(path, sentenceOf(reader)));
}

bool ArchiveReader::isBare() const {
    return archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW;
}

bool ArchiveReader::countUnpacked(qint64 bytes) {
    unpacked_ += bytes;
    if (unpacked_ <= std::max(unpackedAnyway, mostTimesPacked * packed_))
        return true;
    damage_ = isBomb;
    ended_ = true;
    return false;
}

QString ArchiveReader::nameOf(struct archive_entry* entry) {
    // A file that is merely packed has no name of its own.
    if (isBare())
        return QFileInfo(path_).completeBaseName();
    const char* const name = archive_entry_pathname(entry);
    QString safe = safeName(name ? decodeText(QByteArray(name), {}) : QString());
    if (safe.isEmpty())
        safe = QStringLiteral("unnamed");
    const int before = timesNamed_[safe]++;
    return before == 0 ? safe : QStringLiteral("%1 (%2)").arg(safe).arg(before + 1);
}

std::optional<ArchiveEntry> ArchiveReader::next() {
    const Utf8Locale locale;
    while (!ended_) {
        damage_.clear();
        zeros_ = 0;
        block_ = {};
        unpackedOfEntry_ = 0;
        struct archive_entry* entry = nullptr;
        const int result = archive_read_next_header(archive_.get(), &entry);
        ended_ = result == ARCHIVE_EOF || result == ARCHIVE_FATAL;
        if (result == ARCHIVE_FATAL)
            damage_ = sentenceOf(archive_.get());
        if (ended_ || result < ARCHIVE_WARN)
            continue;
        if (entries_++ == mostEntries_) {
            ended_ = true;
            damage_ = QStringLiteral(
                          "The archive has more than %1 entries; what follows is not read. Unpack "
                          "it and import the files.")
                          .arg(mostEntries_);
            break;
        }
        ended_ = isBare();  // there is no other, and looking for it would unpack all of this one
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr)
            continue;
        counted_ = std::max<qint64>(archive_entry_size(entry), 0);  // 0 where it is not said
        if (!countUnpacked(counted_))
            break;
        return ArchiveEntry{nameOf(entry), counted_, archive_entry_is_data_encrypted(entry) != 0};
    }
    return std::nullopt;
}

// Block by block: of what the library copies together, all is lost where some of it is damaged.
void ArchiveReader::fetch() {
    const void* bytes = nullptr;
    size_t size = 0;
    la_int64_t at = unpackedOfEntry_;
    const int result = archive_read_data_block(archive_.get(), &bytes, &size, &at);
    if (result != ARCHIVE_OK && result != ARCHIVE_EOF)
        damage_ = sentenceOf(archive_.get());
    if (bytes == nullptr || size == 0)
        return;
    const qint64 zeros = std::max<qint64>(at - unpackedOfEntry_, 0);
    const auto unpacked = zeros + static_cast<qint64>(size);
    const qint64 counted = std::min(counted_, unpacked);
    counted_ -= counted;
    if (!countUnpacked(unpacked - counted))
        return;
    zeros_ = zeros;
    block_ = {static_cast<const char*>(bytes), static_cast<qsizetype>(size)};
    unpackedOfEntry_ += unpacked;
}

bool ArchiveReader::hasBytes() {
    if (zeros_ == 0 && block_.isEmpty() && damage_.isEmpty())
        fetch();
    return zeros_ > 0 || !block_.isEmpty();
}

QByteArray ArchiveReader::read(qsizetype most) {
    QByteArray bytes;
    while (bytes.size() < most && hasBytes()) {
        const qint64 room = most - bytes.size();
        const qint64 zeros = std::min(zeros_, room);
        bytes.append(zeros, '\0');
        zeros_ -= zeros;
        const QByteArrayView part = block_.first(std::min<qint64>(block_.size(), room - zeros));
        bytes.append(part);
        block_ = block_.sliced(part.size());
    }
    return bytes;
}

}  // namespace goodfaith::importers
