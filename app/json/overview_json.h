// SPDX-License-Identifier: GPL-3.0-or-later
// Imports, previews, customers, matches, timeline rows and coverage in the command line's JSON.
#pragma once

#include "app/import_service.h"
#include "importers/input.h"
#include "models/domain/overview.h"

#include <QJsonObject>

namespace goodfaith::app {

QJsonObject toJson(const ImportOutcome& outcome);
QJsonObject toJson(const ImportSummary& summary);
QJsonObject toJson(const importers::Preview& preview);
QJsonObject toJson(const CoverageRow& row);
QJsonObject toJson(const Match& match);
QJsonObject toJson(const CustomerOverview& customer);
QJsonObject toJson(const PartyOverview& party);
QJsonObject toJson(const TimelineRow& row);

}  // namespace goodfaith::app
