// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/propose_mapping.h"

#include "importers/csv/column_contents.h"
#include "importers/csv/layout.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <stdexcept>

namespace goodfaith::importers {
namespace {

constexpr double exactName = 1;
constexpr double knownName = 0.9;
constexpr double partOfName = 0.55;
constexpr double leastScore = 0.4;

// "Order No." and "order_no", "Numéro" and "numero" are the same name.
QString plainName(const QString& name) {
    QString plain;
    for (const QChar c : normalisedColumn(name).normalized(QString::NormalizationForm_D)) {
        if (c.isLetterOrNumber())
            plain += c;
    }
    return plain;
}

using Synonyms = QHash<QString, QStringList>;  // field → plain names

const Synonyms& synonyms() {
    static const Synonyms all = [] {
        QFile file(QStringLiteral(":/goodfaith/mappings/synonyms.json"));
        if (!file.open(QIODevice::ReadOnly))
            throw std::logic_error("the synonyms are not there");
        Synonyms read;
        const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            for (const auto& name : entry.value().toArray())
                read[entry.key()] << plainName(name.toString());
        }
        return read;
    }();
    return all;
}

double nameScore(const QString& plain, const QString& field) {
    if (plain.isEmpty())
        return 0;
    if (plain == plainName(field))
        return exactName;
    const QStringList known = synonyms().value(field);
    if (known.contains(plain))
        return knownName;
    constexpr qsizetype shortest = 4;
    const bool hasPart = std::any_of(known.begin(), known.end(), [&](const QString& name) {
        return name.size() >= shortest && plain.contains(name);
    });
    return hasPart ? partOfName : 0;
}

// Names say most; contents decide between names, refuse what cannot be, and where the name says
// nothing only an e-mail address is unmistakable.
double score(const QString& plain, const ColumnContents& contents, const TemplateColumn& column) {
    constexpr double refused = 0.25;
    const double fit = suits(contents, column.meaning);
    if (fit < refused)
        return 0;
    const double name = nameScore(plain, QString::fromLatin1(column.name));
    if (name > 0)
        return name * (0.7 + 0.3 * fit);
    const auto* party = std::get_if<PartyKey>(&column.meaning);
    const bool isEmail = party != nullptr && party->part == PartyPart::Email;
    return isEmail && contents.cells > 0 ? 0.6 * fit : 0;
}

struct Candidate {
    double score = 0;
    size_t column = 0;
    QString field;
};

struct Columns {
    QStringList plainNames;
    std::vector<ColumnContents> contents;
};

// The best pairs first, each column and each field once.
std::vector<ColumnChoice> choose(const Columns& columns, const TableTemplate& table) {
    std::vector<Candidate> candidates;
    for (size_t i = 0; i < columns.contents.size(); ++i) {
        for (const TemplateColumn& field : table.columns) {
            const double points =
                score(columns.plainNames[static_cast<qsizetype>(i)], columns.contents[i], field);
            if (points >= leastScore)
                candidates.push_back({points, i, QString::fromLatin1(field.name)});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    std::vector<ColumnChoice> choices(columns.contents.size());
    QStringList taken;
    for (const Candidate& candidate : candidates) {
        ColumnChoice& choice = choices[candidate.column];
        if (choice.isRead() || taken.contains(candidate.field))
            continue;
        taken << candidate.field;
        choice.templateName = QString::fromLatin1(table.name);
        choice.field = candidate.field;
        choice.confidence = candidate.score;
    }
    return choices;
}

bool has(const std::vector<ColumnChoice>& choices, const char* field) {
    return std::any_of(choices.begin(), choices.end(), [&](const ColumnChoice& choice) {
        return choice.field == QLatin1String(field);
    });
}

double sumOf(const std::vector<ColumnChoice>& choices) {
    double sum = 0;
    for (const ColumnChoice& choice : choices)
        sum += choice.confidence;
    return sum;
}

// What is explained, with a template's own key and telling columns counting most.
double worth(const std::vector<ColumnChoice>& choices, const TableTemplate& table) {
    double points = sumOf(choices);
    for (const char* key : table.key)
        points += has(choices, key) ? 1 : -0.5;
    const bool tells =
        table.telling.empty() || std::any_of(table.telling.begin(), table.telling.end(),
                                             [&](const char* name) { return has(choices, name); });
    return tells ? points : points / 2;
}

// What the first template leaves unread, another that a row of it may hold as well reads.
void addFrom(std::vector<ColumnChoice>& choices, const Columns& columns, const char* name,
             const std::vector<const char*>& fields) {
    const auto others = choose(columns, *findTemplate(QString::fromLatin1(name)));
    std::vector<size_t> added;
    for (size_t i = 0; i < choices.size(); ++i) {
        const bool wanted = std::any_of(fields.begin(), fields.end(), [&](const char* field) {
            return others[i].field == QLatin1String(field);
        });
        if (wanted && others[i].confidence > choices[i].confidence)
            added.push_back(i);
    }
    constexpr size_t enough = 2;
    if (added.size() < enough)
        return;
    for (const size_t i : added)
        choices[i] = others[i];
}

std::vector<ColumnChoice> withWhatElseARowHolds(std::vector<ColumnChoice> choices,
                                                const Columns& columns) {
    if (!has(choices, "order_id"))
        return choices;
    addFrom(choices, columns, "order_items", {"line", "sku", "title", "quantity", "unit_price"});
    addFrom(choices, columns, "shipments",
            {"carrier", "tracking", "shipped_at", "promised_at", "delivered_at"});
    return choices;
}

}  // namespace

Proposal proposeMapping(const QStringList& columns, const std::vector<SampleRow>& rows,
                        const QString& templateName) {
    Columns known;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        known.plainNames << plainName(columns[i]);
        known.contents.push_back(contentsOf(rows, i));
    }
    Proposal best;
    best.choices.resize(static_cast<size_t>(columns.size()));
    double most = 0;
    for (const TableTemplate& table : tableTemplates()) {
        if (!templateName.isEmpty() && templateName != QLatin1String(table.name))
            continue;
        auto choices = choose(known, table);
        if (templateName.isEmpty() && table.kind == RecordKind::Order)
            choices = withWhatElseARowHolds(std::move(choices), known);
        const double points = worth(choices, table);
        if (points <= most)
            continue;
        most = points;
        best.templateName = QString::fromLatin1(table.name);
        best.choices = std::move(choices);
    }
    best.confidence =
        columns.isEmpty() ? 0 : sumOf(best.choices) / static_cast<double>(columns.size());
    for (qsizetype i = 0; i < columns.size(); ++i)
        best.choices[static_cast<size_t>(i)].column = columns[i].trimmed();
    return best;
}

}  // namespace goodfaith::importers
