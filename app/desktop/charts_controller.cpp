// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts_controller.h"

#include "app/clock.h"
#include "models/reports/weekly_report.h"
#include "models/store/derived_tables.h"
#include "views/charts_page.h"

namespace goodfaith::app {
namespace {

constexpr int reportsChannel = 0;
constexpr int shownTopics = 7;

struct Reports {
    reports::WeeklyReport complaints;
    reports::WeeklyReport answered;
};

Reports countReports(Shop& shop, int months) {
    const ShopSettings settings = shop.settings();
    const Instant to = now();
    const Instant from = monthsBefore(to, months);
    const store::DerivedTables derived(shop.database());
    return {reports::complaintsPerWeek(derived.cases(from, to), settings, from, to, shownTopics),
            reports::answeredWithinTarget(derived.waits(from, to), settings, from, to, to)};
}

}  // namespace

ChartsController::ChartsController(views::ChartsPage& page, WorkerThread& worker) : QObject(&page) {
    connect(&page, &views::ChartsPage::reportsWanted, this,
            [&page, &worker](quint64 token, int months) {
                worker.askLatest(
                    reportsChannel, &page,
                    [months](Shop& shop) { return countReports(shop, months); },
                    [&page, token](const Reports& counted) {
                        page.setComplaints(token, counted.complaints);
                        page.setAnswered(token, counted.answered);
                    });
            });
}

}  // namespace goodfaith::app
