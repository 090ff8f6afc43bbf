// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/own_identity.h"

#include "app/party_linking.h"
#include "models/identity/counterpart.h"
#include "models/store/derived_tables.h"
#include "models/store/settings_table.h"

namespace goodfaith::app {
namespace {

bool isSameIdentity(const ShopSettings& a, const ShopSettings& b) {
    return a.ownAddresses == b.ownAddresses && a.ownNumbers == b.ownNumbers && a.region == b.region;
}

void deriveAgain(store::Database& database, const ShopSettings& settings) {
    identity::CounterpartRule rule(settings);
    const auto left = store::deriveDirectionsAgain(database, [&](const ImportedRecord& record) {
        auto result = rule.apply(record);
        return store::DerivedDirection{result.direction, result.counterpart,
                                       std::move(result.isOurs)};
    });
    PartyLinking(database).relinkWaiting(left);
}

void appendMissing(QStringList& list, const QString& entry) {
    if (!list.contains(entry))
        list << entry;
}

}  // namespace

void saveSettings(store::Database& database, const ShopSettings& settings) {
    store::SettingsTable table(database);
    ShopSettings before = table.load();
    if (before == settings)
        return;
    table.save(settings);
    before.watchedFolders = settings.watchedFolders;
    if (before == settings)
        return;
    if (!isSameIdentity(before, settings))
        deriveAgain(database, settings);
    store::DerivedTables(database).advanceFactsRevision();
}

void addOwnIdentity(store::Database& database, ShopSettings& settings, const QStringList& addresses,
                    const QStringList& numbers) {
    ShopSettings changed = store::SettingsTable(database).load();
    for (const QString& address : addresses)
        appendMissing(changed.ownAddresses, ownAddressFrom(address));
    for (const QString& number : numbers)
        appendMissing(changed.ownNumbers, ownNumberFrom(number));
    saveSettings(database, changed);
    settings.ownAddresses = changed.ownAddresses;
    settings.ownNumbers = changed.ownNumbers;
}

}  // namespace goodfaith::app
