// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of a column say about how it is written, and what its times met.
#pragma once

#include "importers/csv/values.h"

namespace goodfaith::importers {

// Of numbers: their decimal mark.
struct MarkTally {
    int points = 0;
    int commas = 0;
    bool hasAmbiguous = false;  // "1,234"

    void add(QStringView cell);
    void add(const MarkTally& other);
    DecimalMark mark() const;
};

// Of dates with one mark between their numbers: their order, where all that say something agree.
struct OrderTally {
    bool dayFirst = false;
    bool monthFirst = false;
    bool hasAmbiguous = false;  // "03/04/2024"

    void add(const DateHint& hint);
    bool isOpen() const { return hasAmbiguous && !dayFirst && !monthFirst; }
    DateOrder order() const;
};

// Of cells that all met the same: how many, and the first.
struct LineNotes {
    qint64 count = 0;
    qint64 firstLine = 0;
    QString firstText;

    void add(qint64 line, const QString& text);
};

}  // namespace goodfaith::importers
