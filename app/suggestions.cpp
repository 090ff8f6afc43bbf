// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/suggestions.h"

#include "app/side_by_side.h"
#include "models/identity/birth_date.h"
#include "models/identity/blocking.h"
#include "models/identity/matching.h"
#include "models/store/decision_table.h"
#include "models/store/derived_tables.h"
#include "models/store/match_reader.h"
#include "models/store/suggestion_table.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace goodfaith::app {
namespace {

// A person should look at a pair that is one person as probably as this, even where it is likelier
// that they are two who belong together.
constexpr double sameFrom = 0.25;
constexpr double linkedFrom = 0.5;

// FNV-1a over everything a customer is compared by.
class Digest {
public:
    void add(const QString& text) {
        for (const QChar c : text)
            add(c.unicode());
        add(u'\x1f');
    }
    qint64 value() const { return static_cast<qint64>(value_); }

private:
    void add(char16_t unit) { value_ = (value_ ^ unit) * 1099511628211U; }
    quint64 value_ = 14695981039346656037U;
};

qint64 digestOf(const store::MatchFacts& facts) {
    Digest digest;
    for (const PartyKeys& keys : facts.parties) {
        for (const QString* part : {&keys.name, &keys.street, &keys.postcode, &keys.city})
            digest.add(*part);
    }
    for (const NormalisedKey& key : facts.keys)
        digest.add(nameOf(key.kind) + key.value);
    for (const QString& text : facts.birthDates + facts.orders)
        digest.add(text);
    return digest.value();
}

identity::MatchRecord recordOf(const store::MatchFacts& facts) {
    identity::MatchRecord record;
    record.customer = facts.customer;
    for (const PartyKeys& keys : facts.parties)
        record.addParty(keys);
    for (const NormalisedKey& key : facts.keys)
        record.addKey(key);
    for (const QString& text : facts.birthDates)
        record.addBirth(identity::readBirthDate(text));
    for (const QString& order : facts.orders)
        record.addOrder(order);
    return record;
}

// Everybody, and who is to be compared.
struct Everybody {
    std::vector<identity::MatchRecord> records;
    identity::NameFrequencies frequencies;
    identity::CandidatePairs candidates;
    store::ComparedDigests changed;
};

Everybody readEverybody(store::Database& database, std::stop_token stop) {
    Everybody all;
    const store::ComparedDigests known = store::SuggestionTable(database).digests();
    store::readMatchFacts(database, [&](const store::MatchFacts& facts) {
        const qint64 digest = digestOf(facts);
        const auto before = known.constFind(facts.customer);
        const bool isNew = before == known.constEnd() || *before != digest;
        if (isNew)
            all.changed.insert(facts.customer, digest);
        identity::MatchRecord record = recordOf(facts);
        all.frequencies.add(record);
        all.candidates.add(record, isNew);
        all.records.push_back(std::move(record));
        return !stop.stop_requested();
    });
    return all;
}

// What is kept of a pair while all are compared: the rest is worked out again when it is written.
struct Found {
    quint32 a = 0;
    quint32 b = 0;
    friend auto operator<=>(const Found&, const Found&) = default;
};

// Nothing where nobody need look at the pair.
std::optional<SuggestionKind> kindOf(const identity::Agreement& agreement,
                                     const identity::MatchScore& score) {
    if (score.same >= sameFrom && !identity::areGivenNamesApart(agreement))
        return SuggestionKind::Same;
    // Whoever looks like one person but is called otherwise is likely to be of the same household.
    if (score.linked >= linkedFrom || score.same >= sameFrom)
        return SuggestionKind::Linked;
    return std::nullopt;
}

Suggestion suggestion(const identity::MatchRecord& a, const identity::MatchRecord& b,
                      const identity::MatchContext& context) {
    const identity::Agreement agreement = identity::compare(a, b);
    const identity::MatchScore score = identity::score(agreement, context);
    const bool isLinked = kindOf(agreement, score) == SuggestionKind::Linked;
    return {a.customer, b.customer, isLinked ? SuggestionKind::Linked : SuggestionKind::Same,
            isLinked ? std::max(score.linked, score.same) : score.same,
            identity::evidenceOf(agreement, context, isLinked)};
}

identity::MatchContext contextOf(const Everybody& all) {
    return {identity::shippedParameters(), all.frequencies,
            identity::priorsOf(static_cast<qint64>(all.records.size()))};
}

void compareBlock(const Everybody& all, const identity::MatchContext& context, size_t block,
                  std::vector<Found>& found) {
    all.candidates.forEachPair(block, [&](size_t a, size_t b) {
        const identity::Agreement agreement = identity::compare(all.records[a], all.records[b]);
        if (kindOf(agreement, identity::score(agreement, context)))
            found.push_back({static_cast<quint32>(a), static_cast<quint32>(b)});
    });
}

// Each pair once, though it may come from several blocks.
std::vector<Found> compareAll(const Everybody& all, const SuggestionObserver& observer,
                              std::stop_token stop) {
    constexpr size_t blocksAtOnce = 2000;
    const identity::MatchContext context = contextOf(all);
    const size_t blocks = all.candidates.blockCount();
    std::atomic<size_t> next = 0;
    std::mutex mutex;
    std::vector<Found> found;
    sideBySide(blocks / blocksAtOnce + 1, [&] {
        std::vector<Found> mine;
        for (size_t from = next.fetch_add(blocksAtOnce); from < blocks && !stop.stop_requested();
             from = next.fetch_add(blocksAtOnce)) {
            for (size_t block = from; block < std::min(blocks, from + blocksAtOnce); ++block)
                compareBlock(all, context, block, mine);
            const std::lock_guard lock(mutex);
            if (observer)
                observer(QStringLiteral("Comparing customers"),
                         static_cast<double>(from) / static_cast<double>(blocks));
        }
        const std::lock_guard lock(mutex);
        found.insert(found.end(), mine.begin(), mine.end());
    });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

void addAll(store::SuggestionTable& table, const Everybody& all, const std::vector<Found>& found) {
    constexpr size_t atOnce = 1000;
    const identity::MatchContext context = contextOf(all);
    std::vector<Suggestion> portion;
    for (const auto& [a, b] : found) {
        portion.push_back(suggestion(all.records[a], all.records[b], context));
        if (portion.size() == atOnce)
            table.add(std::exchange(portion, {}));
    }
    table.add(portion);
}

}  // namespace

void refreshSuggestions(store::Database& database, const SuggestionObserver& observer,
                        std::stop_token stop) {
    store::SuggestionTable table(database);
    const qint64 revision = store::DerivedTables(database).factsRevision();
    if (table.comparedRevision() == revision)
        return;
    if (observer)
        observer(QStringLiteral("Reading customers"), 0);
    Everybody all = readEverybody(database, stop);
    all.candidates.prepare();
    const std::vector<Found> found = compareAll(all, observer, stop);
    if (stop.stop_requested())
        return;
    store::Transaction transaction(database);
    // Somebody changed the facts meanwhile: whom this is about may be gone.
    if (store::DerivedTables(database).factsRevision() != revision)
        return;
    table.forget(all.changed);
    addAll(table, all, found);
    table.setComparedRevision(revision);
    transaction.commit();
}

void forEachOpenSuggestion(store::Database& database,
                           const std::function<void(const Suggestion&)>& visit) {
    const store::DecisionTable decisions(database);
    store::SuggestionTable(database).forEach([&](const Suggestion& one) {
        if (!decisions.areDismissed(one.a, one.b) && !decisions.areApart(one.a, one.b))
            visit(one);
    });
}

}  // namespace goodfaith::app
