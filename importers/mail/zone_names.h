// SPDX-License-Identifier: GPL-3.0-or-later
// Time zones that old programs name in a Date header instead of an offset: "EST", "CEST",
// "EST5EDT", "Europe/Berlin".
#pragma once

#include <QByteArray>
#include <QTimeZone>

#include <optional>

namespace goodfaith::importers {

struct DateInZone {
    QByteArray date;  // without the zone
    QTimeZone zone;
};
// Nothing where no zone is named, or none that means the same everywhere (RFC 5322 takes it for
// UTC).
std::optional<DateInZone> dateInNamedZone(const QByteArray& date);

}  // namespace goodfaith::importers
