// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that we did not write, named by ids alone, as they were labelled in two independent passes:
// tests/data/complaint_labels. The texts themselves stand in files of others, in the folder that
// GOODFAITH_DATA names.
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace goodfaith::training {

struct LabelledText {
    QString id;      // "source/file:place"
    QString source;  // what stands before the first slash
    QString text;    // blanks of any kind as one, as those who labelled it saw it
    bool first = false;
    bool second = false;
    bool agreed = false;
};

// Of the ids alone, without texts.
std::vector<LabelledText> labels(const QString& folder);
// Throws Failure when an id leads to no text.
void resolve(std::vector<LabelledText>& texts, const QString& dataFolder);

}  // namespace goodfaith::training
