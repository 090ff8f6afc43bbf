// SPDX-License-Identifier: GPL-3.0-or-later
// settings and check: the shop's own data and the database's health.
#include "app/cli/command_set_ups.h"
#include "app/cli/output.h"
#include "app/json/json_values.h"
#include "app/own_identity.h"
#include "app/shop.h"
#include "models/domain/failure.h"

namespace goodfaith::app {
namespace {

struct SettingArguments {
    std::string key;
    std::string value;
    bool isSet = false;
};

void showAll(const ShopSettings& settings, bool json) {
    QJsonObject object;
    std::vector<QStringList> rows;
    for (const SettingInfo& info : settingInfos()) {
        const QString value = *settingText(settings, info.key);
        object.insert(info.key, value);
        rows.push_back({info.key, value, info.description});
    }
    if (json)
        printJson({{QStringLiteral("settings"), object}});
    else
        printTable({QStringLiteral("Setting"), QStringLiteral("Value"), QStringLiteral("Meaning")},
                   rows);
}

void showOne(const ShopSettings& settings, const QString& key, bool json) {
    const auto value = settingText(settings, key);
    if (!value)
        throw Failure(
            FailureKind::WrongUse,
            QStringLiteral("There is no setting \"%1\"; \"settings\" alone lists them.").arg(key));
    if (json)
        printJson({{QStringLiteral("settings"), QJsonObject{{key, *value}}}});
    else
        printLine(*value);
}

int settingsCommand(const SettingArguments& arguments, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    ShopSettings settings = shop.settings();
    const QString key = QString::fromStdString(arguments.key);
    if (arguments.isSet) {
        setSetting(settings, key, QString::fromStdString(arguments.value));
        store::Transaction transaction(shop.database());
        saveSettings(shop.database(), settings);
        transaction.commit();
    }
    if (key.isEmpty())
        showAll(settings, invocation.json);
    else if (!arguments.isSet || invocation.json)
        showOne(settings, key, invocation.json);
    return exitDone;
}

int check(const Invocation& invocation) {
    const store::Database database(invocation.databasePath, store::OpenMode::MustExist);
    const QStringList problems = database.check();
    if (invocation.json)
        printJson({{QStringLiteral("ok"), problems.isEmpty()},
                   {QStringLiteral("problems"), toJson(problems)}});
    else if (problems.isEmpty())
        printLine(QStringLiteral("%1 is sound.").arg(invocation.databasePath));
    for (const QString& problem : problems)
        sayLine(problem);
    return problems.isEmpty() ? exitDone : static_cast<int>(FailureKind::Database);
}

}  // namespace

CommandBody setUpSettings(CLI::App& options) {
    const auto arguments = std::make_shared<SettingArguments>();
    options.add_option("key", arguments->key, "The setting's name; all are listed without one");
    CLI::Option* value = options.add_option("value", arguments->value,
                                            "Its new value; lists are separated by commas");
    return [arguments, value](const Invocation& invocation) {
        arguments->isSet = value->count() > 0;
        return settingsCommand(*arguments, invocation);
    };
}

CommandBody setUpCheck(CLI::App&) {
    return check;
}

}  // namespace goodfaith::app
