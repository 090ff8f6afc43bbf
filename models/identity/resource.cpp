// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/resource.h"

// A static library's resources are only linked in when they are named; outside any namespace.
static void keepIdentityResources() {
    Q_INIT_RESOURCE(identity);
}

namespace goodfaith::identity {

QJsonObject identityResource(const QString& name) {
    keepIdentityResources();
    return jsonResource(QStringLiteral("identity/") + name);
}

}  // namespace goodfaith::identity
