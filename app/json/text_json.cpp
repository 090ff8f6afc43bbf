// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/text_json.h"

#include "app/json/json_values.h"

namespace goodfaith::app {

QJsonObject toJson(const OfferedText& offered) {
    const ShopText& said = offered.said;
    return {
        {QStringLiteral("key"), said.key},
        {QStringLiteral("title"), said.title},
        {QStringLiteral("text"), offered.text},
        {QStringLiteral("template"), said.text},
        {QStringLiteral("fits"), toJson(said.fits)},
        {QStringLiteral("missing"), toJson(offered.missing)},
        {QStringLiteral("fit"), offered.fit},
        {QStringLiteral("changed_at"), orNull(said.changedAt)},
        {QStringLiteral("changed_by"), textOrNull(said.by)},
    };
}

}  // namespace goodfaith::app
