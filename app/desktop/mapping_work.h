// SPDX-License-Identifier: GPL-3.0-or-later
// What the mapping step asks of the worker: how a file is read or might be, what comes out of it,
// and keeping that for the next one.
#pragma once

#include "app/shop.h"
#include "models/items/mapping_rows.h"

namespace goodfaith::app {

// "Shopify: orders export"; "Orders", with the mapping's name where it is one of the user's.
QString recognisedName(const QString& templateName, const QString& preset);
std::vector<items::MappingTemplate> mappingTemplates();

// As `edit` says, with fields proposed anew. Throws Failure when the file cannot be read.
items::MappingForm mappingForm(Shop& shop, const items::MappingEdit& edit);
items::MappingEffect mappingEffect(Shop& shop, const items::MappingEdit& edit);
// Throws Failure (WrongUse) for a mapping that is not whole.
void saveMapping(Shop& shop, const items::MappingEdit& edit);

}  // namespace goodfaith::app
