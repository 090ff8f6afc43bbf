// SPDX-License-Identifier: GPL-3.0-or-later
// What the shop says about itself. The settings travel with the database.
#pragma once

#include "models/domain/business_calendar.h"
#include "models/domain/instant.h"
#include "models/domain/money.h"
#include "models/domain/watched_folder.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace goodfaith {

// How a target is measured.
enum class TargetTime { Calendar, Business };

struct ShopSettings {
    QString shopName;
    QStringList ownAddresses;  // addresses or bare domains: "support@shop.example", "shop.example"
    QStringList ownNumbers;    // phone numbers and extensions that are ours
    QString region = QStringLiteral("GB");  // two letters; for phone numbers without a country
    QTimeZone timeZone = QTimeZone::utc();
    WeekHours businessHours = usualHours();
    std::vector<Holiday> holidays;
    Currency currency =
        *Currency::fromCode(u"EUR");  // for amounts that name none; scores lead with it
    Duration replyTarget = std::chrono::hours(24);  // as targetsIn says
    Duration replyLimit = std::chrono::hours(48);
    TargetTime targetsIn = TargetTime::Calendar;
    Duration callTarget = std::chrono::seconds(20);   // within which a call is to be taken
    Duration shortAbandon = std::chrono::seconds(5);  // who hangs up sooner did not wait for us
    int windowMonths = 24;                            // what the scores look back on
    int matureDays = 14;   // an order counts as exposure this long after delivery or due date
    int graceDays = 14;    // absence is evidence only this long after it could have ended
    int deliveryDays = 7;  // when an order without any shipment record counts as due
    int quietDays = 7;     // when an open case in which nothing happens is looked at again
    int followUpDays = 7;  // when to ask after a resolved complaint; 0: never
    std::vector<WatchedFolder> watchedFolders;  // no fact depends on them

    // Whether a mail address (any case) is one of ours, by address or by domain.
    bool isOwnAddress(QStringView address) const;

    friend bool operator==(const ShopSettings&, const ShopSettings&) = default;
};

// Whether 3/4 is the fourth of March where the shop is.
bool isMonthFirst(const ShopSettings& settings);
// The calendar by which the shop works.
BusinessCalendar calendarOf(const ShopSettings& settings);
// How much of the time between counts for a target; 0 when `to` is not after `from`.
Duration countedForTargets(const ShopSettings& settings, const BusinessCalendar& calendar,
                           Instant from, Instant to);
// When that much of a target has passed since then.
Instant dueByTarget(const ShopSettings& settings, const BusinessCalendar& calendar, Instant since,
                    Duration target);

// One setting as the command line and the settings page see it.
struct SettingInfo {
    QString key;          // "reply-target-hours"
    QString description;  // one plain sentence
};
// All settings in the order in which they are shown.
const std::vector<SettingInfo>& settingInfos();
// Lists are comma-separated. Nothing when there is no such key.
std::optional<QString> settingText(const ShopSettings& settings, QStringView key);
// Sets one from text; throws Failure (WrongUse) that says what was expected.
void setSetting(ShopSettings& settings, QStringView key, const QString& text);
// As it was stored, by whatever version: never throws, or nobody could open the shop to mend it.
void restoreSetting(ShopSettings& settings, QStringView key, const QString& text);
// One entry of ownAddresses and ownNumbers as it is kept; throws Failure (WrongUse).
QString ownAddressFrom(const QString& text);
QString ownNumberFrom(const QString& text);

}  // namespace goodfaith
