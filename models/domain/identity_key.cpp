// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/identity_key.h"

#include "models/domain/names.h"

namespace goodfaith {

QString nameOf(NormalisedKey::Kind kind) {
    static constexpr auto kinds = std::to_array<Named<NormalisedKey::Kind>>({
        {NormalisedKey::Kind::Email, "email"},
        {NormalisedKey::Kind::Phone, "phone"},
        {NormalisedKey::Kind::ShopNumber, "shop_number"},
    });
    return nameIn(kinds, kind);
}

}  // namespace goodfaith
