// SPDX-License-Identifier: GPL-3.0-or-later
// A private file without a name of anybody's, for bytes that must be read again: gone with its
// owner, readable by this user alone.
#pragma once

#include <QByteArrayView>
#include <QTemporaryFile>

namespace goodfaith::importers {

class ScratchFile {
public:
    // All throw Failure (Unreadable) where there is no room.
    ScratchFile();
    void write(QByteArrayView bytes);
    void clear();

    // What was written, for reading from its beginning.
    QFile& file();
    // The same by name.
    QString path();

private:
    void require(bool done);

    QTemporaryFile file_;
};

}  // namespace goodfaith::importers
