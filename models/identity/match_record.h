// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a customer, made comparable once, so that comparing two is cheap: the union of
// the keys of all their parties.
#pragma once

#include "models/domain/identity_key.h"
#include "models/domain/record.h"
#include "models/identity/person_name.h"
#include "models/identity/postal_address.h"

#include <QDate>

namespace goodfaith::identity {

// A name as it is compared. Which part is which is a guess where the text gives only one.
struct MatchName {
    PersonName name;
    QString given;   // the first given name, folded; "" when there is none
    QString family;  // folded; "" when there is none
    friend bool operator==(const MatchName&, const MatchName&) = default;
};

struct MatchRecord {
    CustomerId customer;
    std::vector<MatchName> names;
    std::vector<PostalAddress> addresses;
    std::vector<QDate> births;
    std::vector<QString> phones;  // E.164
    std::vector<QString> emails;  // normalised; role addresses are left out
    std::vector<QString> orders;  // keys of their orders, and of those that their messages name

    // Each adds what is not there yet, up to a bound: somebody of a hundred addresses is compared
    // by the first few.
    void addParty(const PartyKeys& keys);
    void addKey(const NormalisedKey& key);
    void addBirth(const QDate& date);
    void addOrder(const QString& key);
};

}  // namespace goodfaith::identity
