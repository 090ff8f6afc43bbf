// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shop.h"

#include "app/clock.h"
#include "app/customer_course.h"
#include "app/look_up.h"
#include "app/report_source.h"
#include "app/shop_refresh.h"
#include "app/shop_texts.h"
#include "app/understood_customers.h"
#include "app/waiting_customers.h"
#include "models/domain/failure.h"
#include "models/scoring/brief_customer.h"
#include "models/scoring/offered_texts.h"
#include "models/store/connection_table.h"
#include "models/store/customer_reader.h"
#include "models/store/customer_search.h"
#include "models/store/derived_tables.h"
#include "models/store/import_ledger.h"
#include "models/store/judgement_table.h"
#include "models/store/people_said.h"
#include "models/store/settings_table.h"
#include "models/understanding/understand.h"

#include <algorithm>
#include <tuple>

namespace goodfaith::app {
namespace {

[[noreturn]] void notFound(const QString& text) {
    throw Failure(FailureKind::NotFound,
                  QStringLiteral("No customer was found for \"%1\".").arg(text));
}

[[noreturn]] void notOne(const QString& text, const std::vector<Match>& matches) {
    QStringList candidates;
    for (const Match& match : matches)
        candidates << QStringLiteral("%1 %2").arg(match.customer.value()).arg(match.name).trimmed();
    throw Failure(FailureKind::NotFound,
                  QStringLiteral("\"%1\" is no single customer; say which by number: %2.")
                      .arg(text, candidates.join(QStringLiteral(", "))));
}

CustomerId theOnly(const QString& text, const std::vector<Match>& matches) {
    if (matches.empty())
        notFound(text);
    if (matches.size() > 1)
        notOne(text, matches);
    return matches.front().customer;
}

}  // namespace

Shop::Shop(const QString& databasePath, Freshness freshness)
    : database_(databasePath), freshness_(freshness) {}

ShopSettings Shop::settings() {
    return store::SettingsTable(database_).load();
}

std::vector<Match> Shop::lookUp(const QString& query, int limit) {
    return app::lookUp(database_, settings(), query, limit);
}

CustomerId Shop::resolve(const QString& text) {
    constexpr int shownCandidates = 5;
    const QString wanted = text.trimmed();
    store::CustomerSearch search(database_);
    bool isNumber = false;
    const qint64 number = wanted.toLongLong(&isNumber);
    if (isNumber) {
        const auto customer = search.byNumber(number);
        return customer ? *customer : (notFound(text), CustomerId());
    }
    if (wanted.startsWith(QLatin1String("order:")))
        return theOnly(text, search.byOrder(wanted.mid(6), shownCandidates));
    return theOnly(text, lookUp(wanted, shownCandidates));
}

CustomerOverview Shop::overview(CustomerId customer) {
    auto found = store::CustomerReader(database_).overview(customer);
    if (!found)
        notFound(QString::number(customer.value()));
    return std::move(*found);
}

void Shop::prepare(Instant asOf) {
    if (freshness_ == Freshness::BringUpToDate)
        refreshIfStale(database_, now(), {}, {});
    const qint64 revision = store::DerivedTables(database_).factsRevision();
    if (comparison_ && comparison_->asOf == asOf && comparison_->revision == revision)
        return;
    Comparison comparison;
    comparison.asOf = asOf;
    comparison.revision = revision;
    comparison.settings = settings();
    comparison.parameters = freshness_ == Freshness::BringUpToDate
                                ? parametersAsOf(database_, comparison.settings, asOf)
                                : parametersAtHand(database_, comparison.settings, asOf);
    comparison.coverage = store::ImportLedger(database_).coverageLedger();
    comparison_ = std::move(comparison);
}

Brief Shop::brief(CustomerId customer, Instant asOf) {
    CustomerOverview who = overview(customer);
    who.doubtfulAddresses = doubtfulAddresses(database_, who, asOf);
    prepare(asOf);
    const CustomerFacts facts = store::CustomerReader(database_).facts(who.id, asOf);
    const Understanding understanding = understood(facts, asOf);
    const auto connections = store::ConnectionTable(database_).of(who.id);
    const auto contradicted = contradictedOf(database_, judgedBy(asOf), connections);
    return scoring::briefCustomer(
        {facts, understanding, comparison_->coverage, comparison_->parameters,
         comparison_->settings, asOf, linkedThrough(connections, contradicted, asOf)},
        who);
}

// Who is connected makes no difference to what one writes.
std::vector<OfferedText> Shop::offeredTexts(ShopTextKind kind, CustomerId customer, Instant asOf) {
    const CustomerId id = overview(customer).id;
    prepare(asOf);
    const CustomerFacts facts = store::CustomerReader(database_).facts(id, asOf);
    const Understanding understanding = understood(facts, asOf);
    const scoring::ScoringInput input{
        facts, understanding, comparison_->coverage, comparison_->parameters, comparison_->settings,
        asOf};
    const std::vector<ShopText> texts = shopTexts(database_, kind);
    return kind == ShopTextKind::Phrase
               ? scoring::offerPhrases(input, firstNameOf(facts.name), texts)
               : scoring::offerAnswers(input, texts);
}

Understanding Shop::understood(const CustomerFacts& facts, Instant asOf) {
    return understanding::understand(facts, store::DerivedTables(database_).readings(facts.id),
                                     comparison_->settings, asOf,
                                     store::PeopleSaidReader(database_).of(facts.id));
}

ScoreCourse Shop::course(CustomerId customer, Instant asOf) {
    const CustomerId id = overview(customer).id;
    prepare(asOf);
    return courseOf(database_, id, judgedBy(asOf));
}

JudgedBy Shop::judgedBy(Instant asOf) const {
    return {comparison_->settings, comparison_->parameters, comparison_->coverage, asOf};
}

void Shop::logShown(const Brief& brief, const QString& by, Instant at, bool mayWait) {
    constexpr size_t mostUnlogged = 1000;
    const auto newest =
        std::max_element(brief.dataKnownTo.begin(), brief.dataKnownTo.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    const Score& score = brief.score;
    const auto parties = store::CustomerReader(database_).parties(score.customer);
    if (parties.empty())
        return;
    unlogged_.emplace_back(
        parties.front().content,
        VerdictShowing{
            at, by, score.verdict, score.shown(),
            newest == brief.dataKnownTo.end() ? std::nullopt : std::optional(newest->second)});
    if (unlogged_.size() > mostUnlogged)
        unlogged_.pop_front();
    store::JudgementTable table(database_);
    while (!unlogged_.empty() &&
           table.log(unlogged_.front().first, unlogged_.front().second, mayWait))
        unlogged_.pop_front();
}

Score Shop::score(CustomerId customer, Instant asOf) {
    return brief(customer, asOf).score;
}

void Shop::forEachScore(Instant asOf, const std::function<void(const Score&)>& visit,
                        Sentences sentences) {
    prepare(asOf);
    const Comparison& with = *comparison_;
    const Connections connections = store::ConnectionTable(database_).all();
    const auto contradicted =
        connections.empty() ? ContradictedCases() : contradictedOfAll(database_, judgedBy(asOf));
    forEachShareInTurn(
        {database_.path(), sharesOf(database_), with.settings, asOf},
        [&](UnderstoodCustomers& customers, store::CustomerRange share) -> ShareResult {
            std::vector<Score> scores;
            customers.forEach(
                share, [&](const CustomerFacts& facts, const Understanding& understanding) {
                    scores.push_back(scoring::scoreCustomer(
                        {facts, understanding, with.coverage, with.parameters, with.settings, asOf,
                         linkedTo(facts.id, connections, contradicted, asOf), sentences}));
                });
            return [scores = std::move(scores), &visit] {
                for (const Score& score : scores)
                    visit(score);
            };
        });
}

ShopQueue Shop::queue(std::optional<Instant> asOf) {
    if (freshness_ == Freshness::BringUpToDate)
        refreshIfStale(database_, now(), {}, {});
    return queueAsOf(database_, settings(), asOf.value_or(now()));
}

std::vector<CommonIssue> Shop::issues(Instant asOf) {
    prepare(asOf);
    std::vector<CommonIssue> issues = comparison_->parameters.issues.all();
    std::erase_if(issues, [](const CommonIssue& issue) { return !issue.alarm; });
    std::stable_sort(issues.begin(), issues.end(), [](const CommonIssue& a, const CommonIssue& b) {
        return std::tuple(!a.over, a.over ? a.to : a.from) >
               std::tuple(!b.over, b.over ? b.to : b.from);
    });
    return issues;
}

}  // namespace goodfaith::app
