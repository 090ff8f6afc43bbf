// SPDX-License-Identifier: GPL-3.0-or-later
// lookup and customers: who there is.
#include "app/cli/command_set_ups.h"
#include "app/cli/output.h"
#include "app/csv_record.h"
#include "app/json/json_values.h"
#include "app/json/overview_json.h"
#include "app/shop.h"
#include "models/domain/failure.h"
#include "models/store/customer_reader.h"

namespace goodfaith::app {
namespace {

constexpr int mostMatches = 50;

int lookUpCommand(const std::string& query, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    const QString wanted = QString::fromStdString(query);
    const auto matches = shop.lookUp(wanted, mostMatches);
    if (invocation.json)
        printJson({{QStringLiteral("matches"), toArray(matches, [](const Match& match) {
                        return QJsonValue(toJson(match));
                    })}});
    if (matches.empty())
        throw Failure(FailureKind::NotFound,
                      QStringLiteral("No customer was found for \"%1\".").arg(wanted));
    if (invocation.json)
        return exitDone;
    std::vector<QStringList> rows;
    for (const Match& match : matches)
        rows.push_back({QString::number(match.customer.value()), match.name, match.emails.value(0),
                        match.phones.value(0), match.why});
    printTable({QStringLiteral("Customer"), QStringLiteral("Name"), QStringLiteral("E-mail"),
                QStringLiteral("Phone"), QStringLiteral("Found by")},
               rows);
    return exitDone;
}

void printCustomersCsv(store::CustomerReader& reader) {
    print(
        csvRecord({QStringLiteral("customer"), QStringLiteral("name"), QStringLiteral("emails"),
                   QStringLiteral("phones"), QStringLiteral("addresses"), QStringLiteral("ids")}));
    const auto joined = [](const QStringList& list) { return list.join(QStringLiteral("; ")); };
    reader.forEachOverview([&](const CustomerOverview& customer) {
        print(csvRecord({QString::number(customer.id.value()), customer.name,
                         joined(customer.emails), joined(customer.phones),
                         joined(customer.addresses), joined(customer.shopNumbers)}));
    });
}

void printCustomersTable(store::CustomerReader& reader) {
    std::vector<QStringList> rows;
    reader.forEachOverview([&](const CustomerOverview& customer) {
        rows.push_back({QString::number(customer.id.value()), customer.name,
                        customer.emails.value(0), customer.phones.value(0),
                        customer.shopNumbers.value(0)});
    });
    printTable({QStringLiteral("Customer"), QStringLiteral("Name"), QStringLiteral("E-mail"),
                QStringLiteral("Phone"), QStringLiteral("Shop number")},
               rows);
}

int listCustomers(bool csv, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    store::CustomerReader reader(shop.database());
    if (invocation.json) {
        QJsonArray customers;
        reader.forEachOverview(
            [&](const CustomerOverview& customer) { customers.append(toJson(customer)); });
        printJson({{QStringLiteral("customers"), customers}});
    } else if (csv) {
        printCustomersCsv(reader);
    } else {
        printCustomersTable(reader);
    }
    return exitDone;
}

}  // namespace

CommandBody setUpLookup(CLI::App& options) {
    const auto query = std::make_shared<std::string>();
    options
        .add_option("query", *query, "An e-mail address, phone, order or tracking number, or name")
        ->required();
    return [query](const Invocation& invocation) { return lookUpCommand(*query, invocation); };
}

CommandBody setUpCustomers(CLI::App& options) {
    const auto csv = std::make_shared<bool>(false);
    options.add_flag("--csv", *csv, "As CSV");
    return [csv](const Invocation& invocation) { return listCustomers(*csv, invocation); };
}

}  // namespace goodfaith::app
