// SPDX-License-Identifier: GPL-3.0-or-later
// Which lines of a file are its table: what stands above the header, comments between rows, what
// stands below the last row, and whether the first row is a header.
#pragma once

#include "importers/csv/sniffer.h"

namespace goodfaith::importers {

// Titles, comments, blank lines and rows of group names above the header or the first row; and how
// many columns most rows have.
void findPreamble(Dialect& dialect, const std::vector<SampleRow>& rows,
                  const IsKnownHeader& isKnownHeader);
// Whether lines that begin with "#" are comments: not where they are rows, numbered as shops do.
void findComments(Dialect& dialect, const std::vector<SampleRow>& rows);
// Totals, notes and marks of the end below the last row; none of it where rows look like that.
void findFooter(Dialect& dialect, const FileHead& head, const std::vector<SampleRow>& rows);
bool beginsWithHeader(const std::vector<SampleRow>& rows, const IsKnownHeader& isKnownHeader);

}  // namespace goodfaith::importers
