// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/shop_text_table.h"

#include "models/store/statement.h"

#include <algorithm>

namespace goodfaith::store {
namespace {

using TextQuery = Query<ShopTextKind, QString, QString, QString, QString, bool, Instant, QString>;

constexpr const char* selectTexts =
    "SELECT shop_text.kind, key, title, text, fits, removed, act.at, act.by_whom FROM shop_text "
    "JOIN act ON act.id = shop_text.act_id ";

KeptText textFrom(const TextQuery::Row& row) {
    const auto& [kind, key, title, text, fits, isRemoved, at, by] = row;
    return {{kind, key, title, text, fits.split(u' ', Qt::SkipEmptyParts), at, by}, isRemoved};
}

}  // namespace

void ShopTextTable::add(ActId act, ShopText text, bool isRemoved) {
    if (text.key.isEmpty())
        text.key = QStringLiteral("act:%1").arg(act.value());
    Statement(database_,
              "INSERT INTO shop_text (act_id, kind, key, title, text, fits, removed) VALUES (:act, "
              ":kind, :key, :title, :text, :fits, :removed)")
        .run(act, text.kind, text.key, text.title, text.text, text.fits.join(u' '), isRemoved);
}

std::vector<KeptText> ShopTextTable::all(ShopTextKind kind) const {
    TextQuery query(database_,
                    std::string(selectTexts) +
                        "WHERE act.state = :stands AND shop_text.kind = :kind ORDER BY act.id");
    std::vector<KeptText> texts;
    for (const auto& row : query.all(ActState::Stands, kind)) {
        KeptText kept = textFrom(row);
        const auto known = std::find_if(texts.begin(), texts.end(), [&](const KeptText& other) {
            return other.said.key == kept.said.key;
        });
        if (known == texts.end())
            texts.push_back(std::move(kept));
        else
            *known = std::move(kept);
    }
    return texts;
}

std::optional<KeptText> ShopTextTable::find(ActId act) const {
    TextQuery query(database_, std::string(selectTexts) + "WHERE act.id = :act");
    const auto row = query.one(act);
    return row ? std::optional(textFrom(*row)) : std::nullopt;
}

}  // namespace goodfaith::store
