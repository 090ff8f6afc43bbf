// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that people said about customers, as far as it stands.
#pragma once

#include "models/domain/note.h"
#include "models/store/database.h"

#include <map>

namespace goodfaith::store {

class PeopleSaidReader {
public:
    // Of everybody: people say little, so one look is enough.
    explicit PeopleSaidReader(Database& database);

    // Nothing of whom nobody said anything.
    PeopleSaid of(CustomerId customer) const;

private:
    std::map<CustomerId, PeopleSaid> said_;
};

}  // namespace goodfaith::store
