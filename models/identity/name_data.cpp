// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/name_data.h"

#include "models/identity/name_tokens.h"
#include "models/identity/resource.h"

#include <QJsonArray>

namespace goodfaith::identity {
namespace {

QSet<QString> setOf(const QStringList& words) {
    QSet<QString> set;
    for (const QString& word : words)
        set.insert(foldedNameWord(word));
    return set;
}

QHash<QString, int> generationsIn(const QJsonObject& numbers) {
    QHash<QString, int> generations;
    for (auto entry = numbers.begin(); entry != numbers.end(); ++entry)
        generations.insert(foldedNameWord(entry.key()), entry.value().toInt());
    return generations;
}

std::vector<QStringList> groupsIn(const QJsonArray& array) {
    std::vector<QStringList> groups;
    for (const auto& names : array) {
        QStringList& group = groups.emplace_back();
        const auto list = names.toArray();
        for (const auto& name : list)
            group << foldedNameWord(name.toString());
    }
    return groups;
}

QHash<QString, std::vector<size_t>> groupsByName(const std::vector<QStringList>& groups) {
    QHash<QString, std::vector<size_t>> byName;
    for (size_t i = 0; i < groups.size(); ++i) {
        for (const QString& name : groups[i])
            byName[name].push_back(i);
    }
    return byName;
}

NameData readData() {
    const QJsonObject words = identityResource(QStringLiteral("names"));
    const auto set = [&](const char* key) {
        return setOf(stringsOf(words, QString::fromLatin1(key)));
    };
    NameData data;
    data.maleTitles = set("maleTitles");
    data.femaleTitles = set("femaleTitles");
    data.titles = set("titles");
    data.titleTails = set("titleTails");
    data.suffixes = set("suffixes");
    data.generations = generationsIn(words.value(QStringLiteral("generations")).toObject());
    data.particles = set("particles");
    data.households = set("households");
    data.between = set("between");
    data.careOf = set("careOf");
    data.nobody = set("nobody");
    data.companies = set("companies");
    data.companyEndings = set("companyEndings");
    const QJsonObject forms = identityResource(QStringLiteral("short_forms"));
    data.shortForms = groupsIn(forms.value(QStringLiteral("groups")).toArray());
    data.groupsOfName = groupsByName(data.shortForms);
    return data;
}

}  // namespace

const NameData& nameData() {
    static const NameData data = readData();
    return data;
}

}  // namespace goodfaith::identity
