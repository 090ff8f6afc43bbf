// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/wrong_use.h"
#include "app/data_location.h"
#include "models/domain/failure.h"

#include <array>
#include <exception>
#include <new>

namespace goodfaith::app {
namespace {

// Of the contract, but not built yet: they say so instead of "unknown command".
constexpr std::array notBuiltYet = {"export", "forget", "backup", "restore"};

struct Chosen {
    CLI::App* command;
    CommandBody body;
};

void addNotBuilt(CLI::App& program, std::vector<Chosen>& all) {
    for (const char* name : notBuiltYet) {
        CLI::App* command = program.add_subcommand(name, "")->group("");
        command->prefix_command();
        all.push_back({command, [name](const Invocation&) -> int {
                           throw Failure(FailureKind::WrongUse,
                                         QStringLiteral("\"%1\" is not built yet in this version.")
                                             .arg(QLatin1String(name)));
                       }});
    }
}

std::vector<Chosen> addCommands(CLI::App& program, Invocation& invocation, std::string& database) {
    std::vector<Chosen> all;
    for (const CommandEntry& entry : commands()) {
        CLI::App* command = program.add_subcommand(entry.name, entry.summary);
        CommandBody body = entry.setUp(*command);
        if (entry.example != nullptr)
            command->footer("For example: " + exampleOf(*command).toStdString());
        command->add_flag("--json", invocation.json, "Print one JSON document");
        command->add_option("--database", database, "The database file")->group("")->take_last();
        all.push_back({command, std::move(body)});
    }
    addNotBuilt(program, all);
    return all;
}

int runChosen(const std::vector<Chosen>& all, const Invocation& invocation) {
    for (const auto& [command, body] : all) {
        if (command->parsed()) {
            const int code = body(invocation);
            finishOutput();
            return code;
        }
    }
    throw Failure(FailureKind::WrongUse,
                  QStringLiteral("Say what to do: see goodfaith-cli --help."));
}

int parseAndRun(const QStringList& arguments) {
    CLI::App program("Goodfaith: who is this customer, and what have we done to them?",
                     "goodfaith-cli");
    program.set_version_flag("--version", "goodfaith-cli " GOODFAITH_VERSION);
    program.require_subcommand(0, 1);
    Invocation invocation;
    std::string database;
    program
        .add_option("--database", database, "The database file (default: the application's own)")
        ->take_last();
    const auto all = addCommands(program, invocation, database);

    std::vector<std::string> reversed;
    for (qsizetype i = arguments.size() - 1; i > 0; --i)
        reversed.push_back(arguments[i].toStdString());
    try {
        program.parse(reversed);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
            return program.exit(error);  // --help, --version
        for (const QString& line : wrongUse(error, program))
            sayLine(line);
        return static_cast<int>(FailureKind::WrongUse);
    }
    const InterruptWatch interrupt;
    invocation.stop = interrupt.token();
    invocation.databasePath =
        database.empty() ? defaultDatabasePath() : QString::fromStdString(database);
    return runChosen(all, invocation);
}

}  // namespace

int runCommandLine(const QStringList& arguments) {
    try {
        return parseAndRun(arguments);
    } catch (const Failure& failure) {
        sayLine(QStringLiteral("goodfaith-cli: ") + failure.message());
        return static_cast<int>(failure.kind());
    } catch (const std::bad_alloc&) {
        sayLine(QStringLiteral("goodfaith-cli: There is not enough memory to finish."));
    } catch (const std::exception& error) {
        sayLine(QStringLiteral("goodfaith-cli: Something unforeseen ended the work: %1.")
                    .arg(QString::fromUtf8(error.what())));
    }
    return static_cast<int>(FailureKind::Database);
}

}  // namespace goodfaith::app
