// SPDX-License-Identifier: GPL-3.0-or-later
// Believable values for looking at pages: one customer's brief and timeline, imports, reports.
#pragma once

#include "models/domain/brief.h"
#include "models/domain/queue.h"
#include "models/domain/score_course.h"
#include "models/domain/settings.h"
#include "models/domain/shop_text.h"
#include "models/items/comparison.h"
#include "models/items/format.h"
#include "models/items/import_rows.h"
#include "models/items/parties_model.h"
#include "models/items/suggestion_queue.h"
#include "models/reports/weekly_report.h"

namespace goodfaith::samples {

Instant at(const char* iso);
inline Instant now() {
    return at("2024-07-03T16:05:00Z");
}
ShopSettings settings();
items::Format format();
Brief goodFaith();
Brief chronic();
Brief littleKnown();                 // one order, no scores
std::vector<OfferedText> phrases();  // the last lacks something
std::vector<OfferedText> answers();
ScoreCourse course();  // of `chronic`, judged at its end
// Newest first; the first is the newest of `goodFaith`'s events.
std::vector<TimelineRow> timeline(int count);
KindCounts kindCounts();
std::vector<Match> matches();
std::vector<ImportSummary> imports();
std::vector<CoverageRow> coverage();  // calls lag behind
std::vector<items::InputRow> inputs();
items::PreviewTable preview();
items::ImportOutcome outcome();
std::vector<QueueRow> queue();  // the last is put off
std::vector<CommonIssue> issues();
std::vector<CustomerCount> customersOfIssue();
// Of Ada (17) and somebody who may be her (31); of a household with other numbers.
items::Comparison comparison(const items::SuggestedPair& pair);
std::vector<items::SuggestedPair> suggestedPairs();
std::vector<items::PartyRow> parties();
reports::WeeklyReport complaints(int weeks);
reports::WeeklyReport answered(int weeks);

}  // namespace goodfaith::samples
