// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/queue_word_table.h"

#include "models/domain/act.h"
#include "models/store/record_remaking.h"
#include "models/store/statement.h"

#include <algorithm>

namespace goodfaith::store {
namespace {

using WordQuery = Query<ActId, Instant, QString, QString, std::optional<Instant>, CustomerId,
                        QueueKind, EventId, int, ActId>;

// One row a part; without a customer while nothing is known of them.
constexpr const char* selectWords =
    "SELECT act.id, act.at, act.by_whom, queue_word.reason, queue_word.until_at, "
    "link.customer_id, part.matter, record.id, part.place, part.noted "
    "FROM queue_word_part AS part JOIN queue_word ON queue_word.act_id = part.act_id "
    "JOIN act ON act.id = part.act_id "
    "LEFT JOIN record ON record.source_id = part.source_id AND record.kind = part.kind "
    "AND record.key = part.key "
    "LEFT JOIN note ON note.act_id = part.noted "
    "LEFT JOIN party ON party.content_hash = note.content_hash "
    "LEFT JOIN link ON link.party_id = COALESCE(record.party_id, party.id) ";

WaitName meantBy(const WordQuery::Row& row) {
    return {std::get<6>(row), std::get<7>(row), std::get<8>(row), std::get<9>(row)};
}

// Adds the row's part to the last word, or to a new one.
void addTo(std::vector<QueueWord>& words, const WordQuery::Row& row) {
    if (words.empty() || words.back().act != std::get<0>(row))
        words.push_back({std::get<0>(row),
                         std::get<1>(row),
                         std::get<2>(row),
                         std::get<3>(row),
                         std::get<4>(row),
                         {}});
    const WaitName meant = meantBy(row);
    if (!meant.event.isNone() || !meant.noted.isNone())
        words.back().meant.push_back(meant);
}

}  // namespace

void QueueWordTable::add(const QueueWord& word) {
    Statement(database_,
              "INSERT INTO queue_word (act_id, until_at, reason) VALUES (:act, :until, :reason)")
        .run(word.act, word.until, word.reason);
    Statement part(database_,
                   "INSERT INTO queue_word_part "
                   "(act_id, position, matter, place, noted, source_id, kind, key) VALUES "
                   "(:act, :position, :matter, :place, :noted, :source, :kind, :key)");
    int position = 0;
    for (const WaitName& meant : word.meant) {
        const auto record = meant.noted.isNone() ? recordNamed(database_, meant.event)
                                                 : std::optional<RecordName>();
        part.run(word.act, position++, meant.kind, meant.place, meant.noted,
                 record ? record->source : SourceId(),
                 record ? std::optional(record->kind) : std::nullopt,
                 record ? record->key : QString());
    }
}

std::optional<QueueWord> QueueWordTable::wordOf(ActId act) const {
    WordQuery query(database_, std::string(selectWords) + "WHERE act.id = :act ORDER BY position");
    std::vector<QueueWord> words;
    for (const auto& row : query.all(act))
        addTo(words, row);
    return words.empty() ? std::nullopt : std::optional(std::move(words.front()));
}

std::vector<CustomerId> QueueWordTable::customersOf(ActId act) const {
    WordQuery query(database_, std::string(selectWords) + "WHERE act.id = :act ORDER BY position");
    std::vector<CustomerId> customers;
    for (const auto& row : query.all(act)) {
        const CustomerId customer = std::get<5>(row);
        const bool isKnown =
            std::find(customers.begin(), customers.end(), customer) != customers.end();
        if (!customer.isNone() && !isKnown)
            customers.push_back(customer);
    }
    return customers;
}

std::map<CustomerId, std::vector<QueueWord>> QueueWordTable::all() const {
    WordQuery query(database_, std::string(selectWords) +
                                   "WHERE act.state = :stands ORDER BY act.id, position");
    std::map<CustomerId, std::vector<QueueWord>> words;
    for (const auto& row : query.all(ActState::Stands)) {
        if (const CustomerId customer = std::get<5>(row); !customer.isNone())
            addTo(words[customer], row);
    }
    return words;
}

}  // namespace goodfaith::store
