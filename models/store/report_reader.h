// SPDX-License-Identifier: GPL-3.0-or-later
// What managers' reports are counted from, streamed row by row: of a period, both ends included, by
// time.
#pragma once

#include "models/domain/overview.h"
#include "models/store/database.h"

#include <functional>

namespace goodfaith::store {

// Without an end: all there is.
struct ReportPeriod {
    std::optional<Instant> from;
    std::optional<Instant> to;
};

class ReportReader {
public:
    ReportReader(const Database& database, ReportPeriod period)
        : database_(database), period_(period) {}

    // Inquiries that came in the period.
    void forEachWait(const std::function<void(const WaitOverview&)>& visit) const;
    // Cases opened in it.
    void forEachCase(const std::function<void(const CaseOverview&)>& visit) const;
    // Inbound calls that came in it.
    void forEachCall(const std::function<void(const CallOverview&)>& visit) const;
    // By name. What machines sent and received is left out.
    std::vector<MailboxOverview> mailboxes() const;
    // Those from which mail came back in the period, and no mail of theirs came afterwards; by
    // address. Of one customer, or of everybody.
    std::vector<AddressOverview> bouncedAddresses(CustomerId only = {}) const;
    // Whether mail ever came from there: then the address is right.
    bool hasWrittenFrom(const QString& address) const;
    // Every address of every customer, as it is compared; by customer.
    void forEachAddress(const std::function<void(CustomerId, const QString&)>& visit) const;
    // By number; "" where there is none.
    std::map<CustomerId, QString> customerNames() const;

private:
    const Database& database_;
    ReportPeriod period_;
};

}  // namespace goodfaith::store
