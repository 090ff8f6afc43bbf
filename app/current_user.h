// SPDX-License-Identifier: GPL-3.0-or-later
// Who sits before the machine, as far as it knows.
#pragma once

#include <QString>

namespace goodfaith::app {

inline QString currentUser() {
    const QString user = qEnvironmentVariable("USER");
    return user.isEmpty() ? qEnvironmentVariable("USERNAME") : user;
}

}  // namespace goodfaith::app
