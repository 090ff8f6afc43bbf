// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON resources of this library.
#pragma once

#include "models/domain/resource.h"

namespace goodfaith::understanding {

// "mail" is resources/language/mail.json. Throws Failure (Unreadable) when it is no JSON object.
QJsonObject languageResource(const QString& name);

}  // namespace goodfaith::understanding
