// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/report.h"

#include "models/domain/names.h"
#include "models/scoring/statistics.h"

#include <array>

namespace goodfaith::reports {
namespace {

constexpr auto units = std::to_array<Named<Unit>>({
    {Unit::Text, "text"},
    {Unit::Count, "count"},
    {Unit::Share, "share"},
    {Unit::Number, "number"},
    {Unit::Seconds, "seconds"},
    {Unit::Time, "time"},
    {Unit::Day, "day"},
    {Unit::Customer, "customer"},
    {Unit::Event, "event"},
});

}  // namespace

QString nameOf(Unit unit) {
    return nameIn(units, unit);
}

Cell textCell(const QString& text) {
    return text.isEmpty() ? Cell() : Cell(text);
}

Cell shareCell(int part, int whole) {
    return whole == 0 ? Cell() : Cell(scoring::rounded(static_cast<double>(part) / whole));
}

}  // namespace goodfaith::reports
