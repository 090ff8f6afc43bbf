// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/database_files.h"

#include <QString>

#include <algorithm>
#include <array>

namespace goodfaith::importers {
namespace {

constexpr auto endings = std::to_array<QLatin1String>(
    {QLatin1String(".db"), QLatin1String(".sqlite"), QLatin1String(".sqlite3")});
constexpr auto beside = std::to_array<QLatin1String>(
    {QLatin1String("-wal"), QLatin1String("-shm"), QLatin1String("-journal")});

}  // namespace

bool isDatabaseFile(QStringView path) {
    for (const QLatin1String suffix : beside) {
        if (path.endsWith(suffix, Qt::CaseInsensitive))
            path.chop(suffix.size());
    }
    return path.endsWith(QLatin1String(".import-lock")) ||
           std::any_of(endings.begin(), endings.end(), [&](QLatin1String ending) {
               return path.endsWith(ending, Qt::CaseInsensitive);
           });
}

}  // namespace goodfaith::importers
