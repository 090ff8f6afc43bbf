// SPDX-License-Identifier: GPL-3.0-or-later
// queue: who waits, most urgent first.
#include "app/cli/as_of_option.h"
#include "app/cli/brief_text.h"
#include "app/cli/command_set_ups.h"
#include "app/cli/output.h"
#include "app/clock.h"
#include "app/json/json_values.h"
#include "app/json/queue_json.h"
#include "app/shop.h"

namespace goodfaith::app {
namespace {

struct QueueArguments {
    std::string asOf;
    bool snoozed = false;
};

QString whatFor(const QueueRow& row) {
    if (!row.entry.phrase.isEmpty())
        return row.entry.phrase;
    return row.words.isEmpty() ? row.title : row.words;
}

QStringList cells(const QueueRow& row, const ShopSettings& settings, Instant asOf) {
    constexpr qsizetype longestWords = 60;
    const QueueEntry& entry = row.entry;
    return {textOf(entry.wait),
            nameOf(entry.wait.kind).replace(u'_', u' '),
            toLocal(entry.due, settings.timeZone).toString(QStringLiteral("yyyy-MM-dd HH:mm")) +
                (entry.isOverdue(asOf) ? QStringLiteral(" over") : QString()),
            QStringLiteral("%1 %2").arg(entry.customer.value()).arg(row.name),
            moneyText(row.value, settings.currency),
            whatFor(row).left(longestWords)};
}

void printQueue(const std::vector<QueueRow>& rows, const ShopSettings& settings, Instant asOf) {
    if (rows.empty())
        return printLine(QStringLiteral("Nobody waits."));
    std::vector<QStringList> lines;
    for (const QueueRow& row : rows)
        lines.push_back(cells(row, settings, asOf));
    printTable({QStringLiteral("wait"), QStringLiteral("for"), QStringLiteral("due"),
                QStringLiteral("customer"), QStringLiteral("value"), QStringLiteral("what")},
               lines);
}

// What was answered since is not seen.
void sayKnownTo(std::optional<Instant> knownTo, const ShopSettings& settings, Instant asOf) {
    if (knownTo && asOf - *knownTo > std::chrono::days(1))
        sayLine(QStringLiteral("Messages and calls are known up to %1.")
                    .arg(toLocal(*knownTo, settings.timeZone)
                             .toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
}

int queue(const QueueArguments& arguments, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    const ShopSettings settings = shop.settings();
    std::optional<Instant> wanted;
    if (!arguments.asOf.empty())
        wanted = asOfFrom(arguments.asOf, settings);
    auto [rows, knownTo] = shop.queue(wanted);
    const Instant asOf = wanted.value_or(now());
    std::erase_if(
        rows, [&](const QueueRow& row) { return row.entry.isPutOff(asOf) != arguments.snoozed; });
    if (!invocation.json) {
        printQueue(rows, settings, asOf);
        sayKnownTo(knownTo, settings, asOf);
        return exitDone;
    }
    printJson({{QStringLiteral("queue"), toArray(rows, [&](const QueueRow& row) {
                    return QJsonValue(toJson(row, asOf, settings.currency));
                })}});
    return exitDone;
}

}  // namespace

CommandBody setUpQueue(CLI::App& options) {
    const auto arguments = std::make_shared<QueueArguments>();
    options.add_option("--as-of", arguments->asOf, "An instant, or a date: the end of that day");
    options.add_flag("--snoozed", arguments->snoozed, "Those that were put off instead");
    return [=](const Invocation& invocation) { return queue(*arguments, invocation); };
}

}  // namespace goodfaith::app
