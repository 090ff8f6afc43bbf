// SPDX-License-Identifier: GPL-3.0-or-later
// What a user (or a proposal) says of a file's columns, made into a mapping.
#pragma once

#include "models/domain/table_writing.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace goodfaith::importers {

// One column of the file: the field it becomes, "" where it is not read.
struct ColumnChoice {
    QString column;
    QString templateName;
    QString field;
    double confidence = 0;  // 0 to 1, of a proposal

    bool isRead() const { return !field.isEmpty(); }
};

struct MappingDraft {
    QString name;
    bool hasHeader = true;
    std::vector<ColumnChoice> choices;  // one for each column, in the order of the file
    // As in ReadingOptions; "" where it is left to the file.
    TableWriting writing;
    QString timeZone;
    QString currency;
};

struct DraftedMapping {
    QByteArray json;
    QStringList missing;  // "orders: order_id": what a record cannot be without; then no JSON
};

// Several templates may be filled from one row: an order's number is then that of the others too,
// and items with a price and a quantity add up to the order's total where no column has it.
DraftedMapping draftedMapping(const MappingDraft& draft);

// The fields of all templates, for choosing.
struct TemplateFields {
    QString templateName;
    QStringList fields;
};
std::vector<TemplateFields> mappableFields();

// A vendor's layout, for choosing: "shopify-orders", "Shopify: orders export".
struct PresetTitle {
    QString name;
    QString title;
};
std::vector<PresetTitle> presetTitles();

}  // namespace goodfaith::importers
