// SPDX-License-Identifier: GPL-3.0-or-later
// Reads customers: who they are, their timeline page by page, and their facts.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/overview.h"
#include "models/store/customer_range.h"
#include "models/store/database.h"

#include <functional>

namespace goodfaith::store {

class CustomerReader {
public:
    explicit CustomerReader(Database& database) : database_(database) {}

    qint64 customerCount() const;
    std::vector<CustomerId> customerIds() const;  // ascending
    // Nothing when there is no such customer (aliases are resolved).
    std::optional<CustomerOverview> overview(CustomerId id) const;
    void forEachOverview(const std::function<void(const CustomerOverview&)>& visit) const;

    // Whoever the customer is made of: the first named first, then by whom they were joined to, so
    // that whoever joins stands below whom they joined.
    std::vector<PartyOverview> parties(CustomerId id) const;

    // As the files had them, each once.
    QStringList birthDates(CustomerId id) const;

    // Whose party the first of these contents is that is anybody's; none when there is none.
    CustomerId customerOf(const std::vector<QByteArray>& contents) const;

    // Newest first, at most `limit` rows after the cursor.
    std::vector<TimelineRow> timeline(CustomerId id, const TimelineFilter& filter,
                                      std::optional<TimelineCursor> after, int limit) const;
    KindCounts timelineCounts(CustomerId id, const TimelineFilter& filter) const;
    // The whole text of a message, chat, form, or a call's notes; "" for other kinds.
    QString eventText(EventId event) const;
    // Nothing of what has no text, or is still to be read.
    std::optional<TextJudgement> textJudgement(EventId event) const;
    // Which customers these events are of.
    std::vector<CustomerId> customersOf(const std::vector<EventId>& events) const;
    // Whether no import but that one says anything of what is on the customer's timeline.
    bool isKnownFromAlone(CustomerId id, ImportId import) const;

    // `asOf` only dates what is counted back from it (visits); nothing is cut off.
    CustomerFacts facts(CustomerId id, Instant asOf) const;
    // Every customer's facts, by customer number, in one pass over the tables.
    void forEachFacts(Instant asOf, const std::function<void(const CustomerFacts&)>& visit,
                      CustomerRange range = {}) const;

private:
    Database& database_;
};

}  // namespace goodfaith::store
