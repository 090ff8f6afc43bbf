// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/customer_search.h"

#include "models/store/overview_reader.h"
#include "models/store/statement.h"
#include "models/store/text_index.h"

#include <algorithm>
#include <functional>

namespace goodfaith::store {
namespace {

using Kind = NormalisedKey::Kind;

constexpr qsizetype shortestPart = 3;  // of what trigrams can find

QString whyOf(Kind kind) {
    switch (kind) {
        case Kind::Email:
            return QStringLiteral("e-mail");
        case Kind::Phone:
            return QStringLiteral("phone");
        case Kind::ShopNumber:
            return QStringLiteral("customer number");
    }
    return {};
}

// The customers of the query's first column in its order, each once, with who they are.
template <class... Columns, class Why>
std::vector<Match> matches(const Database& database, Query<CustomerId, Columns...>& query,
                           int limit, Why why) {
    std::vector<Match> found;
    while (query.next() && static_cast<int>(found.size()) < limit) {
        const auto row = query.row();
        const CustomerId customer = std::get<0>(row);
        const bool isKnown = std::any_of(found.begin(), found.end(), [&](const Match& match) {
            return match.customer == customer;
        });
        if (isKnown)
            continue;
        Match& match = found.emplace_back();
        match.customer = customer;
        match.why = why(row);
    }
    for (Match& match : found) {
        readOverviews(database, match.customer, [&](const CustomerOverview& overview) {
            match.name = overview.name;
            match.emails = overview.emails;
            match.phones = overview.phones;
        });
    }
    return found;
}

auto always(const QString& why) {
    return [why](const auto&) { return why; };
}

// The first text after every one that begins with `prefix`, in the engine's order of UTF-8 bytes.
QString afterAll(const QString& prefix) {
    return prefix + QString::fromUcs4(U"\U0010FFFF");
}

}  // namespace

std::vector<Match> CustomerSearch::byKey(const NormalisedKey& key, int limit) const {
    Query<CustomerId> query(database_,
                            "SELECT link.customer_id FROM party_key "
                            "JOIN link ON link.party_id = party_key.party_id "
                            "WHERE party_key.kind = :kind AND party_key.value = :value "
                            "ORDER BY link.customer_id");
    query.start(key.kind, key.value);
    return matches(database_, query, limit, always(whyOf(key.kind)));
}

std::vector<Match> CustomerSearch::byEmailPrefix(const QString& prefix, int limit) const {
    if (prefix.isEmpty())
        return {};
    Query<CustomerId> query(database_,
                            "SELECT link.customer_id FROM party_key "
                            "JOIN link ON link.party_id = party_key.party_id WHERE "
                            "party_key.kind = :kind AND party_key.value >= :from AND "
                            "party_key.value < :to ORDER BY party_key.value, link.customer_id");
    const QString lower = prefix.toLower();
    query.start(Kind::Email, lower, afterAll(lower));
    return matches(database_, query, limit, always(QStringLiteral("e-mail")));
}

std::vector<Match> CustomerSearch::byPhoneDigits(const QString& digits, int limit) const {
    constexpr qsizetype fewestDigits = 4;
    if (digits.size() < fewestDigits)
        return {};
    // The index finds the part in any key; the number itself decides.
    Query<CustomerId> query(database_,
                            "SELECT link.customer_id FROM party_index "
                            "JOIN party_key ON party_key.party_id = party_index.rowid AND "
                            "party_key.kind = :kind JOIN link ON link.party_id = party_index.rowid "
                            "WHERE party_index MATCH :part AND instr(party_key.value, :digits) > 0 "
                            "ORDER BY length(party_key.value) - instr(party_key.value, :again), "
                            "link.customer_id");
    query.start(Kind::Phone, partQuery("keys", digits), digits, digits);
    return matches(database_, query, limit, always(QStringLiteral("phone")));
}

std::vector<Match> CustomerSearch::byOrder(const QString& orderKey, int limit) const {
    QString bare = orderKey.trimmed();
    while (bare.startsWith(u'#'))
        bare.remove(0, 1);
    Query<CustomerId, QString> query(
        database_,
        "SELECT link.customer_id, record.key FROM record "
        "JOIN link ON link.party_id = record.party_id WHERE record.kind = :kind AND "
        "record.key IN (:typed, :bare, :marked) ORDER BY record.at DESC, record.id DESC");
    query.start(RecordKind::Order, orderKey.trimmed(), bare, QString(u'#' + bare));
    return matches(database_, query, limit, [](const auto& row) -> QString {
        return QStringLiteral("order ") + std::get<1>(row);
    });
}

std::vector<Match> CustomerSearch::byTracking(const QString& tracking, int limit) const {
    const QString typed = tracking.simplified();
    QString joined = typed;
    joined.remove(u' ');
    Query<CustomerId, QString> query(
        database_,
        "SELECT link.customer_id, shipment_detail.tracking FROM shipment_detail "
        "JOIN record ON record.id = shipment_detail.record_id "
        "JOIN link ON link.party_id = record.party_id "
        "WHERE shipment_detail.tracking IN (:typed, :joined, :upper) "
        "ORDER BY record.at DESC, record.id DESC");
    query.start(typed, joined, joined.toUpper());
    return matches(database_, query, limit, [](const auto& row) -> QString {
        return QStringLiteral("tracking number ") + std::get<1>(row);
    });
}

std::vector<Match> CustomerSearch::byName(const QString& part, int limit) const {
    const QString folded = foldedName(part);
    const QString beginning = QString(folded).remove(u'%').remove(u'_');
    if (beginning.isEmpty())
        return {};
    const auto why = always(QStringLiteral("name"));
    if (folded.size() < shortestPart) {
        Query<CustomerId> query(database_,
                                "SELECT link.customer_id FROM party "
                                "JOIN link ON link.party_id = party.id WHERE party.name LIKE :part "
                                "ORDER BY party.name, link.customer_id LIMIT :limit");
        constexpr int partiesForOne = 20;  // several parties may be one customer
        query.start(QString(QString(folded).remove(u'%').remove(u'_') % u'%'),
                    limit * partiesForOne);
        return matches(database_, query, limit, why);
    }
    // Whole names first, then names that begin so, then parts of names.
    Query<CustomerId> query(
        database_,
        "SELECT link.customer_id FROM (SELECT rowid AS id FROM party_index WHERE party_index MATCH "
        ":part LIMIT :most) AS found JOIN party ON party.id = found.id "
        "JOIN link ON link.party_id = found.id "
        "ORDER BY lower(party.name) <> :whole, instr(lower(party.name), :begin) <> 1, party.name, "
        "link.customer_id");
    constexpr int mostLookedAt = 3000;  // a common name must not make typing wait
    query.start(partQuery("name", folded), mostLookedAt, folded, folded);
    return matches(database_, query, limit, why);
}

std::optional<CustomerId> CustomerSearch::byNumber(qint64 number) const {
    Query<CustomerId> query(database_,
                            "SELECT link.customer_id FROM founder "
                            "JOIN link ON link.party_id = founder.party_id "
                            "WHERE founder.number = :number");
    const auto found = query.one(number);
    return found ? std::optional(std::get<0>(*found)) : std::nullopt;
}

}  // namespace goodfaith::store
