// SPDX-License-Identifier: GPL-3.0-or-later
// How a file is to be read, as options of import and preview.
#pragma once

#include "importers/input.h"

#include <CLI/CLI.hpp>
#include <array>
#include <string>

namespace goodfaith::app {

struct ReadingArguments {
    std::string templateName, preset, mapping, timeZone, region;
    std::array<std::string, writingMembers.size()> writing;  // in the order of writingMembers
};

void addReadingOptions(CLI::App& options, ReadingArguments& arguments);
// Throws Failure (WrongUse) that says what was expected.
importers::ReadingOptions readingOptions(const ReadingArguments& arguments);

}  // namespace goodfaith::app
