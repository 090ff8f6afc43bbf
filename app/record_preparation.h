// SPDX-License-Identifier: GPL-3.0-or-later
// Gives a record what identity derives of it: the normalised keys of its parties, its direction,
// and whose timeline it is on.
#pragma once

#include "models/identity/counterpart.h"
#include "models/identity/phone_number.h"
#include "models/store/fact_writer.h"

namespace goodfaith::app {

class RecordPreparation {
public:
    explicit RecordPreparation(const ShopSettings& settings);
    store::WritableRecord prepare(ImportedRecord record);

private:
    identity::PhoneReader phones_;
    identity::CounterpartRule counterparts_;
};

}  // namespace goodfaith::app
