// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shop_refresh.h"

#include "app/bounded_queue.h"
#include "app/linked_cases.h"
#include "app/party_linking.h"
#include "app/shop_comparison.h"
#include "app/side_by_side.h"
#include "app/understood_customers.h"
#include "models/scoring/judged_case.h"
#include "models/scoring/queue.h"
#include "models/scoring/score_customer.h"
#include "models/scoring/verdict.h"
#include "models/store/connection_table.h"
#include "models/store/customer_reader.h"
#include "models/store/derived_tables.h"
#include "models/store/import_ledger.h"
#include "models/store/queue_table.h"
#include "models/store/settings_table.h"
#include "models/understanding/text_reader.h"

#include <QLocale>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>
#include <type_traits>

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
            observer(QStringLiteral("Reading messages: %1")
                         .arg(QLocale(QLocale::English).toString(done)),
                     0);
    }
}

ShopParameters withId(store::Database& database, ShopParameters parameters) {
    store::DerivedTables derived(database);
    store::Transaction transaction(database);
    parameters.id = derived.saveParameters(parameters, derived.factsRevision());
    transaction.commit();
    return parameters;
}

// What is kept of customers beside their verdicts. It follows from the facts alone.
struct Kept {
    std::vector<std::pair<CustomerId, Understanding>> understandings;  // cases and waits alone
    std::vector<store::DerivedQueue> queues;

    void add(const CustomerFacts& facts, const Understanding& understanding,
             const scoring::History& history) {
        Understanding& known = understandings.emplace_back(facts.id, Understanding()).second;
        known.cases = understanding.cases;
        known.waits = understanding.waits;
        queues.push_back(
            {facts.id, scoring::queueOf(history), nextChangeAfter(facts, history.asOf())});
    }
};

// What comes of judging customers.
struct Judged {
    std::vector<std::pair<CustomerId, VerdictKind>> verdicts;
    ContradictedCases contradicted;

    void add(Judged&& other) {
        verdicts.insert(verdicts.end(), other.verdicts.begin(), other.verdicts.end());
        contradicted.merge(other.contradicted);
    }
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

void judge(UnderstoodCustomers& customers, const Judging& with, store::CustomerRange range,
           Judged& judged, Kept* kept = nullptr) {
    customers.forEach(range, [&](const CustomerFacts& facts, const Understanding& understanding) {
        const scoring::History history(facts, understanding, with.coverage, with.settings,
                                       with.asOf, &with.parameters.issues);
        const auto cases = scoring::judgeCases(history);
        const Score score = scoring::scoreHistory(
            history, cases, with.parameters,
            linkedTo(facts.id, with.connections, with.contradicted, with.asOf), Sentences::LeftOut);
        judged.verdicts.emplace_back(facts.id, score.verdict);
        addContradicted(facts.id, cases, judged.contradicted);
        if (kept != nullptr)
            kept->add(facts, understanding, history);
    });
}

void keep(store::Database& database, const Kept& kept,
          const std::vector<std::pair<CustomerId, VerdictKind>>& verdicts, Instant asOf) {
    store::DerivedTables derived(database);
    store::Transaction transaction(database);
    derived.saveUnderstandings(kept.understandings);
    derived.saveVerdicts(verdicts);
    store::QueueTable(database).save(kept.queues, asOf);
    transaction.commit();
}

// What a first pass over a share of the customers finds: all but the verdicts of a few, which
// depend on what the shop as a whole is like.
struct Found {
    ShopComparison comparison;
    Kept kept;
    std::vector<std::pair<CustomerId, VerdictKind>> verdicts;
    std::vector<CustomerId> undecided;
};

Found find(UnderstoodCustomers& customers, const ShopSettings& settings, const Coverage& coverage,
           Instant asOf, store::CustomerRange share) {
    Found found{ShopComparison(settings, asOf), {}, {}, {}};
    customers.forEach(share, [&](const CustomerFacts& facts, const Understanding& understanding) {
        const scoring::History history(facts, understanding, coverage, settings, asOf);
        const auto cases = scoring::judgeCases(history);
        found.comparison.add(facts, understanding, history, cases);
        found.kept.add(facts, understanding, history);
        // A contradicted case can count for others, too.
        ContradictedCases contradicted;
        addContradicted(facts.id, cases, contradicted);
        const Judgement* standing = scoring::standingJudgement(history.judgements(), asOf);
        if (!contradicted.empty() || scoring::mayBeDoubted(history, cases))
            found.undecided.push_back(facts.id);
        else
            found.verdicts.emplace_back(
                facts.id, standing != nullptr ? *standing->verdict : VerdictKind::GoodFaith);
    });
    return found;
}

// Calls make(customers, share) on several threads, and use(result) on this one, in any order.
template <class Make, class Use>
void forEachShareHere(const SharedWork& shared, Make make, Use use, std::stop_token stop) {
    using Result = std::invoke_result_t<Make, UnderstoodCustomers&, store::CustomerRange>;
    constexpr size_t sharesAhead = 8;
    BoundedQueue<Result> ready(sharesAhead, 1);
    const std::jthread makers([&] {
        try {
            forEachShare(shared, [&](UnderstoodCustomers& customers, store::CustomerRange share) {
                if (!stop.stop_requested())
                    ready.push(make(customers, share));
            });
            ready.finish();
        } catch (...) {
            ready.finish(std::current_exception());
        }
    });
    try {
        while (auto result = ready.pop())
            use(std::move(*result));
    } catch (...) {
        ready.abandon();
        throw;
    }
}

// Keeps what follows from the facts alone, and returns whose verdicts are still to be found.
std::vector<CustomerId> keepAndCompare(store::Database& database, const SharedWork& shared,
                                       ShopComparison& comparison, const RefreshObserver& observer,
                                       std::stop_token stop) {
    const Coverage coverage = store::ImportLedger(database).coverageLedger();
    std::vector<CustomerId> undecided;
    double done = 0;
    const auto use = [&](Found found) {
        keep(database, found.kept, found.verdicts, shared.asOf);
        comparison.add(found.comparison);
        undecided.insert(undecided.end(), found.undecided.begin(), found.undecided.end());
        if (observer)
            observer(QStringLiteral("Comparing customers"),
                     ++done / static_cast<double>(shared.shares.size()));
    };
    const auto make = [&](UnderstoodCustomers& customers, store::CustomerRange share) {
        return find(customers, shared.settings, coverage, shared.asOf, share);
    };
    forEachShareHere(shared, make, use, stop);
    std::sort(undecided.begin(), undecided.end());
    return undecided;
}

// Few have anything contradicted: whoever is connected to one of them is judged once more.
Judged judgeTheConnected(store::Database& database, const Judging& with) {
    Judged judged;
    UnderstoodCustomers customers(database, with.settings, with.asOf);
    for (const auto& [customer, connections] : with.connections) {
        const bool isConcerned =
            std::any_of(connections.begin(), connections.end(), [&](const Connection& connection) {
                return with.contradicted.count(connection.other) > 0;
            });
        if (isConcerned)
            judge(customers, with, customer, judged);
    }
    return judged;
}

// On several threads; then those who are connected to somebody.
void judgeAndKeep(store::Database& database, const std::vector<CustomerId>& undecided,
                  const ShopSettings& settings, const ShopParameters& parameters,
                  const RefreshObserver& observer, std::stop_token stop) {
    Judging with{settings,        parameters, store::ImportLedger(database).coverageLedger(),
                 parameters.asOf, {},         {}};
    const SharedWork shared{database.path(), sharesAround(undecided), settings, with.asOf};
    Judged all;
    double done = 0;
    const auto use = [&](Judged judged) {
        all.add(std::move(judged));
        if (observer)
            observer(QStringLiteral("Scoring customers"),
                     ++done / static_cast<double>(shared.shares.size()));
    };
    const auto make = [&](UnderstoodCustomers& customers, store::CustomerRange share) {
        Judged judged;
        judge(customers, with, share, judged);
        return judged;
    };
    forEachShareHere(shared, make, use, stop);
    if (stop.stop_requested())
        return;
    with.connections = store::ConnectionTable(database).all();
    with.contradicted = std::move(all.contradicted);
    keep(database, {}, all.verdicts, with.asOf);
    keep(database, {}, judgeTheConnected(database, with).verdicts, with.asOf);
}

void setScored(store::Database& database, qint64 revision) {
    store::Transaction transaction(database);
    store::DerivedTables(database).setScored(scoring::scoringVersion, revision);
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
    return {revision, derived.scoredRevision(scoring::scoringVersion) == revision &&
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
    ShopComparison comparison(settings, now);
    const auto undecided = keepAndCompare(
        database, {database.path(), sharesOf(database), settings, now}, comparison, observer, stop);
    if (stop.stop_requested())
        return;
    const ShopParameters parameters = withId(database, std::move(comparison).finish(database));
    judgeAndKeep(database, undecided, settings, parameters, observer, stop);
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
    UnderstoodCustomers understood(database, settings, now);
    Judged judged;
    Kept kept;
    for (const CustomerId customer : concerned)
        judge(understood, with, customer, judged, &kept);
    keep(database, kept, judged.verdicts, now);
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
    return withId(database, fitShop(database, settings, asOf, {}));
}

ShopParameters parametersAtHand(store::Database& database, const ShopSettings& settings,
                                Instant asOf) {
    const auto newest = store::DerivedTables(database).newestParameters();
    if (newest && newest->asOf <= asOf)
        return *newest;
    return newest ? fitShop(database, settings, asOf, {}) : ShopParameters();
}

}  // namespace goodfaith::app
