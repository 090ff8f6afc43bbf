// SPDX-License-Identifier: GPL-3.0-or-later
// What acts are about, in words: "Ada Lindqvist (17)", "joining Ada Lindqvist (17) and
// A. Lindqvist (31)".
#pragma once

#include "models/domain/act.h"
#include "models/store/moved_event_table.h"

namespace goodfaith::app {

class ActWords {
public:
    explicit ActWords(store::Database& database) : database_(database) {}

    // By name, else e-mail, else phone, and number. Throws Failure (NotFound) when there is none.
    QString nameOf(CustomerId customer) const;
    QString nameOf(const store::RecordName& record) const;
    // As a part of a sentence; of whoever is meant now.
    QString describe(const Act& act) const;
    // Whose party the first of these is that is anybody's.
    CustomerId customerOf(const std::vector<QByteArray>& contents) const;

private:
    QString nameOf(const std::vector<QByteArray>& contents) const;
    QString describeDecision(const Act& act) const;
    QString describeNote(const Act& act) const;
    QString describeJudgement(const Act& act) const;
    QString describeQueueWord(const Act& act) const;
    QString describeText(const Act& act) const;
    store::Database& database_;
};

}  // namespace goodfaith::app
