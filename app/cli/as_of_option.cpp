// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/as_of_option.h"

#include "app/clock.h"
#include "models/domain/failure.h"

namespace goodfaith::app {
namespace {

Instant orRefuse(std::optional<Instant> instant, const std::string& text) {
    if (!instant)
        throw Failure(
            FailureKind::WrongUse,
            QStringLiteral("\"%1\" is no date or time: expected a form such as 2024-07-01 or "
                           "2024-07-01T09:30:00Z.")
                .arg(QString::fromStdString(text)));
    return *instant;
}

}  // namespace

Instant asOfFrom(const std::string& text, const ShopSettings& settings) {
    if (text.empty())
        return now();
    return orRefuse(parseAsOf(QString::fromStdString(text), settings.timeZone), text);
}

Instant fromInstant(const std::string& text, const ShopSettings& settings) {
    return orRefuse(parseIso(QString::fromStdString(text), settings.timeZone), text);
}

}  // namespace goodfaith::app
