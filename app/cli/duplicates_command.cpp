// SPDX-License-Identifier: GPL-3.0-or-later
// duplicates: customers who might be one person, for a person to judge.
#include "app/cli/command_set_ups.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/json/json_values.h"
#include "app/suggestions.h"
#include "models/domain/failure.h"
#include "models/store/customer_reader.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace goodfaith::app {
namespace {

QJsonObject toJson(const MatchEvidence& evidence) {
    constexpr double decimals = 100;
    return {{QStringLiteral("field"), evidence.field},
            {QStringLiteral("agreement"), evidence.agreement},
            {QStringLiteral("weight"), std::round(evidence.weight * decimals) / decimals}};
}

QJsonObject toJson(const Suggestion& suggestion) {
    constexpr double decimals = 10'000;
    return {
        {QStringLiteral("a"), suggestion.a.value()},
        {QStringLiteral("b"), suggestion.b.value()},
        {QStringLiteral("probability"), std::round(suggestion.probability * decimals) / decimals},
        {QStringLiteral("kind"), nameOf(suggestion.kind)},
        {QStringLiteral("evidence"), toArray(suggestion.evidence, [](const auto& evidence) {
             return QJsonValue(toJson(evidence));
         })}};
}

QString nameOf(store::Database& database, CustomerId customer) {
    const auto found = store::CustomerReader(database).overview(customer);
    return found ? found->name : QString();
}

// What speaks for it and against it, the weightiest first.
QString reasonsOf(const Suggestion& suggestion) {
    std::vector<MatchEvidence> evidence = suggestion.evidence;
    std::stable_sort(evidence.begin(), evidence.end(), [](const auto& a, const auto& b) {
        return std::abs(a.weight) > std::abs(b.weight);
    });
    QStringList reasons;
    for (const auto& [field, agreement, weight] : evidence)
        reasons << QString(QString(field).replace(u'_', u' ') + u": " + agreement);
    return reasons.join(QStringLiteral("; "));
}

QStringList rowOf(store::Database& database, const Suggestion& one) {
    return {QString::number(one.a.value()),
            nameOf(database, one.a),
            QString::number(one.b.value()),
            nameOf(database, one.b),
            QString::number(one.probability, 'f', 2),
            nameOf(one.kind),
            reasonsOf(one)};
}

void listAsTable(store::Database& database) {
    std::vector<QStringList> rows;
    forEachOpenSuggestion(database,
                          [&](const Suggestion& one) { rows.push_back(rowOf(database, one)); });
    if (rows.empty())
        printLine(QStringLiteral("No two customers look like one person."));
    else
        printTable({QStringLiteral("Customer"), QStringLiteral("Name"), QStringLiteral("Customer"),
                    QStringLiteral("Name"), QStringLiteral("Probability"), QStringLiteral("Kind"),
                    QStringLiteral("Because")},
                   rows);
}

// One document, but written as it comes: there may be very many.
void listAsJson(store::Database& database) {
    print(QStringLiteral("{\"duplicates\": ["));
    bool isFirst = true;
    forEachOpenSuggestion(database, [&](const Suggestion& one) {
        const QByteArray text = QJsonDocument(toJson(one)).toJson(QJsonDocument::Compact);
        print(QString((isFirst ? u"\n" : u",\n") + QString::fromUtf8(text)));
        isFirst = false;
    });
    printLine(QStringLiteral("]}"));
}

int listDuplicates(const Invocation& invocation) {
    store::Database database(invocation.databasePath);
    ProgressLine line;
    refreshSuggestions(
        database,
        [&](const QString& step, double share) {
            line.show(QStringLiteral("%1: %2 %").arg(step).arg(static_cast<int>(share * 100)));
        },
        invocation.stop);
    line.clear();
    if (invocation.stop.stop_requested())
        throw Failure(FailureKind::Interrupted,
                      QStringLiteral("Interrupted. The same command again begins anew."));
    if (invocation.json)
        listAsJson(database);
    else
        listAsTable(database);
    return exitDone;
}

}  // namespace

CommandBody setUpDuplicates(CLI::App&) {
    return listDuplicates;
}

}  // namespace goodfaith::app
