// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/mapping_work.h"

#include "app/clock.h"
#include "app/saved_mappings.h"
#include "importers/input.h"
#include "models/domain/failure.h"
#include "models/items/format.h"
#include "models/store/mapping_table.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace goodfaith::app {
namespace {

constexpr qint64 shownRows = 20;

void readAs(importers::ReadingOptions& options, const items::ReadAs& as) {
    using Kind = items::ReadAs::Kind;
    if (as.kind == Kind::Template)
        options.templateName = as.name;
    if (as.kind == Kind::Preset)
        options.preset = as.name;
    for (const importers::SharedMapping& mapping : options.knownMappings) {
        if (as.kind == Kind::Saved && mapping->name == as.name)
            options.mapping = mapping;
    }
}

importers::ReadingOptions optionsOf(Shop& shop, const items::MappingEdit& edit) {
    const ShopSettings settings = shop.settings();
    importers::ReadingOptions options;
    options.writing = edit.writing;
    options.timeZone = settings.timeZone;
    options.currency = settings.currency;
    options.knownMappings = savedMappings(shop.database());
    readAs(options, edit.readAs);
    return options;
}

QString titleOf(const QString& preset) {
    for (const auto& one : importers::presetTitles()) {
        if (one.name == preset)
            return one.title;
    }
    return preset;
}

std::vector<items::ReadAsChoice> readAsChoices(const importers::ReadingOptions& options,
                                               const importers::Preview& preview) {
    using Kind = items::ReadAs::Kind;
    const bool isFound = options.mapping == nullptr && options.preset.isEmpty() &&
                         options.templateName.isEmpty() && !preview.isProposed;
    std::vector<items::ReadAsChoice> choices{{{}, items::foundTitle(QString())}};
    if (isFound)
        choices.front().title =
            items::foundTitle(recognisedName(preview.templateName, preview.preset));
    for (const auto& mapping : options.knownMappings)
        choices.push_back({{Kind::Saved, mapping->name}, items::savedMappingTitle(mapping->name)});
    for (const auto& one : importers::mappableFields())
        choices.push_back(
            {{Kind::Template, one.templateName}, items::templateName(one.templateName)});
    for (const auto& one : importers::presetTitles())
        choices.push_back({{Kind::Preset, one.name}, one.title});
    return choices;
}

// "It does not fit: the header (…) has no Created at, which shopify-orders needs."
QString misfitOf(const QString& path, const importers::ReadingOptions& options) {
    const auto found = importers::findInputs({path}, options);
    if (found.unusable.empty())
        return {};
    QString reason = found.unusable.front().reason;
    reason.remove(QStringLiteral("not recognised: "));
    return QStringLiteral("It does not fit: %1. What stands here is a proposal.").arg(reason);
}

std::vector<items::MappingField> fieldsOf(const importers::Preview& preview) {
    std::vector<items::MappingField> fields;
    for (const auto& choice : preview.choices)
        fields.push_back({choice.templateName, choice.field});
    return fields;
}

QStringList columnsOf(const importers::Preview& preview) {
    QStringList columns;
    for (const auto& choice : preview.choices)
        columns << choice.column;
    return columns;
}

TableWriting writingOf(const importers::Preview& preview) {
    TableWriting found;
    found.charset = preview.charset;
    found.delimiter =
        preview.delimiter == QLatin1String("\t") ? QStringLiteral("tab") : preview.delimiter;
    found.quote = preview.quote.isEmpty() ? QStringLiteral("none") : preview.quote;
    found.skipLines = QString::number(preview.preambleLines);
    found.header = preview.header ? QStringLiteral("yes") : QStringLiteral("no");
    return found;
}

void adopt(items::MappingEdit& edit, const importers::Mapping& mapping) {
    edit.name = mapping.name;
    edit.writing = mapping.writing;
    edit.timeZone = QString::fromUtf8(mapping.timeZone.id());
    edit.currency = mapping.currency.code();
}

// A layout that says more than columns can is kept while only its name and options change.
QByteArray withOptions(const QByteArray& layoutJson, const items::MappingEdit& edit,
                       const QStringList& header) {
    QJsonObject json = QJsonDocument::fromJson(layoutJson).object();
    json.insert(QStringLiteral("name"), edit.name);
    if (!json.contains(u"positions"))
        json.insert(QStringLiteral("header"), QJsonArray::fromStringList(header));
    const auto set = [&](const char* key, const QString& value) {
        if (value.isEmpty())
            json.remove(QLatin1String(key));
        else
            json.insert(QLatin1String(key), value);
    };
    for (const WritingMember& entry : writingMembers) {
        if (entry.member != &TableWriting::header)
            set(entry.name, edit.writing.*entry.member);
    }
    set("timezone", edit.timeZone);
    set("currency", edit.currency);
    return QJsonDocument(json).toJson();
}

importers::DraftedMapping drafted(Shop& shop, items::MappingEdit edit) {
    if (edit.name.isEmpty())
        edit.name = QFileInfo(edit.path).completeBaseName();
    const auto preview = importers::previewInput(edit.path, optionsOf(shop, edit), 0);
    const QStringList columns = columnsOf(preview);
    if (!preview.layoutJson.isEmpty() && edit.fields == fieldsOf(preview))
        return {withOptions(preview.layoutJson, edit, columns), {}};
    importers::MappingDraft draft{
        edit.name, preview.header.has_value(), {}, edit.writing, edit.timeZone, edit.currency};
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const bool isKnown = static_cast<size_t>(i) < edit.fields.size();
        const auto field = isKnown ? edit.fields[static_cast<size_t>(i)] : items::MappingField();
        draft.choices.push_back({columns[i], field.templateName, field.field, 1});
    }
    return importers::draftedMapping(draft);
}

QString missingSentence(const QStringList& missing) {
    return QStringLiteral("Not yet whole. Missing: %1.").arg(missing.join(QStringLiteral(", ")));
}

QString textOf(const FieldValue& value) {
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* money = std::get_if<Money>(&value))
        return toString(*money);
    if (const auto* instant = std::get_if<Instant>(&value))
        return toIsoUtc(*instant).replace(u'T', u' ').replace(QLatin1String(":00Z"), QString());
    if (const auto* number = std::get_if<double>(&value))
        return QString::number(*number);
    return QString::number(std::get<qint64>(value));
}

class EffectSink : public importers::RecordSink {
public:
    items::MappingEffect effect;

    void take(ImportedRecord record) override {
        QString who;
        for (const ImportedParty& party : record.parties) {
            const PartyKeys& keys = party.keys;
            for (const QString& key : {keys.name, keys.email, keys.phone, keys.shopNumber})
                who = who.isEmpty() ? key : who;
        }
        QString amount;
        QString at;
        QStringList rest;
        for (const auto& [field, value] : record.fields.values()) {
            const QString text = textOf(value);
            const bool isSum =
                field == Field::Total || field == Field::Amount || field == Field::UnitPrice;
            if (field == Field::At)
                at = text;
            else if (isSum && amount.isEmpty())
                amount = text;
            else
                rest << QStringLiteral("%1: %2").arg(nameOf(field).replace(u'_', u' '), text);
        }
        effect.records.push_back({items::kindName(record.kind), record.key, at, amount, who,
                                  rest.join(QStringLiteral(" · "))});
    }
    void reject(RejectedRow row) override { effect.rejects.push_back(std::move(row)); }
    void warn(const QString& message) override { effect.warnings << message; }
    void progress(const importers::ReadingProgress&) override {}
};

}  // namespace

QString recognisedName(const QString& templateName, const QString& preset) {
    if (preset.isEmpty())
        return items::templateName(templateName);
    const QString title = titleOf(preset);
    return title != preset
               ? title
               : QStringLiteral("%1 (%2)").arg(items::templateName(templateName), preset);
}

std::vector<items::MappingTemplate> mappingTemplates() {
    std::vector<items::MappingTemplate> templates;
    for (const auto& one : importers::mappableFields())
        templates.push_back({one.templateName, one.fields});
    return templates;
}

items::MappingForm mappingForm(Shop& shop, const items::MappingEdit& edit) {
    const auto options = optionsOf(shop, edit);
    const auto preview = importers::previewInput(edit.path, options, shownRows);
    items::MappingForm form;
    form.edit = edit;
    form.edit.fields = fieldsOf(preview);
    form.columns = columnsOf(preview);
    for (const auto& choice : preview.choices)
        form.confidence.push_back(choice.confidence);
    form.rows = preview.rows;
    form.templateName = preview.isProposed ? preview.proposedTemplate : preview.templateName;
    if (edit.readAs.kind == items::ReadAs::Kind::Template)
        form.templateName = edit.readAs.name;
    else if (edit.readAs.kind != items::ReadAs::Kind::Found && preview.isProposed)
        form.misfit = misfitOf(edit.path, options);
    form.choices = readAsChoices(options, preview);
    form.found = writingOf(preview);
    if (preview.usedMapping != nullptr && edit.fields.empty()) {
        adopt(form.edit, *preview.usedMapping);
        form.isSaved = true;
    }
    if (form.edit.name.isEmpty())
        form.edit.name = QFileInfo(edit.path).completeBaseName();
    return form;
}

items::MappingEffect mappingEffect(Shop& shop, const items::MappingEdit& edit) {
    const importers::DraftedMapping draft = drafted(shop, edit);
    if (!draft.missing.isEmpty())
        return {missingSentence(draft.missing), {}, {}, {}};
    auto options = optionsOf(shop, edit);
    options.mostRows = shownRows;
    options.templateName.clear();
    options.preset.clear();
    options.mapping = importers::mappingFromJson(draft.json, edit.name);
    const auto found = importers::findInputs({edit.path}, options);
    if (found.inputs.empty())
        return {found.unusable.front().reason, {}, {}, {}};
    EffectSink sink;
    importers::readInput(found.inputs.front(), options, sink, {});
    return std::move(sink.effect);
}

void saveMapping(Shop& shop, const items::MappingEdit& edit) {
    const importers::DraftedMapping draft = drafted(shop, edit);
    if (!draft.missing.isEmpty())
        throw Failure(FailureKind::WrongUse, missingSentence(draft.missing));
    const auto mapping = importers::mappingFromJson(draft.json, edit.name);
    store::Transaction transaction(shop.database());
    store::MappingTable(shop.database()).save({mapping->name, draft.json}, now());
    transaction.commit();
}

}  // namespace goodfaith::app
