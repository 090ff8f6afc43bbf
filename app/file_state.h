// SPDX-License-Identifier: GPL-3.0-or-later
// What files look like from outside, by which to tell whether they changed.
#pragma once

#include "importers/input.h"
#include "models/domain/instant.h"

#include <map>
#include <optional>

namespace goodfaith::app {

// Of several files together: the sum of their sizes and the time of the last change.
struct FileState {
    qint64 size = 0;
    Instant modifiedAt{};
    friend bool operator==(const FileState&, const FileState&) = default;
};
using FolderFiles = std::map<QString, FileState>;

// Whether a file of that name is one that a program has not finished, or only its own.
bool isTemporaryName(QStringView name);

// The files of a folder and what is beneath it that may be for an import: neither hidden nor
// temporary nor empty. Nothing where there is no such folder. After a stop, what was found so far.
std::optional<FolderFiles> filesIn(const QString& folder, const std::stop_token& stop = {});

// Of a file; within an archive, of the archive. Of a folder of mails, of all that lies in it.
FileState stateOf(const QString& path);

// The same for the same content; "" for folders, for files that take long to read, and for what
// cannot be read.
QString contentHash(const QString& path);

}  // namespace goodfaith::app
