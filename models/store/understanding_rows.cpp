// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/understanding_rows.h"

#include <algorithm>

namespace goodfaith::store {

// An event may have been another customer's until a party moved.
UnderstandingRows::UnderstandingRows(Database& database)
    : cases_(database,
             "SELECT id, topic, opened_at, resolved_at, resolved_by FROM complaint_case "
             "WHERE customer_id = :id ORDER BY id"),
      events_(database,
              "SELECT record_id, case_id FROM complaint_case "
              "JOIN case_event ON case_event.case_id = complaint_case.id "
              "WHERE customer_id = :id ORDER BY record_id"),
      waits_(database,
             "SELECT inquiry_id, kind, since, answered_at, answer_id, first_of_case FROM wait "
             "WHERE customer_id = :id ORDER BY inquiry_id"),
      dropCases_(database, "DELETE FROM complaint_case WHERE customer_id = :id"),
      dropWaits_(database, "DELETE FROM wait WHERE customer_id = :id"),
      saveCase_(database,
                "INSERT INTO complaint_case (id, customer_id, topic, opened_at, resolved_at, "
                "resolved_by) VALUES (:id, :customer, :topic, :opened, :resolved, :act) "
                "ON CONFLICT (id) DO UPDATE SET "
                "customer_id = excluded.customer_id, topic = excluded.topic, "
                "opened_at = excluded.opened_at, resolved_at = excluded.resolved_at, "
                "resolved_by = excluded.resolved_by"),
      saveEvent_(database,
                 "INSERT INTO case_event (record_id, case_id) VALUES (:event, :case) "
                 "ON CONFLICT (record_id) DO UPDATE SET case_id = excluded.case_id"),
      saveWait_(database,
                "INSERT INTO wait (inquiry_id, customer_id, kind, since, answered_at, answer_id, "
                "first_of_case) "
                "VALUES (:inquiry, :customer, :kind, :since, :answered, :answer, :first) "
                "ON CONFLICT (inquiry_id) DO UPDATE SET "
                "customer_id = excluded.customer_id, kind = excluded.kind, "
                "since = excluded.since, answered_at = excluded.answered_at, "
                "answer_id = excluded.answer_id, first_of_case = excluded.first_of_case") {}

void UnderstandingRows::save(CustomerId customer, const Understanding& understanding) {
    const Rows rows = rowsOf(understanding);
    const Rows before = kept(customer);
    if (rows == before)
        return;
    if (!before.cases.empty())
        dropCases_.run(customer);
    if (!before.waits.empty())
        dropWaits_.run(customer);
    write(customer, rows);
}

UnderstandingRows::Rows UnderstandingRows::rowsOf(const Understanding& understanding) {
    Rows rows;
    for (const Case& one : understanding.cases) {
        rows.cases.emplace_back(one.id, one.topic, one.openedAt, one.resolvedAt, one.resolvedBy);
        for (const EventId event : one.events)
            rows.events.emplace_back(event, one.id);
    }
    for (const Wait& wait : understanding.waits)
        rows.waits.emplace_back(wait.inquiry, wait.kind, wait.since, wait.answeredAt, wait.answer,
                                wait.firstOfCase);
    const auto byId = [](const auto& a, const auto& b) { return std::get<0>(a) < std::get<0>(b); };
    std::stable_sort(rows.cases.begin(), rows.cases.end(), byId);
    std::stable_sort(rows.events.begin(), rows.events.end(), byId);
    std::stable_sort(rows.waits.begin(), rows.waits.end(), byId);
    return rows;
}

UnderstandingRows::Rows UnderstandingRows::kept(CustomerId customer) {
    Rows rows{cases_.all(customer), {}, waits_.all(customer)};
    if (!rows.cases.empty())
        rows.events = events_.all(customer);
    return rows;
}

void UnderstandingRows::write(CustomerId customer, const Rows& rows) {
    for (const auto& [id, topic, openedAt, resolvedAt, resolvedBy] : rows.cases)
        saveCase_.run(id, customer, topic, openedAt, resolvedAt, resolvedBy);
    for (const auto& [event, its] : rows.events)
        saveEvent_.run(event, its);
    for (const auto& [inquiry, kind, since, answeredAt, answer, isFirst] : rows.waits)
        saveWait_.run(inquiry, customer, kind, since, answeredAt, answer, isFirst);
}

}  // namespace goodfaith::store
