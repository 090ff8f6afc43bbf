// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/country_names.h"

#include "models/identity/latin_text.h"
#include "models/identity/resource.h"

#include <QHash>

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace goodfaith::identity {
namespace {

using Regions = QHash<QString, QString>;  // by folded name

QString folded(const QString& name) {
    QString letters;
    for (const QChar c : latinText(name)) {
        if (c.isLetter())
            letters += c;
    }
    return letters;
}

QString displayName(const icu::Locale& country, const icu::Locale& language) {
    icu::UnicodeString name;
    country.getDisplayCountry(language, name);
    return QString::fromUtf16(name.getBuffer(), name.length());
}

template <class Visit>
void forEachCountry(Visit visit) {
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code)
        visit(icu::Locale("", *code), QString::fromLatin1(*code));
}

// Codes, and what ICU does not call a country.
Regions readCodes() {
    const QJsonObject listed =
        identityResource(QStringLiteral("countries")).value(QStringLiteral("regions")).toObject();
    Regions codes;
    forEachCountry([&](const icu::Locale& country, const QString& region) {
        codes.insert(folded(region), region);
        codes.insert(folded(QString::fromLatin1(country.getISO3Country())), region);
    });
    for (auto name = listed.begin(); name != listed.end(); ++name)
        codes.insert(name.key(), name.value().toString());
    return codes;
}

// In all languages listed: thousands of names, some tenths of a second.
Regions readNames() {
    const QJsonObject listed = identityResource(QStringLiteral("countries"));
    Regions names;
    for (const QString& language : stringsOf(listed, QStringLiteral("languages"))) {
        const icu::Locale locale(language.toLatin1().constData());
        forEachCountry([&](const icu::Locale& country, const QString& region) {
            const QString name = folded(displayName(country, locale));
            if (!names.contains(name))
                names.insert(name, region);
        });
    }
    return names;
}

QString regionByName(const QString& name) {
    static const Regions names = readNames();
    return names.value(name);
}

}  // namespace

QString regionOfCountry(const QString& country) {
    static const Regions codes = readCodes();
    constexpr qsizetype longestName = 80;
    const QString name = country.size() > longestName ? QString() : folded(country);
    constexpr qsizetype longestCode = 3;
    const auto code = codes.constFind(name);
    if (code != codes.constEnd())
        return *code;
    return name.size() > longestCode ? regionByName(name) : QString();
}

}  // namespace goodfaith::identity
