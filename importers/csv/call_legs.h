// SPDX-License-Identifier: GPL-3.0-or-later
// The legs of one call made one: a telephone system writes a row for each phone that it rings, and
// five phones ringing are not four missed calls. Rows of other calls may stand between them. Memory
// is bounded: of more than `most` calls at a time the oldest is given out as it is.
#pragma once

#include "models/domain/record.h"

#include <QHash>

#include <list>
#include <vector>

namespace goodfaith::importers {

// What they were together: it began with the first of them, in time, and is known by its key; it
// was answered if any was, unless it ended in voicemail; who waited waited from the beginning until
// somebody took it. `legsTell`: the row of the call itself, whose key the others are linked with,
// says only that it came in.
ImportedRecord joinedCall(std::vector<ImportedRecord> legs, bool legsTell = false);

class CallLegs {
public:
    explicit CallLegs(size_t most = 1000) : most_(most) {}

    // One that does not say what it is linked with is known by its key.
    void add(ImportedRecord leg, bool legsTell);

    // The calls that are complete as far as can be known, in the order of their first rows.
    std::vector<ImportedRecord> takeOldest() { return takeDownTo(most_); }
    std::vector<ImportedRecord> takeAll() { return takeDownTo(0); }

private:
    struct Call {
        std::vector<ImportedRecord> legs;
        bool legsTell = false;
    };

    static QString linkOf(const ImportedRecord& leg);
    std::vector<ImportedRecord> takeDownTo(size_t left);

    size_t most_;
    std::list<Call> open_;
    QHash<QString, std::list<Call>::iterator> byLink_;
};

}  // namespace goodfaith::importers
