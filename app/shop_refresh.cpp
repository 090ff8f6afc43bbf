// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shop_refresh.h"

#include "app/bounded_queue.h"
#include "app/learnt_weights.h"
#include "app/linked_cases.h"
#include "app/party_linking.h"
#include "app/side_by_side.h"
#include "app/understood_customers.h"
#include "models/issues/common_issues.h"
#include "models/issues/gather.h"
#include "models/scoring/judged_case.h"
#include "models/scoring/queue.h"
#include "models/scoring/score_customer.h"
#include "models/scoring/shop_fit.h"
#include "models/store/connection_table.h"
#include "models/store/customer_reader.h"
#include "models/store/derived_tables.h"
#include "models/store/import_ledger.h"
#include "models/store/queue_table.h"
#include "models/store/settings_table.h"
#include "models/understanding/text_reader.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

namespace goodfaith::app {
namespace {

constexpr int textsAtOnce = 2000;
// Who asks as of now may find that a set was fitted since: that is still the one for now.
constexpr auto sameTime = std::chrono::hours(1);

// All at once, on as many processors as there are: a reading depends on its text alone.
std::vector<EventReading> readAll(const understanding::TextReader& known,
                                  const std::vector<store::UnreadText>& texts) {
    std::vector<EventReading> readings(texts.size());
    std::atomic<size_t> next = 0;
    sideBySide(texts.size(), [&] {
        understanding::TextReader reader = known.forAnotherThread();
        for (size_t at = next++; at < texts.size(); at = next++) {
            const auto& text = texts[at];
            readings[at] = {text.event, reader.read({text.kind, text.direction, text.subject,
                                                     text.text, text.automaticHeaders})};
        }
    });
    return readings;
}

void readNewTexts(store::Database& database, const RefreshObserver& observer,
                  std::stop_token stop) {
    store::DerivedTables derived(database);
    std::optional<understanding::TextReader> reader;
    qint64 done = 0;
    while (!stop.stop_requested()) {
        const auto unread = derived.unread(understanding::readingVersion, textsAtOnce);
        if (unread.empty())
            return;
        if (!reader)
            reader.emplace();
        const auto readings = readAll(*reader, unread);
        store::Transaction transaction(database);
        derived.saveReadings(understanding::readingVersion, readings);
        transaction.commit();
        done += static_cast<qint64>(readings.size());
        if (observer)
            observer(QStringLiteral("Reading messages: %1").arg(done), 0);
    }
}

// What the shop is compared with, and what many customers complain of, from one pass over them.
ShopParameters fitShop(store::Database& database, const ShopSettings& settings, Instant asOf,
                       const RefreshObserver& observer = {}) {
    const Coverage coverage = store::ImportLedger(database).coverageLedger();
    scoring::ShopFit all(settings, asOf);
    issues::IssueFacts allFacts;
    std::mutex mutex;
    const auto shares = sharesOf(database);
    double done = 0;
    forEachShare(
        database.path(), shares, [&](store::Database& connection, store::CustomerRange share) {
            scoring::ShopFit fit(settings, asOf);
            issues::IssueFacts issueFacts;
            const auto add = [&](const CustomerFacts& facts, const Understanding& understanding) {
                fit.add(facts, understanding, coverage);
                issues::gather(facts, understanding, settings.timeZone, issueFacts);
            };
            forEachUnderstood(connection, settings, asOf, add, share);
            const std::lock_guard lock(mutex);
            all.add(fit);
            allFacts.add(issueFacts);
            if (observer)
                observer(QStringLiteral("Comparing customers"),
                         ++done / static_cast<double>(shares.size()));
        });
    ShopParameters parameters = all.fit();
    parameters.issues =
        CommonIssues(issues::findCommonIssues(std::move(allFacts), dayOf(asOf, settings.timeZone)));
    learnWeights(database, settings, asOf, parameters);  // they are evidence, too
    return parameters;
}

ShopParameters fitAndKeep(store::Database& database, const ShopSettings& settings, Instant asOf,
                          const RefreshObserver& observer = {}) {
    store::DerivedTables derived(database);
    ShopParameters parameters = fitShop(database, settings, asOf, observer);
    store::Transaction transaction(database);
    parameters.id = derived.saveParameters(parameters, derived.factsRevision());
    transaction.commit();
    return parameters;
}

// What is kept of a share of the customers.
struct Judged {
    std::vector<std::pair<CustomerId, Understanding>> understandings;
    std::vector<std::pair<CustomerId, VerdictKind>> verdicts;
    std::vector<store::DerivedQueue> queues;
    ContradictedCases contradicted;
};

struct Judging {
    const ShopSettings& settings;
    const ShopParameters& parameters;
    Coverage coverage;
    Instant asOf;
    // Of whom others' complaints are to be looked at.
    Connections connections;
    ContradictedCases contradicted;

    JudgedBy by() const { return {settings, parameters, coverage, asOf}; }
};

Judged judge(store::Database& database, const Judging& with, store::CustomerRange share) {
    Judged judged;
    const auto add = [&](const CustomerFacts& facts, const Understanding& understanding) {
        const scoring::History history(facts, understanding, with.coverage, with.settings,
                                       with.asOf, &with.parameters.issues);
        const auto cases = scoring::judgeCases(history);
        const Score score = scoring::scoreHistory(
            history, cases, with.parameters,
            linkedTo(facts.id, with.connections, with.contradicted, with.asOf), Sentences::LeftOut);
        addContradicted(facts.id, cases, judged.contradicted);
        judged.understandings.emplace_back(facts.id, understanding);
        judged.verdicts.emplace_back(facts.id, score.verdict);
        judged.queues.push_back(
            {facts.id, scoring::queueOf(history), nextChangeAfter(facts, with.asOf)});
    };
    forEachUnderstood(database, with.settings, with.asOf, add, share);
    return judged;
}

void keep(store::Database& database, const Judged& judged, Instant asOf) {
    store::DerivedTables derived(database);
    store::Transaction transaction(database);
    derived.saveUnderstandings(judged.understandings);
    derived.saveVerdicts(judged.verdicts);
    store::QueueTable(database).save(judged.queues, asOf);
    transaction.commit();
}

// Few have anything contradicted: whoever is connected to one of them is judged once more.
void judgeTheConnected(store::Database& database, const Judging& with) {
    for (const auto& [customer, connections] : with.connections) {
        const bool isConcerned =
            std::any_of(connections.begin(), connections.end(), [&](const Connection& connection) {
                return with.contradicted.count(connection.other) > 0;
            });
        if (isConcerned)
            keep(database, judge(database, with, customer), with.asOf);
    }
}

// Judges on several threads, and writes what they find on this one.
void scoreEverybody(store::Database& database, const ShopSettings& settings,
                    const ShopParameters& parameters, const RefreshObserver& observer,
                    std::stop_token stop) {
    Judging with{settings,        parameters, store::ImportLedger(database).coverageLedger(),
                 parameters.asOf, {},         {}};
    ContradictedCases contradicted;
    const auto shares = sharesOf(database);
    constexpr size_t sharesAhead = 8;
    BoundedQueue<Judged> ready(sharesAhead, 1);
    const std::jthread judges([&] {
        try {
            forEachShare(database.path(), shares,
                         [&](store::Database& connection, store::CustomerRange share) {
                             if (!stop.stop_requested())
                                 ready.push(judge(connection, with, share));
                         });
            ready.finish();
        } catch (...) {
            ready.finish(std::current_exception());
        }
    });
    double done = 0;
    try {
        while (auto judged = ready.pop()) {
            keep(database, *judged, with.asOf);
            contradicted.merge(judged->contradicted);
            if (observer)
                observer(QStringLiteral("Scoring customers"),
                         ++done / static_cast<double>(shares.size()));
        }
    } catch (...) {
        ready.abandon();
        throw;
    }
    with.connections = store::ConnectionTable(database).all();
    with.contradicted = std::move(contradicted);
    judgeTheConnected(database, with);
}

void setScored(store::Database& database, qint64 revision) {
    store::Transaction transaction(database);
    store::DerivedTables(database).setScoredRevision(revision);
    transaction.commit();
}

// Whether it is enough to score those concerned. One by one, a customer costs some ten times as
// much as in a run over all.
bool isEnough(store::Database& database, const ScoredState& before,
              const ConcernedCustomers& concerned, Instant now) {
    constexpr auto oldestParameters = std::chrono::hours(24);
    constexpr size_t oneIn = 50;
    if (!before.isCurrent || concerned.areMany())
        return false;
    const auto parameters = store::DerivedTables(database).latestParameters(before.revision);
    const auto customers = static_cast<size_t>(store::CustomerReader(database).customerCount());
    return parameters && parameters->asOf <= now && now < parameters->asOf + oldestParameters &&
           concerned.few().size() * oneIn <= customers;
}

}  // namespace

ScoredState scoredState(store::Database& database) {
    const store::DerivedTables derived(database);
    const qint64 revision = derived.factsRevision();
    return {revision, derived.scoredRevision() == revision &&
                          derived.unread(understanding::readingVersion, 1).empty()};
}

void refreshIfStale(store::Database& database, Instant now, const RefreshObserver& observer,
                    std::stop_token stop) {
    keepLinksByTheRules(database);
    const auto [revision, isCurrent] = scoredState(database);
    if (isCurrent)
        return;
    const ShopSettings settings = store::SettingsTable(database).load();
    readNewTexts(database, observer, stop);
    if (stop.stop_requested())
        return;
    keepAddressKeys(database);
    const ShopParameters parameters = fitAndKeep(database, settings, now, observer);
    scoreEverybody(database, settings, parameters, observer, stop);
    if (stop.stop_requested())
        return;
    setScored(database, revision);
}

void refreshAfter(store::Database& database, const ScoredState& before,
                  const ConcernedCustomers& concerned, Instant now, const RefreshObserver& observer,
                  std::stop_token stop) {
    store::DerivedTables derived(database);
    const qint64 revision = derived.factsRevision();
    if (!isEnough(database, before, concerned, now) || revision == before.revision)
        return refreshIfStale(database, now, observer, stop);
    readNewTexts(database, observer, stop);
    if (stop.stop_requested())
        return;
    keepAddressKeys(database);
    store::Transaction transaction(database);
    derived.carryParametersOver(before.revision, revision);
    transaction.commit();
    refreshCustomers(database, {concerned.few().begin(), concerned.few().end()}, now);
    setScored(database, revision);
}

void refreshCustomers(store::Database& database, const std::vector<CustomerId>& customers,
                      Instant now) {
    const ShopSettings settings = store::SettingsTable(database).load();
    const ShopParameters parameters = parametersAtHand(database, settings, now);
    Judging with{settings, parameters, store::ImportLedger(database).coverageLedger(), now, {}, {}};
    std::set<CustomerId> concerned(customers.begin(), customers.end());
    for (const CustomerId customer : customers) {
        for (const Connection& connection : store::ConnectionTable(database).of(customer))
            concerned.insert(connection.other);
    }
    for (const CustomerId customer : concerned) {
        auto& connections = with.connections[customer];
        connections = store::ConnectionTable(database).of(customer);
        with.contradicted.merge(contradictedOf(database, with.by(), connections));
    }
    for (const CustomerId customer : concerned)
        keep(database, judge(database, with, customer), now);
}

ShopParameters parametersAsOf(store::Database& database, const ShopSettings& settings,
                              Instant asOf) {
    store::DerivedTables derived(database);
    const qint64 revision = derived.factsRevision();
    const auto latest = derived.latestParameters(revision);
    if (latest && latest->asOf <= asOf + sameTime)
        return *latest;
    if (auto kept = derived.parametersAsOf(asOf, revision))
        return std::move(*kept);
    return fitAndKeep(database, settings, asOf);
}

ShopParameters parametersAtHand(store::Database& database, const ShopSettings& settings,
                                Instant asOf) {
    const auto newest = store::DerivedTables(database).newestParameters();
    if (newest && newest->asOf <= asOf)
        return *newest;
    return newest ? fitShop(database, settings, asOf) : ShopParameters();
}

}  // namespace goodfaith::app
