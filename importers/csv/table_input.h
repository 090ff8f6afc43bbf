// SPDX-License-Identifier: GPL-3.0-or-later
// Delimited text as an input: recognised by its header (or by a preset's signature), read row by
// row.
#pragma once

#include "importers/input.h"

namespace goodfaith::importers {

// How this file would be taken, or why not. Reads its beginning only.
std::optional<Input> recogniseTable(const QString& path, const ReadingOptions& options,
                                    QString* whyNot);
void readTable(const Input& input, const ReadingOptions& options, RecordSink& sink,
               std::stop_token stop);
Preview previewTable(const QString& path, const ReadingOptions& options, qint64 rows);

}  // namespace goodfaith::importers
