// SPDX-License-Identifier: GPL-3.0-or-later
// The mappings that were saved, as the JSON texts they are. What they mean is the importers'
// matter.
#pragma once

#include "models/domain/instant.h"
#include "models/store/database.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace goodfaith::store {

struct SavedMapping {
    QString name;
    QByteArray json;
};

class MappingTable {
public:
    explicit MappingTable(Database& database) : database_(database) {}

    std::vector<SavedMapping> all() const;  // the last saved first
    // Over one of the same name.
    void save(const SavedMapping& mapping, Instant at);
    void remove(const QString& name);

private:
    Database& database_;
};

}  // namespace goodfaith::store
