// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/as_of_option.h"
#include "app/cli/command_set_ups.h"
#include "app/cli/output.h"
#include "app/json/json_values.h"
#include "app/json/overview_json.h"
#include "app/shop.h"
#include "models/domain/failure.h"
#include "models/store/customer_reader.h"

#include <limits>

namespace goodfaith::app {
namespace {

struct TimelineArguments {
    std::string customer, from, to, search;
    std::vector<std::string> kinds;
    int limit = std::numeric_limits<int>::max();
};

RecordKind kindFrom(const std::string& text) {
    const auto kind = recordKindFromName(QString::fromStdString(text));
    if (!kind || !isOnTimeline(*kind))
        throw Failure(
            FailureKind::WrongUse,
            QStringLiteral("\"%1\" is no kind of event: expected order, payment, refund, return, "
                           "shipment, message, call, chat, contact_form, survey, review or visit.")
                .arg(QString::fromStdString(text)));
    return *kind;
}

TimelineFilter filterFrom(const TimelineArguments& arguments, const ShopSettings& settings) {
    TimelineFilter filter;
    for (const std::string& kind : arguments.kinds)
        filter.kinds.push_back(kindFrom(kind));
    if (!arguments.from.empty())
        filter.from = fromInstant(arguments.from, settings);
    if (!arguments.to.empty())
        filter.to = asOfFrom(arguments.to, settings);
    filter.words = QString::fromStdString(arguments.search);
    return filter;
}

QStringList cells(const TimelineRow& row, const ShopSettings& settings) {
    return {toLocal(row.at, settings.timeZone).toString(QStringLiteral("yyyy-MM-dd HH:mm")),
            nameOf(row.kind), row.direction == Direction::None ? QString() : nameOf(row.direction),
            row.title, row.amount ? toString(*row.amount) : QString()};
}

int timeline(const TimelineArguments& arguments, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    const ShopSettings settings = shop.settings();
    const TimelineFilter filter = filterFrom(arguments, settings);
    const CustomerId customer = shop.resolve(QString::fromStdString(arguments.customer));
    const auto rows = store::CustomerReader(shop.database())
                          .timeline(customer, filter, std::nullopt, arguments.limit);
    if (invocation.json) {
        printJson({{QStringLiteral("events"), toArray(rows, [](const TimelineRow& row) {
                        return QJsonValue(toJson(row));
                    })}});
        return exitDone;
    }
    std::vector<QStringList> table;
    for (const TimelineRow& row : rows)
        table.push_back(cells(row, settings));
    printTable({QStringLiteral("When"), QStringLiteral("Kind"), QStringLiteral("Way"),
                QStringLiteral("What"), QStringLiteral("Amount")},
               table);
    return exitDone;
}

}  // namespace

CommandBody setUpTimeline(CLI::App& options) {
    const auto arguments = std::make_shared<TimelineArguments>();
    options
        .add_option("customer", arguments->customer, "A customer's number, or what lookup finds")
        ->required();
    options.add_option("--kind", arguments->kinds, "Only events of this kind; may be repeated")
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    options.add_option("--from", arguments->from, "From this instant or day on");
    options.add_option("--to", arguments->to, "Up to this instant, or the end of this day");
    options.add_option("--search", arguments->search, "Only events with these words");
    options.add_option("--limit", arguments->limit, "At most so many")
        ->check([](const std::string& text) {
            constexpr qint64 most = std::numeric_limits<int>::max();
            const qint64 limit = QString::fromStdString(text).toLongLong();
            return limit >= 1 && limit <= most ? std::string()
                                               : std::string("expected a whole number from 1 on");
        });
    return [arguments](const Invocation& invocation) { return timeline(*arguments, invocation); };
}

}  // namespace goodfaith::app
