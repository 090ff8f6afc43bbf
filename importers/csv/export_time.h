// SPDX-License-Identifier: GPL-3.0-or-later
// When a file was written, where a line above its table says so.
#pragma once

#include "models/domain/instant.h"

#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace goodfaith::importers {

// "Generated on: 12 Mar 2024 08:15", "# Exporté le 12.03.2024", "Report created;2024-03-12": the
// first that can be read without guessing. A period ("Orders from … to …") is none.
std::optional<Instant> exportTimeIn(const QStringList& linesAbove, const QTimeZone& zone);

}  // namespace goodfaith::importers
