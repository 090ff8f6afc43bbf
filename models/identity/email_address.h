// SPDX-License-Identifier: GPL-3.0-or-later
// E-mail addresses as keys.
#pragma once

#include <QString>

#include <optional>

namespace goodfaith::identity {

// "Ada@Example.COM." and "<ada@example.com>" are "ada@example.com", "a.da+shop@googlemail.com" is
// "ada@gmail.com": the address that stands for all that its provider delivers to one mailbox. The
// domain is in ASCII ("xn--…"). Nothing for what is no address: no single @, an empty side, white
// space within, a domain without a dot, more than 254 characters.
std::optional<QString> normaliseEmail(QStringView text);

// A domain as it is in a normalised address.
QString normaliseMailDomain(QStringView domain);

// Whether an address stands for a function rather than a person: info@, support@, noreply@, … .
// Such an address is a key one can search by, but no reason to take two records for one person.
bool isRoleAddress(QStringView normalisedEmail);

// Whether a marketplace made up the address for one sale or stay; the next one may be another's.
bool isMarketplaceAlias(QStringView normalisedEmail);

}  // namespace goodfaith::identity
