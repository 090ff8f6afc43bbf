// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shop_refresh.h"

#include "app/understood_customers.h"
#include "models/scoring/score_customer.h"
#include "models/scoring/shop_fit.h"
#include "models/store/customer_reader.h"
#include "models/store/derived_tables.h"
#include "models/store/import_ledger.h"
#include "models/store/settings_table.h"
#include "models/understanding/text_reader.h"
#include "models/understanding/understand.h"

namespace goodfaith::app {
namespace {

constexpr int textsAtOnce = 2000;
constexpr size_t customersAtOnce = 2000;

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
        std::vector<EventReading> readings;
        for (const auto& text : unread)
            readings.push_back({text.event, reader->read({text.kind, text.direction, text.subject,
                                                          text.text, text.automaticHeaders})});
        store::Transaction transaction(database);
        derived.saveReadings(understanding::readingVersion, readings);
        transaction.commit();
        done += static_cast<qint64>(readings.size());
        if (observer)
            observer(QStringLiteral("Reading messages: %1").arg(done), 0);
    }
}

ShopParameters fitShop(store::Database& database, const ShopSettings& settings, Instant asOf) {
    const Coverage coverage = store::ImportLedger(database).coverageLedger();
    scoring::ShopFit fit(settings, asOf);
    forEachUnderstood(database, settings, asOf,
                      [&](const CustomerFacts& facts, const Understanding& understanding) {
                          fit.add(facts, understanding, coverage);
                      });
    return fit.fit();
}

ShopParameters fitAndKeep(store::Database& database, const ShopSettings& settings, Instant asOf) {
    store::DerivedTables derived(database);
    ShopParameters parameters = fitShop(database, settings, asOf);
    store::Transaction transaction(database);
    parameters.id = derived.saveParameters(parameters, derived.factsRevision());
    transaction.commit();
    return parameters;
}

// Gathers results while the facts are being read, and writes them in transactions of their own.
class ScoreKeeper {
public:
    ScoreKeeper(store::Database& database) : database_(database), derived_(database) {}

    void add(Score score, Understanding understanding) {
        understandings_.emplace_back(score.customer, std::move(understanding));
        scores_.push_back(std::move(score));
        if (scores_.size() >= customersAtOnce)
            flush();
    }
    void flush() {
        store::Transaction transaction(database_);
        derived_.saveUnderstandings(understandings_);
        derived_.saveScores(scores_);
        transaction.commit();
        understandings_.clear();
        scores_.clear();
    }

private:
    store::Database& database_;
    store::DerivedTables derived_;
    std::vector<std::pair<CustomerId, Understanding>> understandings_;
    std::vector<Score> scores_;
};

void scoreEverybody(store::Database& database, const ShopSettings& settings,
                    const ShopParameters& parameters, const RefreshObserver& observer,
                    std::stop_token stop) {
    const Coverage coverage = store::ImportLedger(database).coverageLedger();
    const qint64 count = store::CustomerReader(database).customerCount();
    store::Database writer(database.path());
    ScoreKeeper keeper(writer);
    qint64 done = 0;
    forEachUnderstood(
        database, settings, parameters.asOf,
        [&](const CustomerFacts& facts, const Understanding& understanding) {
            if (stop.stop_requested())
                return;
            keeper.add(scoring::scoreCustomer(
                           {facts, understanding, coverage, parameters, settings, parameters.asOf}),
                       understanding);
            if (observer && ++done % 100 == 0)
                observer(QStringLiteral("Scoring customers"),
                         static_cast<double>(done) / static_cast<double>(count));
        });
    keeper.flush();
}

}  // namespace

void refreshIfStale(store::Database& database, Instant now, const RefreshObserver& observer,
                    std::stop_token stop) {
    store::DerivedTables derived(database);
    const qint64 revision = derived.factsRevision();
    const bool allRead = derived.unread(understanding::readingVersion, 1).empty();
    if (allRead && derived.scoredRevision() == revision)
        return;
    const ShopSettings settings = store::SettingsTable(database).load();
    readNewTexts(database, observer, stop);
    if (stop.stop_requested())
        return;
    if (observer)
        observer(QStringLiteral("Comparing customers"), 0);
    const ShopParameters parameters = fitAndKeep(database, settings, now);
    scoreEverybody(database, settings, parameters, observer, stop);
    if (stop.stop_requested())
        return;
    store::Transaction transaction(database);
    derived.setScoredRevision(revision);
    transaction.commit();
}

ShopParameters parametersAsOf(store::Database& database, const ShopSettings& settings,
                              Instant asOf) {
    store::DerivedTables derived(database);
    const qint64 revision = derived.factsRevision();
    const auto latest = derived.latestParameters(revision);
    if (latest && latest->asOf <= asOf)
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
