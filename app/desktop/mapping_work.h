// SPDX-License-Identifier: GPL-3.0-or-later
// What the mapping step asks of the worker: how a file is read or might be, what comes out of it,
// and keeping that for the next one.
#pragma once

#include "app/shop.h"
#include "models/items/mapping_rows.h"

namespace goodfaith::app {

std::vector<items::MappingTemplate> mappingTemplates();

// As `edit` says, with fields proposed anew; for rows of `templateName`, "" for what they look
// like. Throws Failure when the file cannot be read.
items::MappingForm mappingForm(Shop& shop, const items::MappingEdit& edit,
                               const QString& templateName);
items::MappingEffect mappingEffect(Shop& shop, const items::MappingEdit& edit);
// Throws Failure (WrongUse) for a mapping that is not whole.
void saveMapping(Shop& shop, const items::MappingEdit& edit);

}  // namespace goodfaith::app
