// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/zone_names.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace goodfaith::importers {

namespace {

// Minutes east of UTC. Left out is what means several zones: IST (India, Israel, Ireland), and the
// letters of RFC 822, which many got wrong. CST and the like are America's, as in RFC 5322.
constexpr auto offsets = std::to_array<std::pair<std::string_view, int>>({
    {"UT", 0},     {"UTC", 0},    {"GMT", 0},     {"Z", 0},      {"WET", 0},    {"WEST", 60},
    {"BST", 60},   {"CET", 60},   {"MET", 60},    {"MEZ", 60},   {"CEST", 120}, {"MEST", 120},
    {"MESZ", 120}, {"EET", 120},  {"SAST", 120},  {"EEST", 180}, {"MSK", 180},  {"MSD", 240},
    {"PKT", 300},  {"NPT", 345},  {"WIB", 420},   {"HKT", 480},  {"SGT", 480},  {"AWST", 480},
    {"JST", 540},  {"KST", 540},  {"AEST", 600},  {"AEDT", 660}, {"NZST", 720}, {"NZDT", 780},
    {"EST", -300}, {"EDT", -240}, {"CST", -360},  {"CDT", -300}, {"MST", -420}, {"MDT", -360},
    {"PST", -480}, {"PDT", -420}, {"AKST", -540}, {"HST", -600},
});

// The only ones of this kind that are met in mails.
constexpr std::array<std::pair<const char*, const char*>, 4> posixZones = {{
    {"EST5EDT", "America/New_York"},
    {"CST6CDT", "America/Chicago"},
    {"MST7MDT", "America/Denver"},
    {"PST8PDT", "America/Los_Angeles"},
}};

QTimeZone zoneNamed(const QByteArray& name) {
    static const QRegularExpression fromUtc(
        QStringLiteral("^(?:GMT|UTC?)([+-])(\\d\\d?):?(\\d\\d)?$"));
    const QByteArray upper = name.toUpper();
    const auto known = std::find_if(offsets.begin(), offsets.end(), [&](const auto& offset) {
        return upper == QByteArrayView(offset.first.data(), std::ssize(offset.first));
    });
    if (known != offsets.end())
        return QTimeZone(known->second * 60);
    if (const auto match = fromUtc.match(QString::fromLatin1(upper)); match.hasMatch()) {
        const int minutes = match.captured(2).toInt() * 60 + match.captured(3).toInt();
        return QTimeZone((match.captured(1) == u"-" ? -minutes : minutes) * 60);
    }
    for (const auto& [posix, id] : posixZones) {
        if (upper == posix)
            return QTimeZone(id);
    }
    // Not any word: Qt takes one without a slash for a zone of its own.
    return name.contains('/') ? QTimeZone(name) : QTimeZone();
}

}  // namespace

std::optional<DateInZone> dateInNamedZone(const QByteArray& date) {
    static const QRegularExpression named(QStringLiteral(
        "^(.*) (\\d\\d?:\\d\\d(?::\\d\\d)?) \"?([A-Za-z][\\w/+:-]*)\"?( \\d{4})? ?(?:\\(.*\\))?$"));
    const auto match = named.match(QString::fromLatin1(date).simplified());
    if (!match.hasMatch())
        return std::nullopt;
    const QTimeZone zone = zoneNamed(match.captured(3).toLatin1());
    if (!zone.isValid())
        return std::nullopt;
    // "Fri Mar 1 09:30:00 EST 2024" has the year behind the zone.
    const QString day = match.captured(1) + match.captured(4);
    return DateInZone{(day + u' ' + match.captured(2)).toLatin1(), zone};
}

}  // namespace goodfaith::importers
