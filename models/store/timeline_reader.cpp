// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/timeline_reader.h"

#include "models/store/statement.h"
#include "models/store/text_index.h"

#include <functional>

namespace goodfaith::store {
namespace {

// A condition of a timeline and the values it binds, in the order of its placeholders.
class Condition {
public:
    template <class... Values>
    void require(const std::string& sql, const Values&... values) {
        sql_ += " AND " + sql;
        (bind(values), ...);
    }

    // "column IN (…)" with one placeholder for each value.
    template <class Value>
    void requireIn(const std::string& column, const std::vector<Value>& values) {
        std::string list;
        for (const auto& value : values) {
            list += list.empty() ? "" : ", ";
            list += ":v" + std::to_string(bindings_.size());
            bind(value);
        }
        sql_ += " AND " + column + " IN (" + list + ")";
    }

    template <class Value>
    void bind(const Value& value) {
        bindings_.push_back([value](Statement& statement) { statement.add(value); });
    }

    const std::string& sql() const { return sql_; }
    void bindTo(Statement& statement) const {
        for (const auto& binding : bindings_)
            binding(statement);
    }

private:
    std::string sql_;
    std::vector<std::function<void(Statement&)>> bindings_;
};

// What has no date of its own is dated by its order.
constexpr const char* at = "COALESCE(record.at, owner.at)";

std::string likePart(const QString& word) {
    QString escaped = word;
    escaped.replace(u'\\', QStringLiteral("\\\\"))
        .replace(u'%', QStringLiteral("\\%"))
        .replace(u'_', QStringLiteral("\\_"));
    return '%' + escaped.toStdString() + '%';
}

// Texts by the full-text index; titles, which are short and few per customer, as they are.
void requireWords(Condition& condition, const QString& typed) {
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return;
    std::string inTitle;
    std::vector<std::string> parts;
    for (const QString& word : words) {
        inTitle += inTitle.empty() ? "" : " AND ";
        inTitle += "COALESCE(record.title, '') || ' ' || COALESCE(record.snippet, '') LIKE :t" +
                   std::to_string(parts.size()) + " ESCAPE '\\'";
        parts.push_back(likePart(word));
    }
    const QString query = wordsQuery(typed);
    if (query.isEmpty()) {
        condition.require("(" + inTitle + ")");
    } else {
        condition.require(
            "(record.id IN (SELECT rowid FROM text_index WHERE text_index MATCH :words) OR (" +
                inTitle + "))",
            query);
    }
    for (const auto& part : parts)
        condition.bind(part);
}

Condition conditionOf(CustomerId customer, const TimelineFilter& filter) {
    Condition condition;
    condition.require("link.customer_id = :customer", customer);
    condition.require("record.asserted = 1");
    condition.require(std::string(at) + " IS NOT NULL");
    condition.require("record.kind <> :customers AND record.kind <> :items", RecordKind::Customer,
                      RecordKind::OrderItem);
    if (!filter.kinds.empty())
        condition.requireIn("record.kind", filter.kinds);
    if (!filter.events.empty())
        condition.requireIn("record.id", filter.events);
    if (filter.from)
        condition.require(std::string(at) + " >= :from", *filter.from);
    if (filter.to)
        condition.require(std::string(at) + " <= :to", *filter.to);
    requireWords(condition, filter.words);
    return condition;
}

constexpr const char* fromTimeline =
    " FROM link JOIN record ON record.party_id = link.party_id "
    "LEFT JOIN record AS owner ON owner.id = record.order_record_id ";

}  // namespace

std::vector<TimelineRow> readTimeline(const Database& database, CustomerId customer,
                                      const TimelineFilter& filter,
                                      std::optional<TimelineCursor> after, int limit) {
    Condition condition = conditionOf(customer, filter);
    if (after) {
        condition.require(
            std::string("(") + at + " < :before OR (" + at + " = :same AND record.id < :id))",
            after->at, after->at, after->id);
    }
    // The page first, then what is shown beside its rows.
    const std::string page = std::string("SELECT record.id AS id, ") + at + " AS at" +
                             fromTimeline + "WHERE 1 = 1" + condition.sql() +
                             " ORDER BY 2 DESC, 1 DESC LIMIT :limit";
    Query<EventId, Instant, RecordKind, Direction, QString, QString, std::optional<qint64>, QString,
          QString, QString, ImportId, CaseId, bool, bool, bool, bool>
        query(database,
              "SELECT record.id, page.at, record.kind, record.direction, record.title, "
              "COALESCE(substr(reading.new_text, 1, 160), record.snippet), record.amount_minor, "
              "record.currency, CASE WHEN record.kind = :order THEN record.key ELSE owner.key END, "
              "record.status, (SELECT max(import_id) FROM assertion WHERE record_id = record.id), "
              "case_event.case_id, reading.complaint, reading.nature <> 0, "
              "reading.new_text <> '', reading.promises <> '' FROM (" +
                  page +
                  ") AS page JOIN record ON record.id = page.id "
                  "LEFT JOIN record AS owner ON owner.id = record.order_record_id "
                  "LEFT JOIN reading ON reading.record_id = record.id AND reading.version > 0 "
                  "LEFT JOIN case_event ON case_event.record_id = record.id "
                  "ORDER BY page.at DESC, record.id DESC");
    query.add(RecordKind::Order);
    condition.bindTo(query);
    query.add(limit);
    std::vector<TimelineRow> rows;
    for (query.start(); query.next();) {
        TimelineRow& row = rows.emplace_back();
        std::optional<qint64> minor;
        QString currency;
        std::tie(row.id, row.at, row.kind, row.direction, row.title, row.snippet, minor, currency,
                 row.orderKey, row.status, row.import, row.caseId, row.complaint, row.automatic,
                 row.isRead, row.promises) = query.row();
        row.snippet = row.snippet.simplified();
        if (minor)
            row.amount = Money{*minor, Currency::fromCode(currency).value_or(Currency())};
    }
    return rows;
}

KindCounts countTimeline(const Database& database, CustomerId customer,
                         const TimelineFilter& filter) {
    const Condition condition = conditionOf(customer, filter);
    Query<RecordKind, int> query(database, std::string("SELECT record.kind, count(*)") +
                                               fromTimeline + "WHERE 1 = 1" + condition.sql() +
                                               " GROUP BY record.kind");
    condition.bindTo(query);
    KindCounts counts;
    for (query.start(); query.next();) {
        const auto [kind, count] = query.row();
        counts[kind] = count;
    }
    return counts;
}

}  // namespace goodfaith::store
