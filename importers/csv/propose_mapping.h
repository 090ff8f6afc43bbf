// SPDX-License-Identifier: GPL-3.0-or-later
// A first guess at what the columns of an unknown file are: by their names (also in other
// languages: resources/mappings/synonyms.json) and by what stands in them. A guess: it is shown to
// the user and never imported by itself.
#pragma once

#include "importers/csv/sniffer.h"
#include "importers/mapping_draft.h"

namespace goodfaith::importers {

struct Proposal {
    QString templateName;  // of the first record; "" when no column was understood
    double confidence = 0;
    std::vector<ColumnChoice> choices;  // one for each column
};

// `rows` without the header. `templateName`: only that one is tried; "" tries them all.
Proposal proposeMapping(const QStringList& columns, const std::vector<SampleRow>& rows,
                        const QString& templateName = {});

}  // namespace goodfaith::importers
