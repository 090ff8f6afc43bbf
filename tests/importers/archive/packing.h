// SPDX-License-Identifier: GPL-3.0-or-later
// For the tests: packs files into archives, also such as nobody should make.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

namespace goodfaith::importers {

struct PackedFile {
    QByteArray name;
    QByteArray bytes;
};

enum class Packing { Zip, LockedZip, Tar, TarGz, TarXz, TarZst, SevenZip, Gz };

inline void choose(struct archive* writer, Packing packing) {
    const bool isZip = packing == Packing::Zip || packing == Packing::LockedZip;
    if (isZip)
        archive_write_set_format_zip(writer);
    else if (packing == Packing::SevenZip)
        archive_write_set_format_7zip(writer);
    else if (packing == Packing::Gz)
        archive_write_set_format_raw(writer);
    else
        archive_write_set_format_gnutar(writer);
    if (packing == Packing::TarGz || packing == Packing::Gz)
        archive_write_add_filter_gzip(writer);
    if (packing == Packing::TarXz)
        archive_write_add_filter_xz(writer);
    if (packing == Packing::TarZst)
        archive_write_add_filter_zstd(writer);
    if (packing == Packing::LockedZip) {
        archive_write_set_options(writer, "zip:encryption=traditional");
        archive_write_set_passphrase(writer, "secret");
    }
}

inline void pack(const QString& path, const std::vector<PackedFile>& files, Packing packing) {
    const auto release = [](struct archive* writer) { archive_write_free(writer); };
    const std::unique_ptr<struct archive, decltype(release)> writer(archive_write_new(), release);
    choose(writer.get(), packing);
    if (archive_write_open_filename(writer.get(), QFile::encodeName(path).constData()) !=
        ARCHIVE_OK)
        throw std::runtime_error(archive_error_string(writer.get()));
    for (const PackedFile& file : files) {
        struct archive_entry* const entry = archive_entry_new();
        archive_entry_copy_pathname(entry, file.name.constData());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, file.bytes.size());
        const bool written =
            archive_write_header(writer.get(), entry) >= ARCHIVE_WARN &&
            archive_write_data(writer.get(), file.bytes.constData(),
                               static_cast<size_t>(file.bytes.size())) == file.bytes.size();
        archive_entry_free(entry);
        if (!written)
            throw std::runtime_error(archive_error_string(writer.get()));
    }
    archive_write_close(writer.get());
}

}  // namespace goodfaith::importers
