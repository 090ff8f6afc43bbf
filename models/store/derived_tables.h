// SPDX-License-Identifier: GPL-3.0-or-later
// Derived values: readings, cases, waits, parameters, verdicts. All may be dropped and rebuilt
// without loss. Writes within the caller's transaction.
#pragma once

#include "models/domain/overview.h"
#include "models/domain/score.h"
#include "models/domain/understanding.h"
#include "models/store/database.h"

#include <utility>

namespace goodfaith::store {

// A text that has no reading yet, or whose reading is out of date.
struct UnreadText {
    EventId event;
    RecordKind kind = RecordKind::Message;
    Direction direction = Direction::None;
    QString subject;
    QString text;
    QString automaticHeaders;
};

class DerivedTables {
public:
    explicit DerivedTables(Database& database) : database_(database) {}

    // Texts (messages, calls with notes, chats, forms) without a reading of this version. A changed
    // text or direction loses its reading when it is written.
    std::vector<UnreadText> unread(int readingVersion, int limit) const;
    void saveReadings(int readingVersion, const std::vector<EventReading>& readings);
    // By event id; CustomerReadings gives every customer's.
    std::vector<EventReading> readings(CustomerId customer) const;

    // Replaces the cases and waits of the customers named.
    void saveUnderstandings(
        const std::vector<std::pair<CustomerId, Understanding>>& understandings);
    std::vector<CaseOverview> cases(std::optional<Instant> from, std::optional<Instant> to) const;
    std::vector<WaitOverview> waits(std::optional<Instant> from, std::optional<Instant> to) const;
    // Whose cases about these topics were opened in that period, both ends included; the most
    // first.
    std::vector<CustomerCount> customersOfCases(Instant from, Instant to,
                                                const std::vector<Topic>& topics) const;
    // Whose inquiries of these kinds came in that period and were answered by `asOf`, or came
    // before `due`; the most first.
    std::vector<CustomerCount> customersOfWaits(Instant from, Instant to,
                                                const std::vector<RecordKind>& kinds, Instant asOf,
                                                Instant due) const;

    // Gives the set its id; sets are never changed afterwards. Those of other facts lose their
    // issues.
    ParametersId saveParameters(const ShopParameters& parameters, qint64 factsRevision);
    // The newest set, if it was fitted on the facts as they are (see factsRevision).
    std::optional<ShopParameters> latestParameters(qint64 factsRevision) const;
    // The newest set, whatever it was fitted on.
    std::optional<ShopParameters> newestParameters() const;
    // The set fitted as of exactly that instant on those facts.
    std::optional<ShopParameters> parametersAsOf(Instant asOf, qint64 factsRevision) const;
    // The revision that the kept scores are of; -1 before the first run, and where another version
    // of the rules gave them.
    qint64 scoredRevision(int scoringVersion) const;
    void setScored(int scoringVersion, qint64 factsRevision);
    // Counts up with every committed change of facts, settings or links.
    qint64 factsRevision() const;
    void advanceFactsRevision();
    // The same where so few customers are others that what is compared with holds on.
    void advanceFactsRevisionOfFew();
    void carryParametersOver(qint64 from, qint64 to);

    // The verdicts of a full run, for lists and charts. Replaces those of the customers named.
    void saveVerdicts(const std::vector<std::pair<CustomerId, VerdictKind>>& verdicts);
    std::optional<VerdictKind> verdict(CustomerId customer) const;

private:
    Database& database_;
};

}  // namespace goodfaith::store
