// SPDX-License-Identifier: GPL-3.0-or-later
// Parties and decisions as short texts, so that a test's rows read like stories:
//   "1 Ada Lindqvist: ada@x +1 #5"   party 1, her name, e-mail, phone and shop number; "2#5" is a
//                                    number of source 2, "!info@x" a key that does not join
//   "same 1 3", "apart 1,2 3"        decisions, the older first
//   "1 2 | 3"                        who is one person
#pragma once

#include "models/identity/resolve.h"

#include <QStringList>

namespace goodfaith::identity {

LinkedParty toldParty(const QString& text);
std::vector<LinkedParty> toldParties(const QStringList& texts);
std::vector<Decision> toldDecisions(const QStringList& texts);
// Ascending, whatever the order of the clusters.
QString told(const std::vector<Cluster>& clusters);
// "1 first, 2 email ada@x of 1"
QString toldReasons(const Cluster& cluster);

}  // namespace goodfaith::identity
