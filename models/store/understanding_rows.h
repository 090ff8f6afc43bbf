// SPDX-License-Identifier: GPL-3.0-or-later
// The cases, their events and the waits of customers as they are kept. Most are found again as they
// were: those stay untouched.
#pragma once

#include "models/domain/understanding.h"
#include "models/store/statement.h"

#include <vector>

namespace goodfaith::store {

class UnderstandingRows {
public:
    explicit UnderstandingRows(Database& database);
    // Replaces what is kept of the customer, if that differs.
    void save(CustomerId customer, const Understanding& understanding);

private:
    using CaseRow = std::tuple<CaseId, Topic, Instant, std::optional<Instant>, EventId>;
    using EventRow = std::tuple<EventId, CaseId>;
    using WaitRow = std::tuple<EventId, RecordKind, Instant, std::optional<Instant>, EventId, bool>;
    struct Rows {
        std::vector<CaseRow> cases;
        std::vector<EventRow> events;
        std::vector<WaitRow> waits;

        friend bool operator==(const Rows&, const Rows&) = default;
    };

    static Rows rowsOf(const Understanding& understanding);
    Rows kept(CustomerId customer);
    void write(CustomerId customer, const Rows& rows);

    Query<CaseId, Topic, Instant, std::optional<Instant>, EventId> cases_;
    Query<EventId, CaseId> events_;
    Query<EventId, RecordKind, Instant, std::optional<Instant>, EventId, bool> waits_;
    Statement dropCases_, dropWaits_, saveCase_, saveEvent_, saveWait_;
};

}  // namespace goodfaith::store
