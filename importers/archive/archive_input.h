// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in an archive, as inputs: tables, mboxes, Maildirs and mails. A file within is called
// by the archive's path and its own: "/shop/orders.zip/2024/orders.csv".
#pragma once

#include "importers/input.h"

namespace goodfaith::importers {

struct ArchivePlace {
    QString archive;
    QString within;  // a file or a folder; "" is all
};
// Nothing for what exists as a file or folder of its own and for what is no archive.
std::optional<ArchivePlace> placeInArchive(const QString& path);

FoundInputs findInArchive(const ArchivePlace& place, const ReadingOptions& options,
                          const std::stop_token& stop);
// What is damaged is read as far as it goes; that something is missing is a rejected row.
void readArchived(const ArchivePlace& place, const Input& input, const ReadingOptions& options,
                  RecordSink& sink, const std::stop_token& stop);
Preview previewArchived(const ArchivePlace& place, const Input& input,
                        const ReadingOptions& options, qint64 rows);

}  // namespace goodfaith::importers
