// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/party_keys.h"

#include "models/identity/email_address.h"

namespace goodfaith::identity {

std::vector<NormalisedKey> normalisedKeys(const ImportedParty& party, PhoneReader& phones) {
    const bool identifies = party.role != PartyRole::Recipient;
    std::vector<NormalisedKey> keys;
    if (const auto email = normaliseEmail(party.keys.email))
        keys.push_back({NormalisedKey::Kind::Email, *email,
                        identifies && !isRoleAddress(*email) && !isMarketplaceAlias(*email)});
    const auto phone = phones.read(party.keys.phone, party.keys.country);
    if (phone && !phone->isService)
        keys.push_back(
            {NormalisedKey::Kind::Phone, phone->e164, identifies && !phone->hasExtension});
    if (const QString number = party.keys.shopNumber.trimmed(); !number.isEmpty())
        keys.push_back({NormalisedKey::Kind::ShopNumber, number, identifies});
    return keys;
}

}  // namespace goodfaith::identity
