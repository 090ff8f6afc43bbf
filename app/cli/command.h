// SPDX-License-Identifier: GPL-3.0-or-later
// One command of goodfaith-cli: its name, what it says of itself, its options, and what it does.
// A new command is one file and one line in commands().
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <CLI/CLI.hpp>
#include <functional>
#include <stop_token>
#include <vector>

namespace goodfaith::app {

// Exit codes of the contract that are no Failure.
inline constexpr int exitDone = 0;
inline constexpr int exitWithRejects = 1;

// What every command is given when it runs.
struct Invocation {
    QString databasePath;
    bool json = false;
    std::stop_token stop;  // SIGINT or SIGTERM
};

using CommandBody = std::function<int(const Invocation&)>;

struct CommandEntry {
    const char* name;
    const char* summary;
    // Declares the options; the body runs if the command was chosen. Options live in the body.
    CommandBody (*setUp)(CLI::App& options);
    const char* example = nullptr;  // of its use, without the program's name; where it must be told
};

// All commands that are built, in the order in which --help lists them.
const std::vector<CommandEntry>& commands();

// The program: reads the arguments, runs a command, says what failed on standard error.
int runCommandLine(const QStringList& arguments);

}  // namespace goodfaith::app
