// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shop_comparison.h"

#include "app/learnt_weights.h"
#include "app/understood_customers.h"
#include "models/issues/common_issues.h"
#include "models/issues/gather.h"
#include "models/store/import_ledger.h"

#include <mutex>

namespace goodfaith::app {

ShopComparison::ShopComparison(const ShopSettings& settings, Instant asOf)
    : settings_(settings), asOf_(asOf), fit_(settings, asOf) {}

void ShopComparison::add(const CustomerFacts& facts, const Understanding& understanding,
                         const scoring::History& history,
                         const std::vector<scoring::JudgedCase>& cases) {
    fit_.add(history, cases);
    issues::gather(facts, understanding, settings_.timeZone, issueFacts_);
}

void ShopComparison::add(const ShopComparison& other) {
    fit_.add(other.fit_);
    issueFacts_.add(other.issueFacts_);
}

ShopParameters ShopComparison::finish(store::Database& database) && {
    ShopParameters parameters = fit_.fit();
    parameters.issues = CommonIssues(
        issues::findCommonIssues(std::move(issueFacts_), dayOf(asOf_, settings_.timeZone)));
    learnWeights(database, settings_, asOf_, parameters);  // they are evidence, too
    return parameters;
}

ShopParameters fitShop(store::Database& database, const ShopSettings& settings, Instant asOf,
                       const std::function<void(double share)>& observer) {
    const Coverage coverage = store::ImportLedger(database).coverageLedger();
    const SharedWork shared{database.path(), sharesOf(database), settings, asOf};
    ShopComparison all(settings, asOf);
    std::mutex mutex;
    double done = 0;
    forEachShare(shared, [&](UnderstoodCustomers& customers, store::CustomerRange share) {
        ShopComparison some(settings, asOf);
        customers.forEach(
            share, [&](const CustomerFacts& facts, const Understanding& understanding) {
                const scoring::History history(facts, understanding, coverage, settings, asOf);
                some.add(facts, understanding, history, scoring::judgeCases(history));
            });
        const std::lock_guard lock(mutex);
        all.add(some);
        if (observer)
            observer(++done / static_cast<double>(shared.shares.size()));
    });
    return std::move(all).finish(database);
}

}  // namespace goodfaith::app
