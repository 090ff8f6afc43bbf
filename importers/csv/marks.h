// SPDX-License-Identifier: GPL-3.0-or-later
// Delimiter, quote and escape: which of them the rows at a file's beginning fall into most evenly.
#pragma once

#include "importers/csv/sniffer.h"

namespace goodfaith::importers {

// Also counts a first line that declares the delimiter ("sep=;") as preamble. What the options set
// is not guessed over; throws Failure (WrongUse) when it is no delimiter.
void findMarks(Dialect& dialect, const FileHead& head, const ReadingOptions& options);

}  // namespace goodfaith::importers
