// SPDX-License-Identifier: GPL-3.0-or-later
// From the keys of a party as they came to the keys that are compared.
#pragma once

#include "models/domain/identity_key.h"
#include "models/domain/record.h"
#include "models/identity/phone_number.h"

#include <vector>

namespace goodfaith::identity {

// In the order e-mail, phone, shop number; what is no usable key is left out. A recipient's keys
// never join (gifts), nor do role addresses, marketplaces' aliases and numbers with an
// extension. Service numbers are nobody's key.
std::vector<NormalisedKey> normalisedKeys(const ImportedParty& party, PhoneReader& phones);

}  // namespace goodfaith::identity
