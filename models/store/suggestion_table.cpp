// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/suggestion_table.h"

#include "models/store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace goodfaith::store {
namespace {

const QString fieldName = QStringLiteral("field");
const QString agreementName = QStringLiteral("agreement");
const QString weightName = QStringLiteral("weight");

std::string encode(const std::vector<MatchEvidence>& evidence) {
    QJsonArray array;
    for (const auto& [field, agreement, weight] : evidence)
        array.append(
            QJsonObject{{fieldName, field}, {agreementName, agreement}, {weightName, weight}});
    return QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString();
}

std::vector<MatchEvidence> decode(const std::string& text) {
    std::vector<MatchEvidence> evidence;
    const auto array = QJsonDocument::fromJson(QByteArray::fromStdString(text)).array();
    for (const auto& value : array) {
        const QJsonObject object = value.toObject();
        evidence.push_back({object[fieldName].toString(), object[agreementName].toString(),
                            object[weightName].toDouble()});
    }
    return evidence;
}

using SuggestionQuery = Query<CustomerId, CustomerId, SuggestionKind, double, std::string>;

void read(SuggestionQuery& query, const std::function<void(const Suggestion&)>& visit) {
    while (query.next()) {
        const auto [a, b, kind, probability, evidence] = query.row();
        visit({a, b, kind, probability, decode(evidence)});
    }
}

}  // namespace

qint64 SuggestionTable::comparedRevision() const {
    Query<qint64> query(database_, "SELECT value FROM meta WHERE name = 'compared_revision'");
    return std::get<0>(query.one().value());
}

ComparedDigests SuggestionTable::digests() const {
    Query<CustomerId, qint64> query(database_, "SELECT customer_id, digest FROM compared_customer");
    ComparedDigests digests;
    for (query.start(); query.next();) {
        const auto [customer, digest] = query.row();
        digests.insert(customer, digest);
    }
    return digests;
}

void SuggestionTable::forget(const ComparedDigests& changed) {
    Statement dropOfA(database_, "DELETE FROM suggestion WHERE a = :customer");
    Statement dropOfB(database_, "DELETE FROM suggestion WHERE b = :customer");
    Statement setDigest(database_,
                        "INSERT INTO compared_customer (customer_id, digest) "
                        "VALUES (:customer, :digest) "
                        "ON CONFLICT (customer_id) DO UPDATE SET digest = excluded.digest");
    for (auto it = changed.begin(); it != changed.end(); ++it) {
        dropOfA.run(it.key());
        dropOfB.run(it.key());
        setDigest.run(it.key(), it.value());
    }
}

void SuggestionTable::add(const std::vector<Suggestion>& suggestions) {
    Statement insert(database_,
                     "INSERT INTO suggestion (a, b, kind, probability, evidence) "
                     "VALUES (:a, :b, :kind, :probability, :evidence)");
    for (const Suggestion& one : suggestions)
        insert.run(one.a, one.b, one.kind, one.probability, encode(one.evidence));
}

void SuggestionTable::setComparedRevision(qint64 factsRevision) {
    Statement(database_, "UPDATE meta SET value = :revision WHERE name = 'compared_revision'")
        .run(factsRevision);
}

void SuggestionTable::forEach(const std::function<void(const Suggestion&)>& visit) const {
    SuggestionQuery query(database_,
                          "SELECT a, b, kind, probability, evidence FROM suggestion "
                          "ORDER BY probability DESC, a, b");
    query.start();
    read(query, visit);
}

std::vector<Suggestion> SuggestionTable::of(CustomerId customer) const {
    SuggestionQuery query(database_,
                          "SELECT a, b, kind, probability, evidence FROM suggestion "
                          "WHERE a = :customer OR b = :again ORDER BY probability DESC, a, b");
    query.start(customer, customer);
    std::vector<Suggestion> found;
    read(query, [&](const Suggestion& one) { found.push_back(one); });
    return found;
}

}  // namespace goodfaith::store
