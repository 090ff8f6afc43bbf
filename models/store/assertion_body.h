// SPDX-License-Identifier: GPL-3.0-or-later
// What one import says of one record, as canonical text: equal assertions have equal bodies.
#pragma once

#include "models/domain/record.h"

#include <string>
#include <vector>

namespace goodfaith::store {

struct AssertionBody {
    RecordFields fields;
    std::vector<ImportedParty> parties;
    friend bool operator==(const AssertionBody&, const AssertionBody&) = default;
};

// JSON in UTF-8: {"fields":{"at":1719792000000,"total":[1999,"EUR"],…},"parties":[{"role":…}]}.
std::string encode(const RecordFields& fields, const std::vector<ImportedParty>& parties);
// Fields and roles of a newer Goodfaith, which this one does not know, are left out.
AssertionBody decode(const std::string& body);

}  // namespace goodfaith::store
