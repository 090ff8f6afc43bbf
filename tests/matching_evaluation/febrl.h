// SPDX-License-Identifier: GPL-3.0-or-later
// The FEBRL data sets (Christen and Churches; as distributed with the Python Record Linkage
// Toolkit): people with duplicates that a program made, who is who in the records' ids.
#pragma once

#include "models/identity/match_record.h"

namespace goodfaith::evaluation {

struct LabelledRecord {
    identity::MatchRecord record;
    QString person;  // "rec-223": what the program must not see
    int file = 0;    // for linking two files: which
};

// `folder`: of dataset1.csv and the others. Names, address and date of birth; not the social
// security number. Throws std::runtime_error when the file is not there.
std::vector<LabelledRecord> readFebrl(const QString& folder, int set);

}  // namespace goodfaith::evaluation
