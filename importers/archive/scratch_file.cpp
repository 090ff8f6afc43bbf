// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/archive/scratch_file.h"

#include "models/domain/failure.h"

#include <QDir>

namespace goodfaith::importers {

ScratchFile::ScratchFile() : file_(QDir::temp().filePath(QStringLiteral("goodfaith-XXXXXX"))) {
    require(file_.open());
}

void ScratchFile::require(bool done) {
    if (!done)
        throw Failure(
            FailureKind::Unreadable,
            QStringLiteral("A file of the archive cannot be unpacked to %1: %2. Make room "
                           "there, or name another folder in TMPDIR.")
                .arg(QDir::tempPath(), file_.errorString()));
}

void ScratchFile::write(QByteArrayView bytes) {
    require(file_.write(bytes.data(), bytes.size()) == bytes.size());
}

void ScratchFile::clear() {
    require(file_.resize(0) && file_.seek(0));
}

QFile& ScratchFile::file() {
    require(file_.flush() && file_.seek(0));
    return file_;
}

QString ScratchFile::path() {
    return file().fileName();
}

}  // namespace goodfaith::importers
