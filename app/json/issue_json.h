// SPDX-License-Identifier: GPL-3.0-or-later
// A common issue in the command line's JSON.
#pragma once

#include "models/domain/common_issue.h"

#include <QJsonObject>

namespace goodfaith::app {

QJsonObject toJson(const CommonIssue& issue);

}  // namespace goodfaith::app
