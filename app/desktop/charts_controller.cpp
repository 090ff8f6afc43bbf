// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts_controller.h"

#include "app/clock.h"
#include "app/csv_record.h"
#include "app/json/report_json.h"
#include "app/report_source.h"
#include "models/domain/failure.h"
#include "models/reports/weekly_report.h"
#include "models/store/derived_tables.h"
#include "views/charts_page.h"

#include <QSaveFile>

#include <algorithm>

namespace goodfaith::app {
namespace {

enum Channel { ReportsChannel, CustomersChannel };

constexpr int shownTopics = 7;
// More is for a spreadsheet; so many are sorted before anybody notices.
constexpr size_t shownRows = 5'000;

struct Table {
    reports::Report report;
    qint64 rows = 0;
};

reports::Report makeTable(Shop& shop, const QString& name, int months) {
    const Instant to = now();
    return makeReport(shop.database(), *reports::findReport(name), monthsBefore(to, months), to,
                      to);
}

Table shownTable(Shop& shop, const QString& name, int months) {
    Table table{makeTable(shop, name, months), 0};
    table.rows = static_cast<qint64>(table.report.rows.size());
    if (table.report.rows.size() > shownRows)
        table.report.rows.resize(shownRows);
    return table;
}

void writeCsv(const reports::Report& report, const QString& path) {
    QSaveFile file(path);
    const bool isOpen = file.open(QIODevice::WriteOnly);
    if (isOpen) {
        file.write(csvRecord(headingCells(report)).toUtf8());
        for (const reports::Row& row : report.rows)
            file.write(csvRecord(textCells(report, row)).toUtf8());
    }
    if (!isOpen || !file.commit())
        throw Failure(
            FailureKind::Unreadable,
            QStringLiteral("\"%1\" could not be written: %2.").arg(path, file.errorString()));
}

// The topics of a series of the complaints report; "other" is all that have none of their own.
std::vector<Topic> topicsOf(const QString& series, const QStringList& shown) {
    const auto topic = topicFromName(series);
    if (topic && *topic != Topic::Other)
        return {*topic};
    std::vector<Topic> rest{Topic::None, Topic::Other};
    for (const Topic other : allTopics()) {
        if (other != Topic::Other && !shown.contains(nameOf(other)))
            rest.push_back(other);
    }
    return rest;
}

std::vector<RecordKind> kindsOf(const QString& series) {
    if (series == u"phone")
        return {RecordKind::Call};
    return {RecordKind::Message, RecordKind::Chat, RecordKind::ContactForm, RecordKind::Survey,
            RecordKind::Review};
}

}  // namespace

struct ChartsController::Reports {
    reports::WeeklyReport complaints;
    reports::WeeklyReport answered;
    Span span;
};

ChartsController::Reports ChartsController::countReports(Shop& shop, int months) {
    const ShopSettings settings = shop.settings();
    const Instant to = now();
    const Instant from = monthsBefore(to, months);
    const store::DerivedTables derived(shop.database());
    Reports counted{
        reports::complaintsPerWeek(derived.cases(from, to), settings, from, to, shownTopics),
        reports::answeredWithinTarget(derived.waits(from, to), settings, from, to, to),
        {from, to, {}}};
    for (const auto& series : counted.complaints.series)
        counted.span.topics << series.name;
    return counted;
}

std::vector<CustomerCount> ChartsController::customersBehind(Shop& shop, const Span& span,
                                                             const Mark& mark) {
    const ShopSettings settings = shop.settings();
    const QDate sunday = mark.week.addDays(7 * mark.weeks - 1);
    const Instant from = std::max(span.from, startOfDay(mark.week, settings.timeZone));
    const Instant to = std::min(span.to, endOfDay(sunday, settings.timeZone));
    const store::DerivedTables derived(shop.database());
    if (mark.report == u"complaints")
        return derived.customersOfCases(from, to, topicsOf(mark.series, span.topics));
    return derived.customersOfWaits(from, to, kindsOf(mark.series), span.to,
                                    span.to - settings.replyTarget);
}

ChartsController::ChartsController(views::ChartsPage& page, WorkerThread& worker) : QObject(&page) {
    connect(&page, &views::ChartsPage::reportsWanted, this,
            [this, &page, &worker](quint64 token, int months) {
                worker.askLatest(
                    ReportsChannel, &page,
                    [months](Shop& shop) { return countReports(shop, months); },
                    [this, &page, token](const Reports& counted) {
                        span_ = counted.span;
                        page.setComplaints(token, counted.complaints);
                        page.setAnswered(token, counted.answered);
                    });
            });
    connect(&page, &views::ChartsPage::tableWanted, this,
            [&page, &worker](quint64 token, const QString& report, int months) {
                worker.askLatest(
                    ReportsChannel, &page,
                    [=](Shop& shop) { return shownTable(shop, report, months); },
                    [&page, token](Table table) {
                        page.setTable(token, std::move(table.report), table.rows);
                    });
            });
    connect(&page, &views::ChartsPage::fileWanted, this,
            [&page, &worker](const QString& path, const QString& report, int months) {
                worker.ask(
                    &page,
                    [=](Shop& shop) {
                        writeCsv(makeTable(shop, report, months), path);
                        return true;
                    },
                    [](bool) {});
            });
    connect(&page, &views::ChartsPage::customersWanted, this,
            [this, &page, &worker](quint64 token, const QString& report, QDate week, int weeks,
                                   const QString& series) {
                const Mark mark{report, week, weeks, series};
                worker.askLatest(
                    CustomersChannel, &page,
                    [mark, span = span_](Shop& shop) { return customersBehind(shop, span, mark); },
                    [&page, token](std::vector<CustomerCount> customers) {
                        page.setCustomers(token, std::move(customers));
                    });
            });
}

}  // namespace goodfaith::app
