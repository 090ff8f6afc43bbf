// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/month_names.h"

#include <QHash>
#include <QLocale>

#include <algorithm>
#include <array>

namespace goodfaith::importers {
namespace {

QString plainName(QStringView name) {
    QString plain = name.toString().toLower();
    plain.remove(u'.');
    return plain;
}

// What exports write and no locale has.
struct OtherName {
    const char16_t* name;
    int month;
};
constexpr auto otherNames = std::to_array<OtherName>({{u"mrz", 3},
                                                      {u"mär", 3},
                                                      {u"maerz", 3},
                                                      {u"sep", 9},
                                                      {u"sept", 9},
                                                      {u"fev", 2},
                                                      {u"aout", 8}});

QHash<QString, int> namesOfMonths() {
    QHash<QString, int> months;
    for (const auto language :
         {QLocale::English, QLocale::German, QLocale::French, QLocale::Spanish, QLocale::Italian,
          QLocale::Dutch, QLocale::Portuguese}) {
        const QLocale locale(language);
        for (int month = 1; month <= 12; ++month) {
            for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                months.insert(plainName(locale.monthName(month, format)), month);
                months.insert(plainName(locale.standaloneMonthName(month, format)), month);
            }
        }
    }
    for (const auto& other : otherNames)
        months.insert(QString::fromUtf16(other.name), other.month);
    return months;
}

struct Abbreviation {
    const char* name;
    int minutes;
};
constexpr auto abbreviations = std::to_array<Abbreviation>({
    {"Z", 0},       {"UTC", 0},     {"GMT", 0},    {"WET", 0},    {"WEST", 60},  {"BST", 60},
    {"CET", 60},    {"MEZ", 60},    {"CEST", 120}, {"MESZ", 120}, {"EET", 120},  {"EEST", 180},
    {"MSK", 180},   {"SGT", 480},   {"HKT", 480},  {"JST", 540},  {"KST", 540},  {"AWST", 480},
    {"ACST", 570},  {"ACDT", 630},  {"AEST", 600}, {"AEDT", 660}, {"NZST", 720}, {"NZDT", 780},
    {"NST", -210},  {"NDT", -150},  {"AST", -240}, {"ADT", -180}, {"EST", -300}, {"EDT", -240},
    {"CST", -360},  {"CDT", -300},  {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420},
    {"AKST", -540}, {"AKDT", -480}, {"HST", -600}, {"BRT", -180},
});

}  // namespace

std::optional<int> monthFromName(QStringView name) {
    static const QHash<QString, int> months = namesOfMonths();
    const auto found = months.find(plainName(name));
    return found == months.end() ? std::nullopt : std::optional(*found);
}

std::optional<qint64> offsetOfAbbreviation(QStringView name) {
    const auto found =
        std::find_if(abbreviations.begin(), abbreviations.end(), [&](const Abbreviation& one) {
            return name.compare(QLatin1String(one.name), Qt::CaseInsensitive) == 0;
        });
    return found == abbreviations.end() ? std::nullopt : std::optional(found->minutes * 60LL);
}

}  // namespace goodfaith::importers
