// SPDX-License-Identifier: GPL-3.0-or-later
// Which layout a table has: the set one, else the one that its header (or the shape of its rows)
// fits best.
#pragma once

#include "importers/csv/layout.h"
#include "importers/csv/sniffer.h"

namespace goodfaith::importers {

struct Recognised {
    const Layout* layout = nullptr;
    QString whyNot;  // "not recognised: …", where there is none
};

// For a message of one line: the first of them, shortened.
QString shownInMessage(const QStringList& columns, qsizetype most = 12);
bool isKnownHeader(const QStringList& cells, const ReadingOptions& options);
// Whether everything that the mapping reads is there.
bool fits(const Mapping& mapping, const std::vector<SampleRow>& rows);

// `rows`: the first of the file, the header among them. Throws Failure (WrongUse) when the options
// name a template or preset that does not exist.
Recognised recogniseLayout(const std::vector<SampleRow>& rows, bool hasHeader,
                           const ReadingOptions& options);

}  // namespace goodfaith::importers
