// SPDX-License-Identifier: GPL-3.0-or-later
// judge and shown: an agent's own verdict, and which verdicts were shown to whom.
#include "app/cli/act_output.h"
#include "app/cli/as_of_option.h"
#include "app/cli/command_set_ups.h"
#include "app/cli/customer_option.h"
#include "app/cli/output.h"
#include "app/clock.h"
#include "app/customer_acts.h"
#include "app/json/json_values.h"
#include "app/shop.h"
#include "models/domain/failure.h"
#include "models/scoring/wording.h"
#include "models/store/judgement_table.h"

namespace goodfaith::app {
namespace {

constexpr int usualReviewMonths = 12;

struct JudgeArguments {
    std::string customer, verdict, reason, by, review;
};

std::optional<Instant> reviewFrom(const std::string& text, const ShopSettings& settings,
                                  Instant at) {
    if (text == "never")
        return std::nullopt;
    return text.empty() ? monthsAfter(at, usualReviewMonths) : asOfFrom(text, settings);
}

int judge(const JudgeArguments& arguments, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    const Instant at = now();
    const CustomerId customer = shop.resolve(QString::fromStdString(arguments.customer));
    const auto verdict = verdictFromName(QString::fromStdString(arguments.verdict));
    const auto review = reviewFrom(arguments.review, shop.settings(), at);
    const ShownVerdict shown = shop.score(customer, at).shown();
    CustomerActs acts(shop.database(), QString::fromStdString(arguments.by), at);
    return print(acts.judge(customer, verdict, QString::fromStdString(arguments.reason),
                            verdict ? review : std::nullopt, shown),
                 invocation);
}

QJsonValue toJson(const VerdictShowing& showing) {
    return QJsonObject{
        {QStringLiteral("at"), toIsoUtc(showing.at)},
        {QStringLiteral("by"), textOrNull(showing.by)},
        {QStringLiteral("verdict"), nameOf(showing.verdict)},
        {QStringLiteral("computed_verdict"), nameOf(showing.computed.verdict)},
        {QStringLiteral("p_chronic"), showing.computed.pChronic},
        {QStringLiteral("parameters_id"), showing.computed.parameters.value()},
        {QStringLiteral("as_of"), toIsoUtc(showing.computed.asOf)},
        {QStringLiteral("known_to"), orNull(showing.knownTo)},
    };
}

int showLog(const std::string& customer, int limit, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    const CustomerId id = shop.overview(shop.resolve(QString::fromStdString(customer))).id;
    const auto showings = store::JudgementTable(shop.database()).shownOf(id, limit);
    if (invocation.json) {
        printJson({{QStringLiteral("customer"), id.value()},
                   {QStringLiteral("shown"), toArray(showings, toJson)}});
        return exitDone;
    }
    std::vector<QStringList> rows;
    for (const VerdictShowing& showing : showings)
        rows.push_back({toIsoUtc(showing.at), showing.by, scoring::wordsOf(showing.verdict),
                        scoring::wordsOf(showing.computed.verdict),
                        QString::number(showing.computed.parameters.value()),
                        showing.knownTo ? toIsoUtc(*showing.knownTo) : QString()});
    printTable(
        {QStringLiteral("Shown"), QStringLiteral("To"), QStringLiteral("Verdict"),
         QStringLiteral("Computed"), QStringLiteral("Parameters"), QStringLiteral("Data known to")},
        rows);
    return exitDone;
}

}  // namespace

CommandBody setUpJudge(CLI::App& options) {
    const auto arguments = std::make_shared<JudgeArguments>();
    options.add_option("customer", arguments->customer, customerHelp)->required();
    options
        .add_option("verdict", arguments->verdict,
                    "good_faith, needs_look or chronic_pattern; none takes back what was judged")
        ->required()
        ->check(CLI::IsMember({"good_faith", "needs_look", "chronic_pattern", "none"}));
    options.add_option("--reason", arguments->reason, "Why: others will want to know");
    options.add_option("--review", arguments->review,
                       "Until when it stands: an instant, the end of a day, or never; 12 months "
                       "unless said");
    options.add_option("--by", arguments->by, "Who judges, for the journal");
    return [arguments](const Invocation& invocation) { return judge(*arguments, invocation); };
}

CommandBody setUpShown(CLI::App& options) {
    constexpr int usualLimit = 100;
    const auto customer = std::make_shared<std::string>();
    const auto limit = std::make_shared<int>(usualLimit);
    options.add_option("customer", *customer, customerHelp)->required();
    options.add_option("--limit", *limit, "How many at most, the latest first")
        ->check(CLI::PositiveNumber);
    return [=](const Invocation& invocation) { return showLog(*customer, *limit, invocation); };
}

}  // namespace goodfaith::app
