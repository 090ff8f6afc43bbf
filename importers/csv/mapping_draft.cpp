// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mapping_draft.h"

#include "importers/csv/layout.h"
#include "importers/csv/table_template.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace goodfaith::importers {
namespace {

const auto ordersName = QStringLiteral("orders");
const auto itemsName = QStringLiteral("order_items");
const auto orderId = QStringLiteral("order_id");

using Columns = QJsonObject;  // field → column

bool hasColumn(const TableTemplate& table, const QString& name) {
    return std::any_of(
        table.columns.begin(), table.columns.end(),
        [&](const TemplateColumn& column) { return name == QLatin1String(column.name); });
}

// Whether a row may be known by all its cells: by what a person or an order is known it may not.
bool mayBeHash(const TableTemplate& table, const QString& key) {
    return table.key.size() == 1 && key != orderId && table.kind != RecordKind::Customer;
}

struct Draft {
    std::vector<std::pair<const TableTemplate*, Columns>> records;
    QStringList missing;

    Columns* find(const QString& name) {
        const auto found = std::find_if(records.begin(), records.end(), [&](const auto& record) {
            return name == QLatin1String(record.first->name);
        });
        return found == records.end() ? nullptr : &found->second;
    }
};

Draft recordsOf(const MappingDraft& draft) {
    Draft made;
    for (const TableTemplate& table : tableTemplates()) {
        Columns columns;
        for (const ColumnChoice& choice : draft.choices) {
            if (choice.isRead() && choice.templateName == QLatin1String(table.name) &&
                !columns.contains(choice.field))
                columns.insert(choice.field, choice.column.trimmed());
        }
        if (!columns.isEmpty())
            made.records.emplace_back(&table, columns);
    }
    return made;
}

// What is said once for the order is so for all that is made of its row.
void shareTheOrder(Draft& draft) {
    const Columns* found = draft.find(ordersName);
    if (found == nullptr)
        return;
    const Columns order = *found;
    for (auto& [table, columns] : draft.records) {
        for (const QString& shared : {orderId, QStringLiteral("currency")}) {
            if (order.contains(shared) && !columns.contains(shared) && hasColumn(*table, shared))
                columns.insert(shared, order[shared]);
        }
        for (const char* key : table->key) {
            const QLatin1String name(key);
            if (order.contains(orderId) && !columns.contains(name) && name != QLatin1String("line"))
                columns.insert(name, order[orderId]);
        }
    }
}

void addUpTheItems(Draft& draft) {
    Columns* order = draft.find(ordersName);
    Columns* items = draft.find(itemsName);
    if (order == nullptr || items == nullptr || order->contains(u"total"))
        return;
    const QString quantity = (*items)[u"quantity"].toString();
    const QString price = (*items)[u"unit_price"].toString();
    if (quantity.isEmpty() || price.isEmpty())
        return;
    order->insert(QStringLiteral("total"),
                  QJsonObject{{QStringLiteral("sum"), QString(quantity + u" * " + price)}});
    // Where totals are counted out, prices often have more digits than money has.
    items->insert(QStringLiteral("unit_price"), QJsonObject{{QStringLiteral("product"), price}});
}

void fillKeys(Draft& draft) {
    for (auto& [table, columns] : draft.records) {
        for (const char* key : table->key) {
            const QString name = QString::fromLatin1(key);
            if (columns.contains(name))
                continue;
            if (name == u"line" && columns.contains(orderId))
                columns.insert(name, QStringLiteral("@row_in_group"));
            else if (mayBeHash(*table, name))
                columns.insert(name, QStringLiteral("@row_hash"));
            else
                draft.missing << QStringLiteral("%1: %2").arg(QLatin1String(table->name), name);
        }
    }
    if (draft.records.empty())
        draft.missing << QStringLiteral("a field for any column");
}

// Closed lists, as the common words for them are.
QJsonObject wordsOf(const TableTemplate& table, const Columns& columns) {
    QJsonObject words;
    if (table.kind == RecordKind::Call && columns.contains(u"direction"))
        words.insert(QStringLiteral("direction"),
                     QJsonObject{{QStringLiteral("in"), QStringLiteral("inbound")},
                                 {QStringLiteral("incoming"), QStringLiteral("inbound")},
                                 {QStringLiteral("out"), QStringLiteral("outbound")},
                                 {QStringLiteral("outgoing"), QStringLiteral("outbound")}});
    return words;
}

QJsonArray recordsJson(const Draft& draft, bool isGrouped) {
    QJsonArray records;
    for (const auto& [table, columns] : draft.records) {
        QJsonObject record{{QStringLiteral("template"), QString::fromLatin1(table->name)},
                           {QStringLiteral("columns"), columns}};
        if (isGrouped && table->kind == RecordKind::Order)
            record.insert(QStringLiteral("once_per_group"), true);
        if (const QJsonObject words = wordsOf(*table, columns); !words.isEmpty())
            record.insert(QStringLiteral("values"), words);
        records.append(record);
    }
    return records;
}

}  // namespace

DraftedMapping draftedMapping(const MappingDraft& draft) {
    Draft records = recordsOf(draft);
    shareTheOrder(records);
    addUpTheItems(records);
    fillKeys(records);
    if (!records.missing.isEmpty())
        return {{}, records.missing};
    QStringList header;
    for (const ColumnChoice& choice : draft.choices)
        header << choice.column.trimmed();
    QJsonObject json{{QStringLiteral("name"), draft.name.trimmed()}};
    if (draft.hasHeader) {
        json.insert(QStringLiteral("header"), QJsonArray::fromStringList(header));
    } else {
        json.insert(QStringLiteral("positions"), QJsonArray::fromStringList(header));
        json.insert(QStringLiteral("further_positions_by_width"),
                    QJsonObject{{QString::number(header.size()), QJsonArray()}});
    }
    const auto insert = [&](const char* key, const QString& value) {
        if (!value.isEmpty())
            json.insert(QLatin1String(key), value);
    };
    for (const WritingMember& entry : writingMembers) {
        if (entry.member != &TableWriting::header)  // its positions or header say so
            insert(entry.name, draft.writing.*entry.member);
    }
    insert("timezone", draft.timeZone);
    insert("currency", draft.currency);
    const Columns* items = records.find(itemsName);
    const bool isGrouped = items != nullptr && (*items)[u"line"].toString() == u"@row_in_group";
    if (isGrouped)
        insert("group_by", (*items)[orderId].toString());
    json.insert(QStringLiteral("records"), recordsJson(records, isGrouped));
    return {QJsonDocument(json).toJson(), {}};
}

std::vector<TemplateFields> mappableFields() {
    std::vector<TemplateFields> all;
    for (const TableTemplate& table : tableTemplates()) {
        TemplateFields fields{QString::fromLatin1(table.name), {}};
        for (const TemplateColumn& column : table.columns)
            fields.fields << QString::fromLatin1(column.name);
        all.push_back(fields);
    }
    return all;
}

std::vector<PresetTitle> presetTitles() {
    std::vector<PresetTitle> titles;
    for (const Layout& preset : presetLayouts())
        titles.push_back({preset.name, preset.title});
    return titles;
}

}  // namespace goodfaith::importers
