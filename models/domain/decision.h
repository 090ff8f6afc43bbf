// SPDX-License-Identifier: GPL-3.0-or-later
// What people said of who is who. A decision names parties by their content, so it outlives their
// rows: an import that is undone and made again finds it in force.
#pragma once

#include <QByteArray>

#include <array>
#include <vector>

namespace goodfaith {

// The newer decision wins wherever two contradict each other.
//   Same:  the first party of each side is one person. The others of a side are those that were one
//          customer with it then: what was said before of the two sides' being apart ends with
//          them, and where a newer decision took the first away, the next stands in for it.
//   Apart: nobody of one side is one person with anybody of the other.
struct Decision {
    enum class Kind { Same, Apart };
    qint64 number = 0;  // the act's; later ones are larger
    Kind kind = Kind::Same;
    std::array<std::vector<QByteArray>, 2> sides;  // content hashes
};

}  // namespace goodfaith
