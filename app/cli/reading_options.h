// SPDX-License-Identifier: GPL-3.0-or-later
// How a file is to be read, as options of import and preview.
#pragma once

#include "importers/input.h"

#include <CLI/CLI.hpp>
#include <string>

namespace goodfaith::app {

struct ReadingArguments {
    std::string templateName, preset, mapping, charset, delimiter, dateOrder, timeZone, region;
};

void addReadingOptions(CLI::App& options, ReadingArguments& arguments);
// Throws Failure (WrongUse) that says what was expected.
importers::ReadingOptions readingOptions(const ReadingArguments& arguments);

}  // namespace goodfaith::app
