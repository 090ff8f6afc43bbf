// SPDX-License-Identifier: GPL-3.0-or-later
// brief and score: what to make of a customer.
#include "app/cli/as_of_option.h"
#include "app/cli/brief_text.h"
#include "app/cli/command_set_ups.h"
#include "app/cli/customer_option.h"
#include "app/cli/output.h"
#include "app/clock.h"
#include "app/csv_record.h"
#include "app/current_user.h"
#include "app/json/json_values.h"
#include "app/json/score_json.h"
#include "app/shop.h"

#include <utility>

namespace goodfaith::app {
namespace {

struct ScoreArguments {
    std::vector<std::string> customers;
    std::string asOf;
    bool csv = false;
};

int brief(const std::string& customer, const std::string& asOf, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    const ShopSettings settings = shop.settings();
    const Instant at = asOfFrom(asOf, settings);
    const Brief brief = shop.brief(shop.resolve(QString::fromStdString(customer)), at);
    if (invocation.json)
        printJson(toJson(brief, settings.currency));
    else
        printLines(briefText(brief, settings).chopped(1));
    // Afterwards: who asks is answered even where nothing can be written.
    shop.logShown(brief, currentUser(), now(), true);
    return exitDone;
}

QString number(const std::optional<double>& value) {
    return value ? QString::number(*value, 'f', 1) : QString();
}

// A bare number in the shop's main currency; others are named: "91.15 GBP".
QString netText(const PurchaseValue& value, Currency main) {
    const auto& sums = value.net.sums();
    if (sums.empty() || sums.count(main) > 0)
        return toDecimal(value.net.in(main));
    const Money net =
        value.net.in(value.averageOrder ? value.averageOrder->currency : sums.begin()->first);
    return toDecimal(net) + u' ' + net.currency.code();
}

QStringList cells(const Score& score, Currency main) {
    return {QString::number(score.customer.value()),
            score.name,
            nameOf(score.verdict),
            number(score.purchaseValue.score),
            number(score.complaints.score),
            number(score.response.score),
            QString::number(score.purchaseValue.orders),
            netText(score.purchaseValue, main),
            QString::number(score.complaints.cases),
            QString::number(score.complaints.contradicted)};
}

QStringList heading() {
    return {QStringLiteral("customer"),    QStringLiteral("name"),       QStringLiteral("verdict"),
            QStringLiteral("value"),       QStringLiteral("complaints"), QStringLiteral("response"),
            QStringLiteral("orders"),      QStringLiteral("net"),        QStringLiteral("cases"),
            QStringLiteral("contradicted")};
}

// Nobody named is everybody. All are resolved before the first is printed.
void forEachScore(Shop& shop, const ScoreArguments& arguments, Sentences sentences,
                  const std::function<void(const Score&)>& visit) {
    const Instant at = asOfFrom(arguments.asOf, shop.settings());
    if (arguments.customers.empty())
        return shop.forEachScore(at, visit, sentences);
    std::vector<CustomerId> customers;
    for (const std::string& customer : arguments.customers)
        customers.push_back(shop.resolve(QString::fromStdString(customer)));
    for (const CustomerId customer : customers)
        visit(shop.score(customer, at));
}

int score(const ScoreArguments& arguments, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    const Currency currency = shop.settings().currency;
    if (invocation.json) {
        QJsonArray scores;
        forEachScore(shop, arguments, Sentences::Written,
                     [&](const Score& one) { scores.append(toJson(one, currency)); });
        printJson({{QStringLiteral("scores"), scores}});
    } else if (arguments.csv) {
        // As they come, for shops of any size; but nothing before it is clear that some will.
        QString before = csvRecord(heading());
        forEachScore(shop, arguments, Sentences::LeftOut, [&](const Score& one) {
            print(std::exchange(before, {}) + csvRecord(cells(one, currency)));
        });
        print(before);
    } else {
        std::vector<QStringList> rows;
        forEachScore(shop, arguments, Sentences::LeftOut,
                     [&](const Score& one) { rows.push_back(cells(one, currency)); });
        printTable(heading(), rows);
    }
    return exitDone;
}

}  // namespace

CommandBody setUpBrief(CLI::App& options) {
    const auto customer = std::make_shared<std::string>();
    const auto asOf = std::make_shared<std::string>();
    options.add_option("customer", *customer, customerHelp)->required();
    options.add_option("--as-of", *asOf, "An instant, or a date: the end of that day");
    return [=](const Invocation& invocation) { return brief(*customer, *asOf, invocation); };
}

CommandBody setUpScore(CLI::App& options) {
    const auto arguments = std::make_shared<ScoreArguments>();
    options.add_option("customers", arguments->customers, customerHelp);
    options.add_option("--as-of", arguments->asOf, "An instant, or a date: the end of that day");
    options.add_flag("--csv", arguments->csv, "As CSV");
    return [arguments](const Invocation& invocation) { return score(*arguments, invocation); };
}

}  // namespace goodfaith::app
