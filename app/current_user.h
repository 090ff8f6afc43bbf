// SPDX-License-Identifier: GPL-3.0-or-later
// Who sits before the machine, as far as it knows.
#pragma once

#include <QString>

namespace goodfaith::app {

inline QString currentUser() {
    return qEnvironmentVariable("USER");
}

}  // namespace goodfaith::app
