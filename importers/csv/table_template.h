// SPDX-License-Identifier: GPL-3.0-or-later
// Our own layouts of tables, as data: which columns a template has and what each one means. Presets
// and mappings translate other layouts into these columns.
#pragma once

#include "models/domain/record.h"

#include <variant>
#include <vector>

namespace goodfaith::importers {

enum class PartyPart {
    Email,
    Phone,
    ShopNumber,
    Name,
    Company,
    Street,
    Postcode,
    City,
    Region,
    Country
};

// What a column means.
struct Helper {};       // a part of the key, or of another column
struct OwnDate {};      // how fresh the row is
struct RowCurrency {};  // of all amounts of the row
// Never kept as it is, not even in a rejected row: as a keyed hash in that field at most.
struct Private {
    Field hash = Field::PayerHash;
};
struct PartyKey {
    PartyRole role;
    PartyPart part;
};
using Meaning = std::variant<Helper, OwnDate, RowCurrency, Private, PartyKey, Field>;

struct TemplateColumn {
    const char* name;
    Meaning meaning;
    // Where the column is empty or absent, one after the other: "first_name + last_name".
    std::vector<const char*> otherwise = {};
};

struct TableTemplate {
    const char* name;
    RecordKind kind;
    std::vector<const char*> key;      // all of them, joined by a slash
    std::vector<const char*> telling;  // at least one of these is in the header as well
    std::vector<Field> timeOtherwise;  // what Field::At is where no column gives it
    std::vector<TemplateColumn> columns;
};

const std::vector<TableTemplate>& tableTemplates();
const TableTemplate* findTemplate(const QString& name);  // null when there is none

// The values a field may have in records of that kind; empty where it is free.
QStringList closedList(RecordKind kind, Field field);

}  // namespace goodfaith::importers
