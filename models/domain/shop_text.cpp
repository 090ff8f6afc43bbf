// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/shop_text.h"

#include "models/domain/names.h"

namespace goodfaith {

QString nameOf(ShopTextKind kind) {
    static constexpr auto kinds = std::to_array<Named<ShopTextKind>>({
        {ShopTextKind::Phrase, "phrase"},
        {ShopTextKind::Answer, "answer"},
    });
    return nameIn(kinds, kind);
}

}  // namespace goodfaith
