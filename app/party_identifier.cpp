// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/party_identifier.h"

#include "models/identity/email_address.h"
#include "models/identity/phone_number.h"

#include <algorithm>

namespace goodfaith::app {
namespace {

using Kind = NormalisedKey::Kind;

const auto byNumber = QStringLiteral("party:");

std::vector<NormalisedKey> keysNamed(const QString& identifier, const ShopSettings& settings) {
    std::vector<NormalisedKey> keys{{Kind::ShopNumber, identifier}};
    if (const auto email = identity::normaliseEmail(identifier))
        keys.push_back({Kind::Email, *email});
    if (const auto phone = identity::PhoneReader(settings.region).e164(identifier))
        keys.push_back({Kind::Phone, *phone});
    return keys;
}

bool bears(const PartyOverview& party, const QString& identifier,
           const std::vector<NormalisedKey>& named) {
    if (identifier == byNumber + QString::number(party.party.value()))
        return true;
    const auto isNamed = [&](const PartyKeyOverview& own) {
        return std::any_of(named.begin(), named.end(), [&](const NormalisedKey& key) {
            return key.kind == own.key.kind && key.value == own.key.value;
        });
    };
    // What is no key that can be compared was kept as it came.
    return std::any_of(party.keys.begin(), party.keys.end(), isNamed) ||
           party.said.email == identifier || party.said.phone == identifier;
}

}  // namespace

std::vector<PartyId> partiesBearing(const std::vector<PartyOverview>& parties,
                                    const QString& identifier, const ShopSettings& settings) {
    const QString wanted = identifier.trimmed();
    if (wanted.isEmpty())
        return {};
    const auto named = keysNamed(wanted, settings);
    std::vector<PartyId> found;
    for (const PartyOverview& party : parties) {
        if (bears(party, wanted, named))
            found.push_back(party.party);
    }
    return found;
}

QStringList identifiersOf(const std::vector<PartyOverview>& parties) {
    QStringList identifiers;
    for (const PartyOverview& party : parties) {
        for (const auto& [key, isShared] : party.keys)
            identifiers << key.value;
    }
    for (const PartyOverview& party : parties)
        identifiers << byNumber + QString::number(party.party.value());
    identifiers.removeDuplicates();
    return identifiers;
}

}  // namespace goodfaith::app
