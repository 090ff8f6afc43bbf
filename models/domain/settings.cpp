// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/settings.h"

#include "models/domain/failure.h"
#include "models/domain/names.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace goodfaith {
namespace {

constexpr int tenYears = 120;     // in months
constexpr int longestSpan = 180;  // in days
const auto expectedRegion = QStringLiteral("a country code of two letters, such as GB, DE or US");

constexpr auto targetTimes = std::to_array<Named<TargetTime>>({
    {TargetTime::Calendar, "calendar"},
    {TargetTime::Business, "business"},
});

QStringList listFrom(const QString& text) {
    QStringList entries;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        if (const QString entry = part.trimmed(); !entry.isEmpty() && !entries.contains(entry))
            entries << entry;
    }
    return entries;
}

[[noreturn]] void refuse(const QString& text, const QString& expected) {
    throw Failure(FailureKind::WrongUse,
                  QStringLiteral("\"%1\" cannot be used here: expected %2.").arg(text, expected));
}

int wholeNumber(const QString& text, int least, int most, const QString& unit) {
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        refuse(text,
               QStringLiteral("a whole number of %1 from %2 to %3").arg(unit).arg(least).arg(most));
    return number;
}

int daysFrom(const QString& text) {
    return wholeNumber(text, 0, longestSpan, QStringLiteral("days"));
}

Duration hoursFrom(const QString& text) {
    return std::chrono::hours(wholeNumber(text, 1, 24 * 60, QStringLiteral("hours")));
}

QString hoursText(Duration duration) {
    return QString::number(std::chrono::duration_cast<std::chrono::hours>(duration).count());
}

Duration secondsFrom(const QString& text) {
    return std::chrono::seconds(wholeNumber(text, 0, 600, QStringLiteral("seconds")));
}

QString secondsText(Duration duration) {
    return QString::number(toSeconds(duration));
}

TargetTime targetTimeFrom(const QString& text) {
    const auto target = valueIn(targetTimes, text.trimmed().toLower());
    if (!target)
        refuse(text, QStringLiteral("calendar or business"));
    return *target;
}

QTimeZone zoneFrom(const QString& text) {
    // Not isValid alone: Qt reads any word as a POSIX zone without an offset. Not the list of ids
    // alone: it lacks aliases such as Asia/Calcutta.
    const QByteArray id = text.trimmed().toUtf8();
    const QTimeZone zone(id);
    if (!zone.isValid() || (!id.contains('/') && !QTimeZone::isTimeZoneIdAvailable(id)))
        refuse(text, QStringLiteral("a time zone such as Europe/Berlin"));
    return zone;
}

Currency currencyFrom(const QString& text) {
    const auto currency = Currency::fromCode(text.trimmed());
    if (!currency)
        refuse(text, QStringLiteral("a currency code of three letters, such as EUR"));
    return *currency;
}

QString regionFrom(const QString& text) {
    const QString region = text.trimmed().toUpper();
    const auto isLetter = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    if (region.size() != 2 || !std::all_of(region.begin(), region.end(), isLetter))
        refuse(text, expectedRegion);
    return region;
}

void checkRegion(const QString& text) {
    if (QLocale::codeToTerritory(regionFrom(text)) == QLocale::AnyTerritory)
        refuse(text, expectedRegion);
}

bool looksLikeAddress(const QString& text) {
    const auto separates = [](QChar c) { return c.isSpace() || c == u','; };
    return !text.isEmpty() && !text.endsWith(u'@') && text.count(u'@') <= 1 &&
           std::none_of(text.begin(), text.end(), separates);
}

bool looksLikeNumber(const QString& text) {
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    return !text.contains(u',') && std::any_of(text.begin(), text.end(), isDigit);
}

void checkAddresses(const QString& text) {
    for (const QString& entry : listFrom(text))
        ownAddressFrom(entry);
}

void checkNumbers(const QString& text) {
    for (const QString& entry : listFrom(text))
        ownNumberFrom(entry);
}

struct Entry {
    const char* key;
    const char* description;
    QString (*get)(const ShopSettings&);
    void (*set)(ShopSettings&, const QString&);
    void (*check)(const QString&) = nullptr;  // asked of what people enter, not of what is stored
};

const auto entries = std::to_array<Entry>({
    {"shop-name", "The shop's name, as customers know it.",
     [](const ShopSettings& s) { return s.shopName; },
     [](ShopSettings& s, const QString& text) { s.shopName = text.trimmed(); }},
    {"own-addresses", "Our mail addresses and domains: they decide which mail is from us.",
     [](const ShopSettings& s) { return s.ownAddresses.join(u','); },
     [](ShopSettings& s, const QString& text) { s.ownAddresses = listFrom(text.toLower()); },
     checkAddresses},
    {"own-numbers", "Our phone numbers and extensions: they decide which calls are from us.",
     [](const ShopSettings& s) { return s.ownNumbers.join(u','); },
     [](ShopSettings& s, const QString& text) { s.ownNumbers = listFrom(text); }, checkNumbers},
    {"region", "The country of phone numbers that name none (two letters).",
     [](const ShopSettings& s) { return s.region; },
     [](ShopSettings& s, const QString& text) { s.region = regionFrom(text); }, checkRegion},
    {"time-zone", "The shop's time zone, such as Europe/Berlin.",
     [](const ShopSettings& s) { return QString::fromUtf8(s.timeZone.id()); },
     [](ShopSettings& s, const QString& text) { s.timeZone = zoneFrom(text); }},
    {"business-hours", "When we work, such as Mon-Fri 09:00-12:30 13:00-17:00; Sat 10:00-14:00.",
     [](const ShopSettings& s) { return weekHoursText(s.businessHours); },
     [](ShopSettings& s, const QString& text) { s.businessHours = weekHoursFrom(text); }},
    {"holidays",
     "Days on which we do not work: 2026-12-31, 12-25 (of every year), easter+1 (Easter Monday).",
     [](const ShopSettings& s) { return holidaysText(s.holidays); },
     [](ShopSettings& s, const QString& text) { s.holidays = holidaysFrom(text); }},
    {"currency", "The main currency (three letters).",
     [](const ShopSettings& s) { return s.currency.code(); },
     [](ShopSettings& s, const QString& text) { s.currency = currencyFrom(text); }},
    {"reply-target-hours", "Within how many hours we aim to answer.",
     [](const ShopSettings& s) { return hoursText(s.replyTarget); },
     [](ShopSettings& s, const QString& text) { s.replyTarget = hoursFrom(text); }},
    {"reply-limit-hours", "After how many hours an answer is late in any case.",
     [](const ShopSettings& s) { return hoursText(s.replyLimit); },
     [](ShopSettings& s, const QString& text) { s.replyLimit = hoursFrom(text); }},
    {"targets-in", "How these hours pass: calendar, or business for only while we work.",
     [](const ShopSettings& s) { return nameIn(targetTimes, s.targetsIn); },
     [](ShopSettings& s, const QString& text) { s.targetsIn = targetTimeFrom(text); }},
    {"call-target-seconds", "Within how many seconds we aim to take a call (service level).",
     [](const ShopSettings& s) { return secondsText(s.callTarget); },
     [](ShopSettings& s, const QString& text) { s.callTarget = secondsFrom(text); }},
    {"short-abandon-seconds", "Who hangs up sooner than this did not wait for us.",
     [](const ShopSettings& s) { return secondsText(s.shortAbandon); },
     [](ShopSettings& s, const QString& text) { s.shortAbandon = secondsFrom(text); }},
    {"window-months", "How many months the scores look back on.",
     [](const ShopSettings& s) { return QString::number(s.windowMonths); },
     [](ShopSettings& s, const QString& text) {
         s.windowMonths = wholeNumber(text, 1, tenYears, QStringLiteral("months"));
     }},
    {"delivery-days", "After how many days an order without any delivery record counts as due.",
     [](const ShopSettings& s) { return QString::number(s.deliveryDays); },
     [](ShopSettings& s, const QString& text) { s.deliveryDays = daysFrom(text); }},
    {"mature-days", "How many days after delivery an order may be counted on.",
     [](const ShopSettings& s) { return QString::number(s.matureDays); },
     [](ShopSettings& s, const QString& text) { s.matureDays = daysFrom(text); }},
    {"grace-days", "How many days we wait before a missing return, refund or parcel says anything.",
     [](const ShopSettings& s) { return QString::number(s.graceDays); },
     [](ShopSettings& s, const QString& text) { s.graceDays = daysFrom(text); }},
    {"quiet-days",
     "After how many days without a word an open case is in the queue again, so that it is not "
     "forgotten.",
     [](const ShopSettings& s) { return QString::number(s.quietDays); },
     [](ShopSettings& s, const QString& text) { s.quietDays = daysFrom(text); }},
    {"follow-up-days",
     "How many days after a complaint was resolved to ask whether all is well; 0 for never.",
     [](const ShopSettings& s) { return QString::number(s.followUpDays); },
     [](ShopSettings& s, const QString& text) { s.followUpDays = daysFrom(text); }},
    {"watched-folders",
     "Folders whose new files are imported by themselves: FOLDER, FOLDER=SOURCE or "
     "FOLDER=SOURCE:LAYOUT.",
     [](const ShopSettings& s) { return watchedFoldersText(s.watchedFolders); },
     [](ShopSettings& s, const QString& text) { s.watchedFolders = watchedFoldersFrom(text); }},
});

const Entry* findEntry(QStringView key) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
        return key == QLatin1String(entry.key);
    });
    return found == entries.end() ? nullptr : &*found;
}

}  // namespace

QString ownAddressFrom(const QString& text) {
    const QString address = text.trimmed().toLower();
    if (!looksLikeAddress(address))
        refuse(text, QStringLiteral("a mail address or a domain, such as shop.example"));
    return address;
}

QString ownNumberFrom(const QString& text) {
    const QString number = text.trimmed();
    if (!looksLikeNumber(number))
        refuse(text, QStringLiteral("a phone number or an extension, such as +44 20 7946 0100"));
    return number;
}

bool ShopSettings::isOwnAddress(QStringView address) const {
    const QStringView domain = address.mid(address.lastIndexOf(u'@') + 1);
    return std::any_of(ownAddresses.begin(), ownAddresses.end(), [&](const QString& own) {
        const QStringView wanted =
            own.startsWith(u'@') ? QStringView(own).mid(1) : QStringView(own);
        return (wanted.contains(u'@') ? address : domain).compare(wanted, Qt::CaseInsensitive) == 0;
    });
}

bool isMonthFirst(const ShopSettings& settings) {
    return settings.region == u"US";
}

// Asked for with each customer of a shop: the last one, which knows its spans by then, serves
// again.
BusinessCalendar calendarOf(const ShopSettings& settings) {
    struct Made {
        WeekHours hours;
        std::vector<Holiday> holidays;
        QTimeZone zone;
        BusinessCalendar calendar;
    };
    thread_local std::optional<Made> last;
    if (!last || last->hours != settings.businessHours || last->holidays != settings.holidays ||
        last->zone != settings.timeZone)
        last = Made{settings.businessHours, settings.holidays, settings.timeZone,
                    BusinessCalendar(settings.businessHours, settings.holidays, settings.timeZone)};
    return last->calendar;
}

Duration countedForTargets(const ShopSettings& settings, const BusinessCalendar& calendar,
                           Instant from, Instant to) {
    return settings.targetsIn == TargetTime::Business ? calendar.businessTime(from, to)
                                                      : std::max(to - from, Duration::zero());
}

Instant dueByTarget(const ShopSettings& settings, const BusinessCalendar& calendar, Instant since,
                    Duration target) {
    return settings.targetsIn == TargetTime::Business ? calendar.addBusinessTime(since, target)
                                                      : since + target;
}

const std::vector<SettingInfo>& settingInfos() {
    static const auto infos = [] {
        std::vector<SettingInfo> all;
        for (const auto& entry : entries)
            all.push_back({QString::fromLatin1(entry.key), QString::fromLatin1(entry.description)});
        return all;
    }();
    return infos;
}

std::optional<QString> settingText(const ShopSettings& settings, QStringView key) {
    const Entry* entry = findEntry(key);
    return entry != nullptr ? std::optional<QString>(entry->get(settings)) : std::nullopt;
}

void setSetting(ShopSettings& settings, QStringView key, const QString& text) {
    const Entry* entry = findEntry(key);
    if (entry == nullptr)
        refuse(key.toString(),
               QStringLiteral("the name of a setting; \"settings\" alone lists them"));
    if (entry->check != nullptr)
        entry->check(text);
    entry->set(settings, text);
}

void restoreSetting(ShopSettings& settings, QStringView key, const QString& text) {
    const Entry* entry = findEntry(key);
    if (entry == nullptr)
        return;
    try {
        entry->set(settings, text);
    } catch (const Failure&) {  // it keeps its default
    }
}

}  // namespace goodfaith
