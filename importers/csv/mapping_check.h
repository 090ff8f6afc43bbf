// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a JSON text is a preset or mapping as resources/presets/README.md describes them. What
// users write is checked here, so that presetFromJson only ever sees what is well formed.
#pragma once

#include <QByteArray>
#include <QString>

namespace goodfaith::importers {

// "" when it is; else the place and what was expected: "records[0].columns.totl: expected …".
QString mappingProblem(const QByteArray& json);

}  // namespace goodfaith::importers
