// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of a column look like: which shares of those that are not empty are an e-mail
// address, a phone number, a time, a number, …
#pragma once

#include "importers/csv/sniffer.h"
#include "importers/csv/table_template.h"

namespace goodfaith::importers {

struct ColumnContents {
    int cells = 0;  // that are not empty; everything else is a share of them
    double emails = 0;
    double phones = 0;
    double times = 0;
    double numbers = 0;
    double currencySigns = 0;
    double currencyCodes = 0;
    double words = 0;  // texts with a letter that are none of the above
    double distinct = 0;
};

ColumnContents contentsOf(const std::vector<SampleRow>& rows, qsizetype column);

// How well the contents could be what the field means: 0 (not at all) to 1; where nothing speaks
// for or against it, a half.
double suits(const ColumnContents& contents, const Meaning& meaning);

}  // namespace goodfaith::importers
