// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/resource.h"

// A static library's resources are only linked in when they are named; outside any namespace.
static void keepLanguageResources() {
    Q_INIT_RESOURCE(understanding_language);
}

namespace goodfaith::understanding {

QJsonObject languageResource(const QString& name) {
    keepLanguageResources();
    return jsonResource(QStringLiteral("language/") + name);
}

}  // namespace goodfaith::understanding
