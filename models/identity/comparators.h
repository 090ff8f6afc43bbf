// SPDX-License-Identifier: GPL-3.0-or-later
// How alike two texts are. Fast: they are asked for every pair that might be one person.
#pragma once

#include <QStringView>

namespace goodfaith::identity {

// Jaro's similarity with Winkler's prefix, 0 to 1 (Winkler 1990). Only the first 64 characters
// count.
double jaroWinkler(QStringView a, QStringView b);

// Characters left out, added, changed, or swapped with their neighbour, to make one of the other
// (optimal string alignment); `most` + 1 when there are more than that.
int editDistance(QStringView a, QStringView b, int most);

}  // namespace goodfaith::identity
