// SPDX-License-Identifier: GPL-3.0-or-later
// The entries of a .zip, .7z or .tar (or of one file packed by gzip, bzip2, xz or zstd), one after
// the other, as bytes. Nothing is ever written by an entry's name. What unpacks to far more than
// any export does ends as damage.
#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <memory>
#include <optional>

struct archive;
struct archive_entry;

namespace goodfaith::importers {

// Whether a file that begins so is an archive.
bool beginsLikeArchive(QByteArrayView start);
bool isArchive(const QString& path);

struct ArchiveEntry {
    // "folder/orders.csv": no "..", nothing absolute, no control characters; of several of one name
    // the second is "orders.csv (2)".
    QString name;
    qint64 bytes = 0;       // unpacked, as the archive says; 0 where it does not
    bool isLocked = false;  // needs a password
};

class ArchiveReader {
public:
    // Throws Failure (Unreadable) when the file cannot be opened. More entries than `mostEntries`
    // are damage.
    explicit ArchiveReader(const QString& path, int mostEntries = 1'000'000);

    // The next entry that is a file; nothing at the end, and where the archive is damaged.
    std::optional<ArchiveEntry> next();
    // Up to `most` further bytes of the entry; none at its end, and where it is damaged.
    QByteArray read(qsizetype most);
    // Why reading ended early, as a sentence; "" while all is well. Damage within an entry is told
    // until the next one.
    const QString& damage() const { return damage_; }

private:
    struct Close {
        void operator()(struct archive* reader) const;
    };

    bool isBare() const;  // one packed file, no archive
    QString nameOf(struct archive_entry* entry);
    bool countUnpacked(qint64 bytes);
    bool hasBytes();
    void fetch();

    QString path_;
    std::unique_ptr<struct archive, Close> archive_;
    qint64 packed_ = 0;
    qint64 unpacked_ = 0;
    qint64 counted_ = 0;  // of the entry's bytes, before they are read
    // What is unpacked of the entry and not yet read: zeros that no archive spells out, then bytes.
    qint64 zeros_ = 0;
    QByteArrayView block_;
    qint64 unpackedOfEntry_ = 0;
    int mostEntries_;
    int entries_ = 0;
    QHash<QString, int> timesNamed_;
    bool ended_ = false;
    QString damage_;
};

}  // namespace goodfaith::importers
