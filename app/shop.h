// SPDX-License-Identifier: GPL-3.0-or-later
// A shop's database as the command line and the window ask it: who is this, what happened, what to
// make of it. Belongs to one thread. Answers are computed from the facts as of the instant asked
// for.
#pragma once

#include "app/linked_cases.h"
#include "models/domain/brief.h"
#include "models/domain/facts.h"
#include "models/domain/queue.h"
#include "models/domain/score_course.h"
#include "models/domain/settings.h"
#include "models/domain/shop_text.h"
#include "models/store/database.h"

#include <deque>
#include <functional>
#include <optional>
#include <stop_token>

namespace goodfaith::app {

// Whether a question first brings the derived values up to date, however long that takes, or is
// answered from what is there (the window: its import brings them up to date itself).
enum class Freshness { BringUpToDate, AsIs };

class Shop {
public:
    explicit Shop(const QString& databasePath, Freshness freshness = Freshness::BringUpToDate);

    store::Database& database() { return database_; }
    ShopSettings settings();

    // E-mail, phone in any layout, order or tracking number, name or part of it; best first.
    std::vector<Match> lookUp(const QString& query, int limit);
    // "17" is customer 17, "order:1042" the customer of order 1042, everything else what lookUp
    // finds, if that is exactly one. Throws Failure (NotFound) otherwise.
    CustomerId resolve(const QString& text);

    CustomerOverview overview(CustomerId customer);
    Brief brief(CustomerId customer, Instant asOf);
    Score score(CustomerId customer, Instant asOf);
    // How its scores came about up to then.
    ScoreCourse course(CustomerId customer, Instant asOf);
    // Phrases filled for the customer, or answers; what fits what they ask first.
    std::vector<OfferedText> offeredTexts(ShopTextKind kind, CustomerId customer, Instant asOf);
    // Logs that this was shown to somebody. Where it may not wait for whoever writes just now, it
    // is kept in mind until the next time.
    void logShown(const Brief& brief, const QString& by, Instant at, bool mayWait);
    // By number, one after the other, though not always on the caller's thread.
    void forEachScore(Instant asOf, const std::function<void(const Score&)>& visit,
                      Sentences sentences = Sentences::Written);
    // What many customers complain of, as known then: what still goes on first, then the latest.
    std::vector<CommonIssue> issues(Instant asOf);
    // Who waits, put off or not, the most urgent first; as of now where nothing else is asked for.
    ShopQueue queue(std::optional<Instant> asOf);

private:
    void prepare(Instant asOf);
    Understanding understood(const CustomerFacts& facts, Instant asOf);  // after prepare
    JudgedBy judgedBy(Instant asOf) const;                               // after prepare

    store::Database database_;
    Freshness freshness_;
    // What scores compare with, for the as-of last asked for.
    struct Comparison {
        Instant asOf;
        qint64 revision = 0;
        ShopSettings settings;
        ShopParameters parameters;
        Coverage coverage;
    };
    std::optional<Comparison> comparison_;
    std::deque<std::pair<QByteArray, VerdictShowing>> unlogged_;
};

}  // namespace goodfaith::app
