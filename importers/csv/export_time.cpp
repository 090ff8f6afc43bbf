// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/export_time.h"

#include "importers/csv/values.h"

#include <QRegularExpression>

namespace goodfaith::importers {
namespace {

// What systems call the moment of writing, in English, German, French, Spanish, Italian and Dutch,
// then the date and nothing but punctuation behind it.
const QRegularExpression& statement() {
    static const QRegularExpression pattern(
        QStringLiteral(
            "(?:\\A|[^\\w])(?:export(?:ed)?|generated|created|printed|erstellt|exportiert|"
            "exporté|généré|exportado|generado|esportato|generato|geëxporteerd|gegenereerd|stand)"
            "(?:\\s+(?:on|at|am|le|el|il|op|date|time|datum|um))*[\\s:;,|\"']+"
            "(?<when>[^;|\"]*\\d{2}[^;|\"]*?)[\\s;,|\"'.)]*\\z"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

}  // namespace

std::optional<Instant> exportTimeIn(const QStringList& linesAbove, const QTimeZone& zone) {
    constexpr qsizetype longest = 200;
    for (const QString& line : linesAbove) {
        const auto found = statement().match(line.left(longest));
        if (!found.hasMatch())
            continue;
        TimeReader times(zone, DateOrder::Unknown);
        if (const auto when = times.read(found.captured(u"when").trimmed()).value)
            return when;
    }
    return std::nullopt;
}

}  // namespace goodfaith::importers
