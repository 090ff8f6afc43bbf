// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/overview_json.h"

#include "app/json/json_values.h"

#include <QJsonDocument>

namespace goodfaith::app {
namespace {

QJsonObject toJson(const RejectedRow& row) {
    return {{QStringLiteral("line"), row.line},
            {QStringLiteral("column"), row.column},
            {QStringLiteral("value"), row.value},
            {QStringLiteral("reason"), row.reason}};
}

QJsonObject mappingOf(const importers::Preview& preview) {
    QJsonObject mapping;
    for (const auto& [column, field] : preview.mapping)
        mapping.insert(column, field);
    return mapping;
}

// What is guessed of a file that nothing recognises; "file" is a mapping to mend and import by.
QJsonObject proposalOf(const importers::Preview& preview) {
    QJsonObject confidence;
    for (const auto& choice : preview.choices) {
        if (choice.isRead())
            confidence.insert(choice.column, choice.confidence);
    }
    const auto file = QJsonDocument::fromJson(preview.proposedMapping);
    return {
        {QStringLiteral("template"), textOrNull(preview.proposedTemplate)},
        {QStringLiteral("confidence"), confidence},
        {QStringLiteral("missing"), app::toJson(preview.missing)},
        {QStringLiteral("file"), file.isObject() ? QJsonValue(file.object()) : QJsonValue()},
    };
}

}  // namespace

QJsonObject toJson(const ImportOutcome& outcome) {
    const ImportSummary& import = outcome.summary;
    return {
        {QStringLiteral("id"), import.id.value()},
        {QStringLiteral("path"), import.path},
        {QStringLiteral("template"), import.templateName},
        {QStringLiteral("preset"), textOrNull(import.preset)},
        {QStringLiteral("source"), import.source},
        {QStringLiteral("rows_read"), import.counts.rowsRead},
        {QStringLiteral("inserted"), import.counts.inserted},
        {QStringLiteral("updated"), import.counts.updated},
        {QStringLiteral("unchanged"), import.counts.unchanged},
        {QStringLiteral("rejected"), import.counts.rejected},
        {QStringLiteral("customers_new"), import.counts.customersNew},
        {QStringLiteral("customers_matched"), import.counts.customersMatched},
        {QStringLiteral("rejects"),
         toArray(outcome.rejects, [](const RejectedRow& row) { return toJson(row); })},
        {QStringLiteral("warnings"), toJson(outcome.warnings)},
        {QStringLiteral("seconds"), outcome.seconds},
    };
}

QJsonObject toJson(const ImportSummary& import) {
    return {
        {QStringLiteral("id"), import.id.value()},
        {QStringLiteral("path"), import.path},
        {QStringLiteral("source"), import.source},
        {QStringLiteral("template"), import.templateName},
        {QStringLiteral("at"), toIsoUtc(import.at)},
        {QStringLiteral("inserted"), import.counts.inserted},
        {QStringLiteral("updated"), import.counts.updated},
        {QStringLiteral("rejected"), import.counts.rejected},
        {QStringLiteral("undone"), import.undone},
        {QStringLiteral("finished"), import.state == ImportState::Done},
    };
}

QJsonObject toJson(const importers::Preview& preview) {
    QJsonObject json{
        {QStringLiteral("charset"), preview.charset},
        {QStringLiteral("delimiter"), preview.delimiter},
        {QStringLiteral("quote"), preview.quote},
        {QStringLiteral("escape"), preview.escape},
        {QStringLiteral("record_end"), preview.recordEnd},
        {QStringLiteral("preamble_lines"), preview.preambleLines},
        {QStringLiteral("header"),
         preview.header ? QJsonValue(toJson(*preview.header)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("template"), textOrNull(preview.templateName)},
        {QStringLiteral("preset"), textOrNull(preview.preset)},
        {QStringLiteral("mapping"), mappingOf(preview)},
        {QStringLiteral("rows"),
         toArray(preview.rows, [](const QStringList& row) { return QJsonValue(toJson(row)); })},
    };
    if (preview.isProposed)
        json.insert(QStringLiteral("proposal"), proposalOf(preview));
    return json;
}

QJsonObject toJson(const CoverageRow& row) {
    return {
        {QStringLiteral("source"), row.source},
        {QStringLiteral("kind"), nameOf(row.kind)},
        {QStringLiteral("from"), toIsoUtc(row.from)},
        {QStringLiteral("to"), toIsoUtc(row.to)},
        {QStringLiteral("records"), row.records},
        {QStringLiteral("imported_at"), toIsoUtc(row.importedAt)},
    };
}

QJsonObject toJson(const Match& match) {
    return {
        {QStringLiteral("customer"), match.customer.value()},
        {QStringLiteral("name"), textOrNull(match.name)},
        {QStringLiteral("emails"), toJson(match.emails)},
        {QStringLiteral("phones"), toJson(match.phones)},
        {QStringLiteral("why"), match.why},
    };
}

QJsonObject toJson(const CustomerOverview& customer) {
    return {
        {QStringLiteral("customer"), customer.id.value()},
        {QStringLiteral("name"), textOrNull(customer.name)},
        {QStringLiteral("emails"), toJson(customer.emails)},
        {QStringLiteral("phones"), toJson(customer.phones)},
        {QStringLiteral("addresses"), toJson(customer.addresses)},
        {QStringLiteral("ids"), toJson(customer.shopNumbers)},
    };
}

QJsonObject toJson(const PartyOverview& party) {
    const auto keyJson = [](const PartyKeyOverview& own) {
        return QJsonValue(QJsonObject{{QStringLiteral("kind"), nameOf(own.key.kind)},
                                      {QStringLiteral("value"), own.key.value},
                                      {QStringLiteral("joins"), own.key.joins && !own.isShared},
                                      {QStringLiteral("shared"), own.isShared}});
    };
    return {
        {QStringLiteral("party"), party.party.value()},
        {QStringLiteral("name"), textOrNull(party.said.name)},
        {QStringLiteral("company"), textOrNull(party.said.company)},
        {QStringLiteral("source"), textOrNull(party.source)},
        {QStringLiteral("keys"), toArray(party.keys, keyJson)},
        {QStringLiteral("rule"), party.rule},
        {QStringLiteral("evidence"), textOrNull(party.evidence)},
        {QStringLiteral("joined_to"),
         party.joinedTo.isNone() ? QJsonValue() : QJsonValue(party.joinedTo.value())},
        {QStringLiteral("events"), party.events},
        {QStringLiteral("first"), orNull(party.first)},
        {QStringLiteral("last"), orNull(party.last)},
    };
}

QJsonObject toJson(const TimelineRow& row) {
    return {
        {QStringLiteral("id"), row.id.value()},
        {QStringLiteral("at"), toIsoUtc(row.at)},
        {QStringLiteral("kind"), nameOf(row.kind)},
        {QStringLiteral("direction"), nameOf(row.direction)},
        {QStringLiteral("title"), row.title},
        {QStringLiteral("amount"), orNull(row.amount)},
        {QStringLiteral("order"), textOrNull(row.orderKey)},
        {QStringLiteral("import"), row.import.value()},
    };
}

}  // namespace goodfaith::app
