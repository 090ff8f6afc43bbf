// SPDX-License-Identifier: GPL-3.0-or-later
// Which of some texts share words with a question: a word that few of them have counts more, one of
// a title twice. Words are compared by their beginnings, so that "returned" finds "returns".
#pragma once

#include <QStringList>

#include <vector>

namespace goodfaith::scoring {

// One a text; 0: nothing in common.
std::vector<double> sharedWords(const QString& question, const QStringList& titles,
                                const QStringList& texts);

}  // namespace goodfaith::scoring
