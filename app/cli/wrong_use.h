// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a command line, in words that one can act on: what is missing, what may stand
// there, and an example.
#pragma once

#include <QStringList>

#include <CLI/CLI.hpp>

namespace goodfaith::app {

// "goodfaith-cli promise 17 …"; nothing for a command that need not be told anything.
QString exampleOf(const CLI::App& command);

// Lines for standard error. `program` is the one that could not be parsed.
QStringList wrongUse(const CLI::ParseError& error, const CLI::App& program);

}  // namespace goodfaith::app
