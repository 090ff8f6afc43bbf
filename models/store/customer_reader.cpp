// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/customer_reader.h"

#include "models/store/customer_search.h"
#include "models/store/facts_reader.h"
#include "models/store/note_table.h"
#include "models/store/overview_reader.h"
#include "models/store/party_reader.h"
#include "models/store/statement.h"
#include "models/store/timeline_reader.h"

#include <set>

namespace goodfaith::store {
namespace {

// The number as it is now: an old one leads to the customer it became.
CustomerId current(Database& database, CustomerId id) {
    return CustomerSearch(database).byNumber(id.value()).value_or(id);
}

}  // namespace

qint64 CustomerReader::customerCount() const {
    Query<qint64> query(database_, "SELECT count(*) FROM customer");
    return std::get<0>(query.one().value());
}

std::vector<CustomerId> CustomerReader::customerIds() const {
    Query<CustomerId> query(database_, "SELECT id FROM customer ORDER BY id");
    std::vector<CustomerId> ids;
    for (const auto& [id] : query.all())
        ids.push_back(id);
    return ids;
}

std::optional<CustomerOverview> CustomerReader::overview(CustomerId id) const {
    std::optional<CustomerOverview> found;
    readOverviews(database_, current(database_, id),
                  [&](const CustomerOverview& overview) { found = overview; });
    return found;
}

void CustomerReader::forEachOverview(
    const std::function<void(const CustomerOverview&)>& visit) const {
    readOverviews(database_, {}, visit);
}

std::vector<PartyOverview> CustomerReader::parties(CustomerId id) const {
    return readParties(database_, current(database_, id));
}

QStringList CustomerReader::birthDates(CustomerId id) const {
    Query<QString> query(database_,
                         "SELECT DISTINCT contact_detail.date_of_birth FROM link "
                         "JOIN record ON record.party_id = link.party_id "
                         "JOIN contact_detail ON contact_detail.record_id = record.id "
                         "WHERE link.customer_id = :customer");
    QStringList dates;
    for (const auto& [date] : query.all(current(database_, id)))
        dates << date;
    return dates;
}

CustomerId CustomerReader::customerOf(const std::vector<QByteArray>& contents) const {
    Query<CustomerId> query(database_,
                            "SELECT link.customer_id FROM party "
                            "JOIN link ON link.party_id = party.id WHERE content_hash = :content");
    for (const QByteArray& content : contents) {
        if (const auto found = query.one(content))
            return std::get<0>(*found);
    }
    return {};
}

std::vector<TimelineRow> CustomerReader::timeline(CustomerId id, const TimelineFilter& filter,
                                                  std::optional<TimelineCursor> after,
                                                  int limit) const {
    return readTimeline(database_, current(database_, id), filter, after, limit);
}

KindCounts CustomerReader::timelineCounts(CustomerId id, const TimelineFilter& filter) const {
    return countTimeline(database_, current(database_, id), filter);
}

QString CustomerReader::eventText(EventId event) const {
    Query<QString> query(database_, "SELECT text FROM record_text WHERE record_id = :id");
    const auto found = query.one(event);
    return found ? std::get<0>(*found) : QString();
}

std::optional<TextJudgement> CustomerReader::textJudgement(EventId event) const {
    Query<bool, Topic, QString, QString> query(
        database_,
        "SELECT complaint, topic, moved_by, promises FROM reading "
        "WHERE record_id = :id AND version > 0 AND new_text <> ''");
    const auto found = query.one(event);
    if (!found)
        return std::nullopt;
    const auto& [complains, topic, movedBy, promises] = *found;
    Reading reading;
    reading.complaint = complains;
    reading.topic = topic;
    const PeopleSaid said = NoteTable(database_).saidOf(event);
    for (const ReadingWord& word : said.readingWords)
        correct(reading, word);
    TextJudgement judgement{reading.complaint,
                            reading.complaint ? reading.topic : Topic::None,
                            {},
                            statedPromisesFrom(promises)};
    for (const QString& words : movedBy.split(u'\n', Qt::SkipEmptyParts))
        judgement.movedBy.push_back(words);
    if (!said.readingWords.empty())
        judgement.corrected = said.readingWords.back();
    if (!said.promiseWords.empty())
        judgement.settled = said.promiseWords.back();
    return judgement;
}

std::vector<CustomerId> CustomerReader::customersOf(const std::vector<EventId>& events) const {
    Query<CustomerId> query(database_,
                            "SELECT link.customer_id FROM record "
                            "JOIN link ON link.party_id = record.party_id WHERE record.id = :id");
    std::set<CustomerId> customers;
    for (const EventId event : events) {
        if (const auto found = query.one(event))
            customers.insert(std::get<0>(*found));
    }
    return {customers.begin(), customers.end()};
}

bool CustomerReader::isKnownFromAlone(CustomerId id, ImportId import) const {
    Query<bool> others(database_,
                       "SELECT EXISTS (SELECT 1 FROM link "
                       "JOIN record ON record.party_id = link.party_id "
                       "JOIN assertion ON assertion.record_id = record.id "
                       "JOIN import ON import.id = assertion.import_id AND import.undone = 0 "
                       "WHERE link.customer_id = :customer AND import.id <> :import)");
    return !std::get<0>(others.one(id, import).value());
}

CustomerFacts CustomerReader::facts(CustomerId id, Instant asOf) const {
    CustomerFacts found;
    found.id = current(database_, id);
    FactsReader(database_, asOf).read(found.id, [&](CustomerFacts& facts) {
        found = std::move(facts);
    });
    return found;
}

void CustomerReader::forEachFacts(Instant asOf,
                                  const std::function<void(const CustomerFacts&)>& visit,
                                  CustomerRange range) const {
    FactsReader(database_, asOf).read(range, visit);
}

}  // namespace goodfaith::store
