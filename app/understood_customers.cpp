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

UnderstoodCustomers::UnderstoodCustomers(store::Database& database, const ShopSettings& settings,
                                         Instant asOf)
    : settings_(settings),
      asOf_(asOf),
      readings_(database),
      said_(database),
      facts_(database, asOf) {}

void UnderstoodCustomers::forEach(store::CustomerRange range, const VisitUnderstood& visit) {
    readings_.start(range);
    facts_.read(range, [&](const CustomerFacts& facts) {
        visit(facts, understanding::understand(facts, readings_.of(facts.id), settings_, asOf_,
                                               said_.of(facts.id)));
    });
}

void forEachUnderstood(store::Database& database, const ShopSettings& settings, Instant asOf,
                       const VisitUnderstood& visit, store::CustomerRange range) {
    UnderstoodCustomers(database, settings, asOf).forEach(range, visit);
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

std::vector<store::CustomerRange> sharesAround(const std::vector<CustomerId>& customers) {
    constexpr qint64 readOver = 4;  // rather than to start anew
    constexpr qint64 mostOfShare = 250;
    std::vector<store::CustomerRange> shares;
    for (const CustomerId customer : customers) {
        const bool goesOn = !shares.empty() &&
                            customer.value() - shares.back().last.value() <= readOver &&
                            customer.value() - shares.back().first.value() < mostOfShare;
        if (goesOn)
            shares.back().last = customer;
        else
            shares.emplace_back(customer);
    }
    return shares;
}

void forEachShare(const SharedWork& shared,
                  const std::function<void(UnderstoodCustomers&, store::CustomerRange)>& work) {
    const auto& shares = shared.shares;
    std::atomic<size_t> next = 0;
    sideBySide(shares.size(), [&] {
        store::Database database(shared.databasePath);
        UnderstoodCustomers customers(database, shared.settings, shared.asOf);
        for (size_t share = next++; share < shares.size(); share = next++)
            work(customers, shares[share]);
    });
}

void forEachShareInTurn(
    const SharedWork& shared,
    const std::function<ShareResult(UnderstoodCustomers&, store::CustomerRange)>& work) {
    const auto& shares = shared.shares;
    std::atomic<size_t> next = 0;
    Turns turns;
    sideBySide(shares.size(), [&] {
        try {
            store::Database database(shared.databasePath);
            UnderstoodCustomers customers(database, shared.settings, shared.asOf);
            for (size_t share = next++; share < shares.size(); share = next++)
                turns.take(share, work(customers, shares[share]));
        } catch (...) {
            turns.abandon();
            throw;
        }
    });
}

}  // namespace goodfaith::app
