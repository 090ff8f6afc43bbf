// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/lookup_controller.h"

#include "app/clock.h"
#include "app/current_user.h"
#include "models/store/customer_reader.h"
#include "views/customer_drawers.h"
#include "views/customer_picker.h"
#include "views/lookup_page.h"
#include "views/main_window.h"
#include "views/search_bar.h"

#include <utility>

namespace goodfaith::app {
namespace {

enum Channel {
    SearchChannel,
    BriefChannel,
    CountsChannel,
    TextChannel,
    CourseChannel,
    OfferedChannel
};

constexpr int shownMatches = 10;
constexpr int pageSize = 200;

Instant asOfInstant(std::optional<QDate> day, const ShopSettings& settings) {
    return day ? std::min(endOfDay(*day, settings.timeZone), now()) : now();
}

}  // namespace

LookupController::LookupController(views::MainWindow& window, WorkerThread& worker)
    : QObject(&window), worker_(worker) {
    wireSearch(*window.search());
    wireSearch(*window.lookup()->picker()->search());
    wireBrief(*window.lookup());
    wireDrawers(*window.lookup()->drawers());
    wireTimeline(*window.lookup());
}

void LookupController::wireSearch(views::SearchBar& search) {
    connect(&search, &views::SearchBar::queryChanged, this,
            [&](quint64 token, const QString& text) {
                worker_.askLatest(
                    SearchChannel, &search,
                    [text](Shop& shop) { return shop.lookUp(text, shownMatches); },
                    [&search, token](const std::vector<Match>& matches) {
                        search.setMatches(token, matches);
                    });
            });
}

void LookupController::wireBrief(views::LookupPage& page) {
    connect(&page, &views::LookupPage::briefWanted, this,
            [&](quint64 token, CustomerId customer, std::optional<QDate> asOf) {
                worker_.askLatest(
                    BriefChannel, &page,
                    [=](Shop& shop) {
                        return shop.brief(customer, asOfInstant(asOf, shop.settings()));
                    },
                    [this, &page, token](const Brief& brief) {
                        page.setBrief(token, brief);
                        logShown(brief);
                    },
                    [&page, token](const QString&) { page.briefFailed(token); });
            });
    connect(&page, &views::LookupPage::eventTextWanted, this, [&](quint64 token, EventId event) {
        worker_.askLatest(
            TextChannel, &page,
            [=](Shop& shop) {
                const store::CustomerReader reader(shop.database());
                return std::pair(reader.eventText(event), reader.textJudgement(event));
            },
            [&page, token](const auto& read) {
                page.setEventText(token, read.first, read.second);
            });
    });
}

void LookupController::logShown(const Brief& brief) {
    const Score& score = brief.score;
    const std::tuple shown(score.customer, score.verdict, score.computed, score.parameters);
    if (shown == std::exchange(logged_, shown))
        return;
    worker_.ask(
        this,
        [brief, at = now()](Shop& shop) {
            shop.logShown(brief, currentUser(), at, false);
            return true;
        },
        [](bool) {});
}

void LookupController::wireDrawers(views::CustomerDrawers& drawers) {
    connect(
        &drawers, &views::CustomerDrawers::courseWanted, this,
        [&](quint64 token, CustomerId customer, std::optional<QDate> asOf) {
            worker_.askLatest(
                CourseChannel, &drawers,
                [=](Shop& shop) {
                    return shop.course(customer, asOfInstant(asOf, shop.settings()));
                },
                [&drawers, token](const ScoreCourse& course) { drawers.setCourse(token, course); },
                [&drawers, token](const QString&) { drawers.courseFailed(token); });
        });
    connect(&drawers, &views::CustomerDrawers::textsWanted, this,
            [&](quint64 token, ShopTextKind kind, CustomerId customer, std::optional<QDate> asOf) {
                worker_.askLatest(
                    OfferedChannel, &drawers,
                    [=](Shop& shop) {
                        return shop.offeredTexts(kind, customer,
                                                 asOfInstant(asOf, shop.settings()));
                    },
                    [&drawers, token](std::vector<OfferedText> texts) {
                        drawers.setTexts(token, std::move(texts));
                    },
                    [&drawers, token](const QString&) { drawers.textsFailed(token); });
            });
}

void LookupController::wireTimeline(views::LookupPage& page) {
    connect(&page, &views::LookupPage::timelinePageWanted, this,
            [&](quint64 token, CustomerId customer, const TimelineFilter& filter,
                std::optional<TimelineCursor> after) {
                worker_.ask(
                    &page,
                    [=](Shop& shop) {
                        return store::CustomerReader(shop.database())
                            .timeline(customer, filter, after, pageSize);
                    },
                    [&page, token](std::vector<TimelineRow> rows) {
                        const bool isLast = rows.size() < pageSize;
                        page.addTimelinePage(token, std::move(rows), isLast);
                    },
                    [&page, token](const QString&) { page.timelineFailed(token); });
            });
    connect(
        &page, &views::LookupPage::kindCountsWanted, this,
        [&](quint64 token, CustomerId customer, const TimelineFilter& filter) {
            worker_.askLatest(
                CountsChannel, &page,
                [=](Shop& shop) {
                    return store::CustomerReader(shop.database()).timelineCounts(customer, filter);
                },
                [&page, token](const KindCounts& counts) { page.setKindCounts(token, counts); });
        });
}

}  // namespace goodfaith::app
