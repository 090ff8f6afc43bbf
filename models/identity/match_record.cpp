// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/match_record.h"

#include "models/identity/email_address.h"

#include <algorithm>

namespace goodfaith::identity {
namespace {

constexpr size_t mostValues = 6;
constexpr size_t mostOrders = 200;

template <class Value>
void addNew(std::vector<Value>& values, Value value, size_t most = mostValues) {
    if (values.size() < most && std::find(values.begin(), values.end(), value) == values.end())
        values.push_back(std::move(value));
}

MatchName readName(const QString& text) {
    MatchName name;
    name.name = PersonName::read(text);
    name.given = name.name.givenNames().value(0);
    const QStringList& family = name.name.familyNames();
    name.family = family.size() == 1 ? family[0] : family.join(u' ');
    return name;
}

}  // namespace

void MatchRecord::addParty(const PartyKeys& keys) {
    if (MatchName name = readName(keys.name); !name.name.isEmpty())
        addNew(names, std::move(name));
    if (PostalAddress address = readAddress(keys); !address.isEmpty())
        addNew(addresses, std::move(address));
}

void MatchRecord::addKey(const NormalisedKey& key) {
    if (key.kind == NormalisedKey::Kind::Phone)
        addNew(phones, key.value);
    else if (key.kind == NormalisedKey::Kind::Email && !isRoleAddress(key.value))
        addNew(emails, key.value);
}

void MatchRecord::addBirth(const QDate& date) {
    if (date.isValid())
        addNew(births, date);
}

void MatchRecord::addOrder(const QString& key) {
    if (!key.isEmpty())
        addNew(orders, key, mostOrders);
}

}  // namespace goodfaith::identity
