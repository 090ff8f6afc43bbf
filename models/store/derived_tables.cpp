// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/derived_tables.h"

#include "models/store/common_issue_table.h"
#include "models/store/customer_names.h"
#include "models/store/customer_readings.h"
#include "models/store/parameters_json.h"
#include "models/store/reading_table.h"
#include "models/store/statement.h"
#include "models/store/understanding_rows.h"

#include <algorithm>

namespace goodfaith::store {
namespace {

using ParametersQuery = Query<ParametersId, QString>;

std::optional<ShopParameters> parametersFrom(
    Database& database, const std::optional<std::tuple<ParametersId, QString>>& row) {
    if (!row)
        return std::nullopt;
    ShopParameters parameters = parametersFromJson(std::get<1>(*row));
    parameters.id = std::get<0>(*row);
    parameters.issues = CommonIssues(CommonIssueTable(database).load(parameters.id));
    return parameters;
}

std::string within(const char* column, std::optional<Instant> from, std::optional<Instant> to) {
    std::string sql = " WHERE 1 = 1";
    if (from)
        sql += std::string(" AND ") + column + " >= :from";
    if (to)
        sql += std::string(" AND ") + column + " <= :to";
    return sql;
}

void addPeriod(Statement& statement, std::optional<Instant> from, std::optional<Instant> to) {
    if (from)
        statement.add(*from);
    if (to)
        statement.add(*to);
}

// ":v0, :v1", for values that are added one by one.
std::string placeholders(size_t count) {
    std::string list;
    for (size_t i = 0; i < count; ++i)
        list += (i == 0 ? ":v" : ", :v") + std::to_string(i);
    return list;
}

using CustomerCounts = Query<CustomerId, std::optional<VerdictKind>, int>;

std::vector<CustomerCount> named(const Database& database, CustomerCounts& query) {
    std::vector<CustomerCount> customers;
    for (const auto& [customer, verdict, count] : query.all())
        customers.push_back(
            {customer, CustomerNames(database, customer).nameOf(customer), verdict, count});
    return customers;
}

}  // namespace

std::vector<UnreadText> DerivedTables::unread(int readingVersion, int limit) const {
    Query<EventId, RecordKind, Direction, QString, QString, QString> query(
        database_,
        "SELECT record.id, record.kind, record.direction, w.subject, w.text, "
        "message_detail.automatic_headers FROM reading "
        "JOIN record ON record.id = reading.record_id "
        "JOIN record_text AS w ON w.record_id = record.id "
        "LEFT JOIN message_detail ON message_detail.record_id = record.id "
        "WHERE (reading.version < :older OR reading.version > :newer) LIMIT :limit");
    std::vector<UnreadText> texts;
    for (auto& [event, kind, direction, subject, text, headers] :
         query.all(readingVersion, readingVersion, limit))
        texts.push_back({event, kind, direction, subject, text, headers});
    return texts;
}

void DerivedTables::saveReadings(int readingVersion, const std::vector<EventReading>& readings) {
    ReadingTable table(database_);
    for (const auto& [event, reading] : readings)
        table.save(readingVersion, event, reading);
}

std::vector<EventReading> DerivedTables::readings(CustomerId customer) const {
    CustomerReadings readings(database_);
    readings.start(customer);
    return readings.of(customer);
}

void DerivedTables::saveUnderstandings(
    const std::vector<std::pair<CustomerId, Understanding>>& understandings) {
    UnderstandingRows table(database_);
    for (const auto& [customer, understanding] : understandings)
        table.save(customer, understanding);
}

std::vector<CaseOverview> DerivedTables::cases(std::optional<Instant> from,
                                               std::optional<Instant> to) const {
    Query<CaseId, CustomerId, Topic, Instant> query(
        database_, "SELECT id, customer_id, topic, opened_at FROM complaint_case" +
                       within("opened_at", from, to) + " ORDER BY opened_at, id");
    addPeriod(query, from, to);
    std::vector<CaseOverview> cases;
    for (const auto& [id, customer, topic, openedAt] : query.all())
        cases.push_back({id, customer, topic, openedAt});
    return cases;
}

std::vector<WaitOverview> DerivedTables::waits(std::optional<Instant> from,
                                               std::optional<Instant> to) const {
    Query<EventId, CustomerId, RecordKind, Instant, std::optional<Instant>> query(
        database_, "SELECT inquiry_id, customer_id, kind, since, answered_at FROM wait" +
                       within("since", from, to) + " ORDER BY since, inquiry_id");
    addPeriod(query, from, to);
    std::vector<WaitOverview> waits;
    for (const auto& [inquiry, customer, kind, since, answeredAt] : query.all())
        waits.push_back({inquiry, customer, kind, since, answeredAt});
    return waits;
}

std::vector<CustomerCount> DerivedTables::customersOfCases(Instant from, Instant to,
                                                           const std::vector<Topic>& topics) const {
    CustomerCounts query(
        database_,
        "SELECT complaint_case.customer_id, verdict.verdict, count(*) FROM complaint_case "
        "LEFT JOIN verdict ON verdict.customer_id = complaint_case.customer_id "
        "WHERE opened_at >= :from AND opened_at <= :to AND topic IN (" +
            placeholders(topics.size()) +
            ") GROUP BY complaint_case.customer_id, verdict.verdict ORDER BY 3 DESC, 1");
    addPeriod(query, from, to);
    for (const Topic topic : topics)
        query.add(topic);
    return named(database_, query);
}

std::vector<CustomerCount> DerivedTables::customersOfWaits(Instant from, Instant to,
                                                           const std::vector<RecordKind>& kinds,
                                                           Instant asOf, Instant due) const {
    CustomerCounts query(database_,
                         "SELECT wait.customer_id, verdict.verdict, count(*) FROM wait "
                         "LEFT JOIN verdict ON verdict.customer_id = wait.customer_id "
                         "WHERE since >= :from AND since <= :to "
                         "AND (answered_at <= :answered OR since < :due) AND kind IN (" +
                             placeholders(kinds.size()) +
                             ") GROUP BY wait.customer_id, verdict.verdict ORDER BY 3 DESC, 1");
    addPeriod(query, from, to);
    query.add(asOf);
    query.add(due);
    for (const RecordKind kind : kinds)
        query.add(kind);
    return named(database_, query);
}

ParametersId DerivedTables::saveParameters(const ShopParameters& parameters, qint64 factsRevision) {
    Statement(database_,
              "INSERT INTO shop_parameters (facts_revision, as_of, body) "
              "VALUES (:revision, :as_of, :body)")
        .run(factsRevision, parameters.asOf, toJson(parameters));
    const ParametersId id(lastInsertedId(database_));
    CommonIssueTable(database_).save(id, parameters.issues.all());
    return id;
}

std::optional<ShopParameters> DerivedTables::latestParameters(qint64 factsRevision) const {
    ParametersQuery query(database_,
                          "SELECT id, body FROM shop_parameters WHERE facts_revision = :revision "
                          "ORDER BY as_of DESC, id DESC LIMIT 1");
    return parametersFrom(database_, query.one(factsRevision));
}

std::optional<ShopParameters> DerivedTables::newestParameters() const {
    ParametersQuery query(database_,
                          "SELECT id, body FROM shop_parameters "
                          "ORDER BY facts_revision DESC, as_of DESC, id DESC LIMIT 1");
    return parametersFrom(database_, query.one());
}

std::optional<ShopParameters> DerivedTables::parametersAsOf(Instant asOf,
                                                            qint64 factsRevision) const {
    ParametersQuery query(database_,
                          "SELECT id, body FROM shop_parameters WHERE facts_revision = :revision "
                          "AND as_of = :as_of ORDER BY id LIMIT 1");
    return parametersFrom(database_, query.one(factsRevision, asOf));
}

qint64 DerivedTables::scoredRevision(int scoringVersion) const {
    Query<qint64> query(database_,
                        "SELECT value FROM meta WHERE name = 'scored_revision' AND EXISTS "
                        "(SELECT 1 FROM meta WHERE name = 'scored_by' AND value = :version)");
    const auto revision = query.one(scoringVersion);
    return revision ? std::get<0>(*revision) : -1;
}

void DerivedTables::setScored(int scoringVersion, qint64 factsRevision) {
    Statement save(database_,
                   "INSERT INTO meta (name, value) VALUES (:name, :value) "
                   "ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    save.run(QStringLiteral("scored_revision"), factsRevision);
    save.run(QStringLiteral("scored_by"), scoringVersion);
}

qint64 DerivedTables::factsRevision() const {
    Query<qint64> query(database_, "SELECT value FROM meta WHERE name = 'facts_revision'");
    return std::get<0>(query.one().value());
}

void DerivedTables::advanceFactsRevision() {
    Statement(database_, "UPDATE meta SET value = value + 1 WHERE name = 'facts_revision'").run();
}

void DerivedTables::advanceFactsRevisionOfFew() {
    const qint64 before = factsRevision();
    advanceFactsRevision();
    carryParametersOver(before, before + 1);
}

void DerivedTables::carryParametersOver(qint64 from, qint64 to) {
    Statement(database_,
              "UPDATE shop_parameters SET facts_revision = :to WHERE facts_revision = :from")
        .run(to, from);
}

void DerivedTables::saveVerdicts(const std::vector<std::pair<CustomerId, VerdictKind>>& verdicts) {
    Statement save(database_,
                   "INSERT INTO verdict (customer_id, verdict) VALUES (:customer, :verdict) "
                   "ON CONFLICT (customer_id) DO UPDATE SET verdict = excluded.verdict "
                   "WHERE verdict <> excluded.verdict");
    for (const auto& [customer, verdict] : verdicts)
        save.run(customer, verdict);
}

std::optional<VerdictKind> DerivedTables::verdict(CustomerId customer) const {
    Query<VerdictKind> query(database_, "SELECT verdict FROM verdict WHERE customer_id = :id");
    const auto found = query.one(customer);
    return found ? std::optional(std::get<0>(*found)) : std::nullopt;
}

}  // namespace goodfaith::store
