// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for every input: a broken promise is a finding.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace goodfaith::fuzz {

inline void promise(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "Broken: %s\n", what);
    std::abort();
}

}  // namespace goodfaith::fuzz
