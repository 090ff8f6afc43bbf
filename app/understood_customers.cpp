// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/understood_customers.h"

#include "app/side_by_side.h"
#include "models/store/customer_reader.h"
#include "models/store/customer_readings.h"
#include "models/store/people_said.h"
#include "models/understanding/understand.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace goodfaith::app {
namespace {

// Threads come to the end of their shares in any order, and go on in that of the shares.
class Turns {
public:
    // Does nothing once it is abandoned.
    void take(size_t turn, const std::function<void()>& work) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return next_ == turn || isAbandoned_; });
        if (isAbandoned_)
            return;
        work();
        ++next_;
        changed_.notify_all();
    }
    void abandon() {
        const std::lock_guard lock(mutex_);
        isAbandoned_ = true;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    size_t next_ = 0;
    bool isAbandoned_ = false;
};

}  // namespace

void forEachUnderstood(store::Database& database, const ShopSettings& settings, Instant asOf,
                       const std::function<void(const CustomerFacts&, const Understanding&)>& visit,
                       store::CustomerRange range) {
    store::CustomerReadings readings(database, range);
    const store::PeopleSaidReader said(database);
    store::CustomerReader(database).forEachFacts(
        asOf,
        [&](const CustomerFacts& facts) {
            visit(facts, understanding::understand(facts, readings.of(facts.id), settings, asOf,
                                                   said.of(facts.id)));
        },
        range);
}

std::vector<store::CustomerRange> sharesOf(store::Database& database) {
    constexpr size_t customersOfShare = 1000;
    const std::vector<CustomerId> customers = store::CustomerReader(database).customerIds();
    std::vector<store::CustomerRange> shares;
    for (size_t first = 0; first < customers.size(); first += customersOfShare) {
        const size_t last = std::min(first + customersOfShare, customers.size()) - 1;
        shares.emplace_back(customers[first], customers[last]);
    }
    return shares;
}

void forEachShare(const QString& databasePath, const std::vector<store::CustomerRange>& shares,
                  const std::function<void(store::Database&, store::CustomerRange)>& work) {
    std::atomic<size_t> next = 0;
    sideBySide(shares.size(), [&] {
        store::Database database(databasePath);
        for (size_t share = next++; share < shares.size(); share = next++)
            work(database, shares[share]);
    });
}

void forEachShareInTurn(
    const QString& databasePath, const std::vector<store::CustomerRange>& shares,
    const std::function<ShareResult(store::Database&, store::CustomerRange)>& work) {
    std::atomic<size_t> next = 0;
    Turns turns;
    sideBySide(shares.size(), [&] {
        try {
            store::Database database(databasePath);
            for (size_t share = next++; share < shares.size(); share = next++)
                turns.take(share, work(database, shares[share]));
        } catch (...) {
            turns.abandon();
            throw;
        }
    });
}

}  // namespace goodfaith::app
