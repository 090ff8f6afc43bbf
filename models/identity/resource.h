// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON resources of this library.
#pragma once

#include "models/domain/resource.h"

namespace goodfaith::identity {

// "names" is resources/identity/names.json. Throws Failure (Unreadable) when it is no JSON object.
QJsonObject identityResource(const QString& name);

}  // namespace goodfaith::identity
