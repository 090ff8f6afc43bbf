// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/calibration/figures.h"

#include <boost/math/distributions/beta.hpp>
#include <set>

namespace goodfaith::calibration {
namespace {

constexpr double tail = 0.025;

double betaQuantile(double a, double b, double probability) {
    return boost::math::quantile(boost::math::beta_distribution<double>(a, b), probability);
}

}  // namespace

double Share::low() const {
    return some == 0 ? 0 : betaQuantile(some, all - some + 1, tail);
}

double Share::high() const {
    return some == all ? 1 : betaQuantile(some + 1, all - some, 1 - tail);
}

Share shareOf(const std::vector<Outcome>& outcomes, const Is& among, const Is& counts) {
    Share share;
    for (const Outcome& outcome : outcomes) {
        if (!among(outcome))
            continue;
        ++share.all;
        share.some += counts(outcome) ? 1 : 0;
    }
    return share;
}

std::vector<Bin> reliabilityOf(const std::vector<Outcome>& outcomes) {
    constexpr int bins = 10;
    std::vector<Bin> result(bins);
    for (int i = 0; i < bins; ++i) {
        result[size_t(i)].from = double(i) / bins;
        result[size_t(i)].to = double(i + 1) / bins;
    }
    for (const Outcome& outcome : outcomes) {
        Bin& bin = result[size_t(std::min(int(outcome.pChronic * bins), bins - 1))];
        bin.said += outcome.pChronic;
        ++bin.pattern.all;
        bin.pattern.some += isPattern(outcome) ? 1 : 0;
    }
    for (Bin& bin : result)
        bin.said = bin.pattern.all == 0 ? 0 : bin.said / bin.pattern.all;
    return result;
}

void ReadingQuality::add(const SimulatedShop& shop) {
    for (const SimulatedCustomer& customer : shop.customers) {
        std::map<EventId, bool> found;
        for (const EventReading& entry : customer.readings)
            found[entry.event] = entry.reading.complaint;
        for (const auto& [event, topic] : customer.meant) {
            const bool isComplaint = topic != Topic::None;
            precision.all += found[event] ? 1 : 0;
            precision.some += found[event] && isComplaint ? 1 : 0;
            recall.all += isComplaint ? 1 : 0;
            recall.some += found[event] && isComplaint ? 1 : 0;
        }
    }
}

void Contacts::add(const SimulatedShop& shop) {
    for (const SimulatedCustomer& customer : shop.customers) {
        std::set<QString> begun;
        for (const MessageFact& message : customer.facts.messages) {
            if (message.direction == Direction::Inbound)
                begun.insert(message.thread);
        }
        threads += qint64(begun.size());
        orders += qint64(customer.facts.orders.size());
    }
}

double Contacts::ofHundredOrders() const {
    return orders == 0 ? 0 : 100 * double(threads) / double(orders);
}

bool isChronicClaimant(const Outcome& outcome) {
    return outcome.abusiveClaims >= claimsOfChronic;
}

bool isWithinReach(const Outcome& outcome) {
    constexpr int least = 3;
    return isChronicClaimant(outcome) && outcome.onRecord >= least;
}

}  // namespace goodfaith::calibration
