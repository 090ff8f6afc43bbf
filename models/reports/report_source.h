// SPDX-License-Identifier: GPL-3.0-or-later
// Where reports get what they count: streamed, of the period that the source was made for. What a
// report asks for only is read.
#pragma once

#include "models/domain/judgement.h"
#include "models/domain/overview.h"
#include "models/domain/settings.h"

#include <functional>
#include <map>

namespace goodfaith::reports {

class ReportSource {
public:
    ReportSource() = default;
    ReportSource(const ReportSource&) = delete;
    ReportSource& operator=(const ReportSource&) = delete;
    virtual ~ReportSource() = default;

    // Each by the time it came, or was opened.
    virtual void forEachWait(const std::function<void(const WaitOverview&)>& visit) const = 0;
    virtual void forEachCase(const std::function<void(const CaseOverview&)>& visit) const = 0;
    virtual void forEachCall(const std::function<void(const CallOverview&)>& visit) const = 0;
    virtual std::vector<MailboxOverview> mailboxes() const = 0;
    virtual std::vector<AddressOverview> doubtfulAddresses() const = 0;
    virtual std::map<CustomerId, QString> customerNames() const = 0;
    // All that stand as acts; one without a verdict takes back the customer's earlier one.
    virtual std::vector<Judgement> judgements() const = 0;
    // Of evidence, by code; empty where those of the program hold.
    virtual std::map<QString, double> ownWeights() const = 0;
};

// What a report is a function of.
struct ReportInput {
    const ReportSource& source;
    const ShopSettings& settings;
    std::optional<Instant> from, to;  // the period, both included; nothing: all there is
    Instant asOf;
    // How far an answer would be known: what waits has waited until then.
    Instant answersKnownTo;
};

}  // namespace goodfaith::reports
