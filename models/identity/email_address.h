// SPDX-License-Identifier: GPL-3.0-or-later
// E-mail addresses as keys.
#pragma once

#include <QString>

#include <optional>

namespace goodfaith::identity {

// "Ada@Example.COM " and "<ada@example.com>" are "ada@example.com". Nothing for what is no address:
// no single @, an empty side, white space within, a domain without a dot, more than 254 characters.
std::optional<QString> normaliseEmail(QStringView text);

// Whether an address stands for a function rather than a person: info@, support@, noreply@, … .
// Such an address is a key one can search by, but no reason to take two records for one person.
bool isRoleAddress(QStringView normalisedEmail);

}  // namespace goodfaith::identity
