// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/understand.h"

#include "models/understanding/cases.h"
#include "models/understanding/claims_on_record.h"
#include "models/understanding/contacts.h"
#include "models/understanding/promises.h"
#include "models/understanding/resolution.h"
#include "models/understanding/waits.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace goodfaith::understanding {
namespace {

void correctAll(std::vector<EventReading>& readings, const PeopleSaid& said, Instant asOf) {
    for (const ReadingWord& word : said.readingWords) {
        if (word.at > asOf)
            continue;
        const auto known =
            std::find_if(readings.begin(), readings.end(),
                         [&](const EventReading& entry) { return entry.event == word.event; });
        auto& reading = known != readings.end()
                            ? known->reading
                            : readings.emplace_back(word.event, Reading()).reading;
        correct(reading, word);
    }
}

}  // namespace

Understanding understand(const CustomerFacts& allFacts, std::vector<EventReading> readings,
                         const ShopSettings& settings, Instant asOf, const PeopleSaid& said) {
    std::optional<CustomerFacts> cut;
    const CustomerFacts& facts =
        reachBeyond(allFacts, asOf) ? cut.emplace(factsAsOf(allFacts, asOf)) : allFacts;
    correctAll(readings, said, asOf);
    QHash<EventId, const Reading*> byEvent;
    for (const EventReading& entry : readings)
        byEvent.insert(entry.event, &entry.reading);
    auto contacts = contactsOf(facts, byEvent, settings.shortAbandon);
    const auto claims = claimsOnRecord(facts);
    hearClaims(contacts, claims, facts);
    Understanding understanding;
    auto book = casesOf(facts, contacts, claims, asOf);
    understanding.cases = std::move(book.cases);
    noteResolutions(understanding.cases, facts, byEvent);
    understanding.waits = waitsOf(contacts, book.caseOf, asOf);
    understanding.promises =
        promisesOf(facts, contacts, understanding.cases, book.caseOf, settings, asOf, said);
    std::copy_if(said.notes.begin(), said.notes.end(), std::back_inserter(understanding.notes),
                 [&](const Note& note) { return !note.due && note.at <= asOf; });
    std::copy_if(said.judgements.begin(), said.judgements.end(),
                 std::back_inserter(understanding.judgements),
                 [&](const Judgement& judgement) { return judgement.at <= asOf; });
    std::copy_if(said.queueWords.begin(), said.queueWords.end(),
                 std::back_inserter(understanding.queueWords),
                 [&](const QueueWord& word) { return word.at <= asOf; });
    // The contacts look at the readings: no longer from here on.
    std::unordered_set<EventId> known;
    for (const Contact& contact : contacts)
        known.insert(contact.event);
    std::erase_if(readings,
                  [&](const EventReading& entry) { return known.count(entry.event) == 0; });
    std::sort(readings.begin(), readings.end(),
              [](const auto& a, const auto& b) { return a.event < b.event; });
    understanding.readings = std::move(readings);
    return understanding;
}

}  // namespace goodfaith::understanding
