// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/fact_dump.h"

#include "models/store/import_ledger.h"
#include "models/store/statement.h"

#include <QMap>

namespace goodfaith::store {
namespace {

// A record and a party by what they are called, not by their numbers.
const std::string recordName =
    "(SELECT kind || ':' || key || '@' || source.name FROM record AS named "
    "JOIN source ON source.id = named.source_id WHERE named.id = ";
const std::string partyName =
    "(SELECT COALESCE(email, '') || '/' || COALESCE(phone, '') || '/' || "
    "COALESCE(shop_number, '') || '/' || COALESCE(name, '') FROM party AS named WHERE named.id = ";

QStringList linesOf(Database& database, const QString& what, const std::string& sql) {
    QStringList lines;
    Query<QString> query(database, sql);
    for (const auto& [line] : query.all())
        lines << what + u' ' + line;
    return lines;
}

// Every column of a table but these, with the name of its record.
QStringList rowsOf(Database& database, const std::string& table, const QStringList& without) {
    Query<QString> columns(database, "SELECT name FROM pragma_table_info('" + table + "')");
    std::string sql = "SELECT ";
    for (const auto& [column] : columns.all()) {
        if (!without.contains(column))
            sql += "quote(one." + column.toStdString() + ") || '|' || ";
    }
    const std::string id = table == "record" ? "one.id" : "one.record_id";
    sql += recordName + id + ") FROM " + table + " AS one JOIN record AS kept ON kept.id = " + id +
           " WHERE kept.asserted = 1";
    return linesOf(database, QString::fromStdString(table), sql);
}

QStringList partition(Database& database) {
    QMap<qint64, QStringList> customers;
    Query<qint64, QString> query(
        database, "SELECT customer_id, " + partyName + "link.party_id) FROM link ORDER BY 2");
    for (const auto& [customer, party] : query.all())
        customers[customer] << party;
    QStringList lines;
    for (const QStringList& parties : customers)
        lines << u"customer "_qs + parties.join(u" + ");
    return lines;
}

QStringList coverage(Database& database) {
    QStringList lines;
    for (const CoverageRow& row : ImportLedger(database).coverage())
        lines << QStringList{u"coverage"_qs,          row.source,
                             nameOf(row.kind),        toIsoUtc(row.from),
                             toIsoUtc(row.to),        QString::number(row.records),
                             toIsoUtc(row.importedAt)}
                     .join(u' ');
    return lines;
}

}  // namespace

QStringList dumpFacts(Database& database) {
    QStringList lines = rowsOf(database, "record",
                               {u"id"_qs, u"source_id"_qs, u"order_record_id"_qs, u"party_id"_qs});
    lines << linesOf(database, u"belongs"_qs,
                     "SELECT " + recordName + "record.id) || ' to ' || COALESCE(" + recordName +
                         "order_record_id), '-') || ' of ' || COALESCE(" + partyName +
                         "party_id), '-') FROM record WHERE asserted = 1");
    for (const char* table : {"order_detail", "order_item", "refund_detail", "return_detail",
                              "shipment_detail", "message_detail", "call_detail", "chat_detail",
                              "contact_detail", "payment_detail", "record_text", "reading"})
        lines << rowsOf(database, table, {u"record_id"_qs});
    lines << linesOf(database, u"party"_qs,
                     "SELECT " + recordName +
                         "record_id) || ' ' || role || ' ' || position || "
                         "' ' || is_ours || is_counterpart || ' ' || " +
                         partyName + "party_id) FROM record_party");
    lines << linesOf(database, u"key"_qs,
                     "SELECT DISTINCT kind || ' ' || value || ' ' || joins || ' ' || " + partyName +
                         "party_id) FROM party_key WHERE party_id IN "
                         "(SELECT party_id FROM record_party "
                         "UNION SELECT party_id FROM record)");
    lines << linesOf(
        database, u"said"_qs,
        "SELECT " + recordName +
            "said.record_id) || ' ' || import.path || "
            "import.started_at || ' ' || COALESCE(said.own_date, '-') || ' ' || "
            "COALESCE(said.body, original.body) FROM assertion AS said "
            "JOIN import ON import.id = said.import_id LEFT JOIN assertion AS original "
            "ON original.record_id = said.record_id "
            "AND original.import_id = said.same_as_import");
    lines << linesOf(database, u"finds"_qs,
                     "SELECT 'kettle ' || " + recordName +
                         "text_index.rowid) FROM text_index WHERE text_index MATCH 'kettle'");
    lines << linesOf(database, u"finds"_qs,
                     "SELECT DISTINCT 'example ' || " + partyName +
                         "party_index.rowid) FROM party_index WHERE party_index MATCH 'example' "
                         "AND rowid IN (SELECT party_id FROM record_party)");
    lines << partition(database) << coverage(database);
    lines.sort();
    return lines;
}

QStringList dumpCustomers(Database& database) {
    QStringList lines =
        linesOf(database, u"customer"_qs,
                "SELECT customer_id || ' ' || " + partyName +
                    "link.party_id) || ' ' || rule || ' ' || COALESCE(evidence, '') || ' to ' || "
                    "COALESCE(" +
                    partyName + "joined_to), '-') FROM link");
    lines << linesOf(database, u"number"_qs, "SELECT id FROM customer");
    lines << linesOf(database, u"shared"_qs, "SELECT kind || ' ' || value FROM shared_key");
    lines.sort();
    return lines;
}

QStringList dumpDerived(Database& database) {
    QStringList lines =
        linesOf(database, u"case"_qs,
                "SELECT id || ' of ' || customer_id || ' ' || topic || ' ' || opened_at "
                "FROM complaint_case");
    lines << linesOf(database, u"event"_qs, "SELECT record_id || ' ' || case_id FROM case_event");
    lines << linesOf(database, u"wait"_qs,
                     "SELECT inquiry_id || ' ' || customer_id || ' ' || kind || ' ' || since || "
                     "' ' || COALESCE(answered_at, '-') FROM wait");
    lines << linesOf(database, u"verdict"_qs, "SELECT customer_id || ' ' || verdict FROM verdict");
    lines.sort();
    return lines;
}

qint64 partyCount(Database& database) {
    Query<qint64> count(database, "SELECT count(*) FROM party");
    return std::get<0>(count.one().value());
}

void commitCarelessly(Database& database) {
    Statement(database, "PRAGMA synchronous = OFF").run();
}

}  // namespace goodfaith::store
