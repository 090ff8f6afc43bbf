// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/own_identity.h"

#include "app/party_linking.h"
#include "models/domain/failure.h"
#include "models/identity/counterpart.h"
#include "models/store/derived_tables.h"
#include "models/store/settings_table.h"

#include <algorithm>

namespace goodfaith::app {
namespace {

bool isSameIdentity(const ShopSettings& a, const ShopSettings& b) {
    return a.ownAddresses == b.ownAddresses && a.ownNumbers == b.ownNumbers && a.region == b.region;
}

void deriveAgain(store::Database& database, const ShopSettings& settings) {
    identity::CounterpartRule rule(settings);
    store::deriveDirectionsAgain(database, [&](const ImportedRecord& record) {
        auto result = rule.apply(record);
        return store::DerivedDirection{result.direction, result.counterpart,
                                       std::move(result.isOurs)};
    });
    linkNewParties(database);
}

void appendMissing(QStringList& list, const QString& entry, bool isUsable,
                   const QString& expectation) {
    if (!isUsable)
        throw Failure(
            FailureKind::WrongUse,
            QStringLiteral("\"%1\" cannot be used here: expected %2.").arg(entry, expectation));
    if (!list.contains(entry))
        list << entry;
}

bool looksLikeAddress(const QString& text) {
    const auto separates = [](QChar c) { return c.isSpace() || c == u','; };
    return !text.isEmpty() && std::none_of(text.begin(), text.end(), separates);
}

bool looksLikeNumber(const QString& text) {
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    return !text.contains(u',') && std::any_of(text.begin(), text.end(), isDigit);
}

}  // namespace

void saveSettings(store::Database& database, const ShopSettings& settings) {
    store::SettingsTable table(database);
    const ShopSettings before = table.load();
    if (before == settings)
        return;
    table.save(settings);
    if (!isSameIdentity(before, settings))
        deriveAgain(database, settings);
    store::DerivedTables(database).advanceFactsRevision();
}

void addOwnIdentity(store::Database& database, ShopSettings& settings, const QStringList& addresses,
                    const QStringList& numbers) {
    ShopSettings changed = store::SettingsTable(database).load();
    for (const QString& address : addresses)
        appendMissing(changed.ownAddresses, address.trimmed().toLower(),
                      looksLikeAddress(address.trimmed()),
                      QStringLiteral("a mail address or a domain, such as shop.example"));
    for (const QString& number : numbers)
        appendMissing(changed.ownNumbers, number.trimmed(), looksLikeNumber(number.trimmed()),
                      QStringLiteral("a phone number or an extension, such as +44 20 7946 0100"));
    saveSettings(database, changed);
    settings.ownAddresses = changed.ownAddresses;
    settings.ownNumbers = changed.ownNumbers;
}

}  // namespace goodfaith::app
