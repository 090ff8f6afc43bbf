// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/wrong_use.h"

#include "app/cli/command.h"

#include <algorithm>

namespace goodfaith::app {
namespace {

QString text(const std::string& words) {
    return QString::fromStdString(words);
}

// The command that was chosen, or the program where none was.
const CLI::App& chosenIn(const CLI::App& program) {
    const auto commands = program.get_subcommands();
    return commands.empty() ? program : *commands.front();
}

QStringList missingIn(const CLI::App& command) {
    QStringList lines{
        QStringLiteral("\"%1\" needs to be told more:").arg(text(command.get_name()))};
    for (const CLI::Option* option : command.get_options()) {
        if (option->get_required() && option->count() == 0)
            lines << QStringLiteral("  %1: %2")
                         .arg(text(option->get_name()), text(option->get_description()));
    }
    return lines;
}

QString unknownIn(const CLI::App& command, const QString& words) {
    if (command.get_parent() == nullptr)
        return QStringLiteral("There is no \"%1\": goodfaith-cli --help lists what there is.")
            .arg(words);
    return QStringLiteral(
               "\"%1\" cannot do anything with \"%2\": goodfaith-cli %1 --help lists what "
               "it takes.")
        .arg(text(command.get_name()), words);
}

// What the library says of a value begins with whose it is ("--due: …").
QStringList wrongValue(const CLI::App& command, QString message) {
    QStringList lines{message + u'.'};
    const auto options = command.get_options();
    const auto option = std::find_if(options.begin(), options.end(), [&](const CLI::Option* one) {
        return message.startsWith(text(one->get_name()) + u':');
    });
    if (option != options.end())
        lines << QStringLiteral("  %1: %2")
                     .arg(text((*option)->get_name()), text((*option)->get_description()));
    return lines;
}

}  // namespace

QString exampleOf(const CLI::App& command) {
    const auto& all = commands();
    const auto entry = std::find_if(all.begin(), all.end(), [&](const CommandEntry& one) {
        return one.example != nullptr && command.get_name() == one.name;
    });
    return entry == all.end()
               ? QString()
               : QStringLiteral("goodfaith-cli ") + QString::fromUtf8(entry->example);
}

QStringList wrongUse(const CLI::ParseError& error, const CLI::App& program) {
    const CLI::App& command = chosenIn(program);
    const auto unknown = program.remaining(true);
    QStringList lines;
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError))
        lines = missingIn(command);
    else if (!unknown.empty())
        lines << unknownIn(command, text(unknown.front()));
    else
        lines = wrongValue(command, QString::fromUtf8(error.what()));
    lines.front().prepend(QStringLiteral("goodfaith-cli: "));
    const QString example = exampleOf(command);
    if (!example.isEmpty())
        lines << QStringLiteral("For example: ") + example;
    return lines;
}

}  // namespace goodfaith::app
