// SPDX-License-Identifier: GPL-3.0-or-later
// What is current: the fold of all live assertions of a record, ordered by the record's own date
// (an import's start where it has none), then by import. Field by field: a later one replaces only
// what it knows. Parties go role by role: a single one is merged key by key, several replace
// those of their role.
#pragma once

#include "models/domain/ids.h"
#include "models/store/assertion_body.h"

namespace goodfaith::store {

struct StoredAssertion;

struct Assertion {
    Instant effectiveAt;  // own date, else the start of its import
    ImportId import;
    AssertionBody body;
};

AssertionBody foldAssertions(std::vector<Assertion> assertions);

// As they are to be folded: what a file says again counts from when it said it first.
std::vector<Assertion> asFirstSaid(const std::vector<StoredAssertion>& inOrderOfImports);

}  // namespace goodfaith::store
