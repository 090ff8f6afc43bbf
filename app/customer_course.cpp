// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/customer_course.h"

#include "models/scoring/score_course.h"
#include "models/store/connection_table.h"
#include "models/store/customer_reader.h"
#include "models/store/derived_tables.h"
#include "models/store/people_said.h"
#include "models/understanding/understand.h"

#include <algorithm>

namespace goodfaith::app {
namespace {

// What a customer's looks are made from, read once.
struct Known {
    CustomerFacts facts;
    std::vector<EventReading> readings;
    PeopleSaid said;
};

Known knownOf(store::Database& database, CustomerId customer, const store::PeopleSaidReader& said,
              Instant asOf) {
    return {store::CustomerReader(database).facts(customer, asOf),
            store::DerivedTables(database).readings(customer), said.of(customer)};
}

bool isContradicted(const Known& known, CaseId matter, const JudgedBy& by, Instant at) {
    const Understanding understanding =
        understanding::understand(known.facts, known.readings, by.settings, at, known.said);
    const scoring::History history(known.facts, understanding, by.coverage, by.settings, at,
                                   &by.parameters.issues);
    const auto cases = scoring::judgeCases(history);
    return std::any_of(cases.begin(), cases.end(), [&](const scoring::JudgedCase& judged) {
        return judged.matter->id == matter && judged.standing == scoring::Standing::Contradicted;
    });
}

// The end of the first day from which on it is; by halves, for what is contradicted mostly stays
// so.
Instant contradictedSince(const Known& known, const ContradictedCase& one, const JudgedBy& by) {
    const QTimeZone& zone = by.settings.timeZone;
    QDate from = dayOf(one.openedAt, zone).addDays(-1);
    QDate to = dayOf(by.asOf, zone);
    while (from.daysTo(to) > 1) {
        const QDate between = from.addDays(from.daysTo(to) / 2);
        (isContradicted(known, one.matter, by, endOfDay(between, zone)) ? to : from) = between;
    }
    return std::min(endOfDay(to, zone), by.asOf);
}

std::vector<scoring::LinkedSince> linkedOf(store::Database& database, CustomerId customer,
                                           const store::PeopleSaidReader& said,
                                           const JudgedBy& by) {
    const auto connections = store::ConnectionTable(database).of(customer);
    const auto contradicted = contradictedOf(database, by, connections);
    std::unordered_map<CaseId, Instant> since;
    for (const auto& [other, cases] : contradicted) {
        const Known known = knownOf(database, other, said, by.asOf);
        for (const ContradictedCase& one : cases)
            since.emplace(one.matter, contradictedSince(known, one, by));
    }
    std::vector<scoring::LinkedSince> linked;
    for (const LinkedCase& one : linkedThrough(connections, contradicted, by.asOf))
        linked.push_back({one, std::max(one.connection.since, since.at(one.matter))});
    return linked;
}

}  // namespace

ScoreCourse courseOf(store::Database& database, CustomerId customer, const JudgedBy& by) {
    const store::PeopleSaidReader said(database);
    const Known known = knownOf(database, customer, said, by.asOf);
    return scoring::courseOf({known.facts, known.readings, known.said, by.coverage, by.parameters,
                              by.settings, by.asOf, linkedOf(database, customer, said, by)});
}

}  // namespace goodfaith::app
