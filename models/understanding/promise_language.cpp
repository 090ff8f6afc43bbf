// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/promise_language.h"

#include "models/domain/failure.h"
#include "models/domain/names.h"
#include "models/understanding/resource.h"

#include <QJsonArray>

namespace goodfaith::understanding {
namespace {

constexpr auto bases = std::to_array<Named<DueBase>>({
    {DueBase::Span, "span"},
    {DueBase::Days, "days"},
    {DueBase::Weekday, "weekday"},
    {DueBase::Date, "date"},
    {DueBase::Period, "period"},
});

constexpr auto units = std::to_array<Named<DueUnit>>({
    {DueUnit::Minute, "minute"},
    {DueUnit::Hour, "hour"},
    {DueUnit::Day, "day"},
    {DueUnit::Week, "week"},
    {DueUnit::Month, "month"},
    {DueUnit::WorkingHour, "working_hour"},
    {DueUnit::WorkingDay, "working_day"},
});

constexpr auto parts = std::to_array<Named<DayPart>>({
    {DayPart::Morning, "morning"},
    {DayPart::Afternoon, "afternoon"},
    {DayPart::Evening, "evening"},
    {DayPart::Close, "close"},
});

[[noreturn]] void refuse(const QString& text) {
    throw Failure(
        FailureKind::Unreadable,
        QStringLiteral("The language resource of promises cannot be read: \"%1\".").arg(text));
}

template <class Enum, size_t Count>
Enum namedIn(const std::array<Named<Enum>, Count>& table, const QString& name) {
    const auto value = valueIn(table, name);
    if (!value)
        refuse(name);
    return *value;
}

QHash<QString, int> numbersOf(const QJsonObject& object) {
    QHash<QString, int> numbers;
    for (auto at = object.begin(); at != object.end(); ++at)
        numbers.insert(at.key(), at.value().toInt());
    return numbers;
}

TimeGroup timeGroupFrom(const QJsonObject& json) {
    TimeGroup group;
    const QString base = json[QStringLiteral("base")].toString();
    const bool isModifier = base == u"part" || base == u"clock";
    if (!isModifier)
        group.due.base = namedIn(bases, base);
    if (isModifier)
        group.role = TimeGroup::Role::Modifier;
    else if (json[QStringLiteral("weak")].toBool())
        group.role = TimeGroup::Role::WeakDay;
    if (const QString unit = json[QStringLiteral("unit")].toString(); !unit.isEmpty())
        group.due.unit = namedIn(units, unit);
    if (const QString part = json[QStringLiteral("part")].toString(); !part.isEmpty())
        group.due.part = namedIn(parts, part);
    group.countIsSaid = group.due.base == DueBase::Span && !json.contains(QStringLiteral("count"));
    group.due.count = json[QStringLiteral("count")].toInt();
    group.due.day = json[QStringLiteral("day")].toInt();
    group.due.isOfNextWeek = json[QStringLiteral("next")].toBool();
    group.isEndOfMonth = json[QStringLiteral("month")].toBool();
    if (json.contains(QStringLiteral("minute")))
        group.due.minute = json[QStringLiteral("minute")].toInt();
    return group;
}

// Phrases with "{name}" for a template, which may stand for further ones.
class Templates {
public:
    explicit Templates(const QJsonObject& texts) : texts_(texts) {}

    QString filled(QString phrase) const {
        constexpr int deepest = 8;
        for (int depth = 0; phrase.contains(u'{'); ++depth) {
            if (depth == deepest)
                refuse(phrase);
            for (auto at = texts_.begin(); at != texts_.end(); ++at)
                phrase.replace(u'{' + at.key() + u'}', at.value().toString());
        }
        return phrase;
    }

private:
    QJsonObject texts_;
};

}  // namespace

PromiseLanguage PromiseLanguage::load(const QString& name) {
    const QJsonObject json = languageResource(name + QStringLiteral(".promises"));
    const auto object = [&](const char* key) { return json[QLatin1String(key)].toObject(); };
    const Templates templates(object("templates"));
    PromiseLanguage language;
    language.numbers = numbersOf(object("numbers"));
    language.weekdays = numbersOf(object("weekdays"));
    language.months = numbersOf(object("months"));
    const auto addClass = [&](const QString& key, const QStringList& words) {
        language.commitments.addClass(key, words);
        language.times.addClass(key, words);
        language.classes.insert(key, QSet<QString>(words.begin(), words.end()));
    };
    const auto classes = object("classes");
    for (const QString& key : classes.keys())
        addClass(key, stringsOf(classes, key));
    addClass(QStringLiteral("count"), language.numbers.keys());
    addClass(QStringLiteral("weekday"), language.weekdays.keys());
    addClass(QStringLiteral("month"), language.months.keys());
    const auto addPhrases = [&](PhraseBook& book, const QJsonObject& group, size_t number) {
        for (const QString& phrase : stringsOf(group, QStringLiteral("phrases")))
            book.add(templates.filled(phrase), int(number));
    };
    for (const auto& value : json[QStringLiteral("commitments")].toArray()) {
        const auto group = value.toObject();
        const QString kind = group[QStringLiteral("kind")].toString();
        addPhrases(language.commitments, group, language.kinds.size());
        language.kinds.push_back(promiseKindFromName(kind).value_or(PromiseKind::Other));
    }
    for (const auto& value : json[QStringLiteral("times")].toArray()) {
        addPhrases(language.times, value.toObject(), language.timeGroups.size());
        language.timeGroups.push_back(timeGroupFrom(value.toObject()));
    }
    language.commitments.finish();
    language.times.finish();
    return language;
}

}  // namespace goodfaith::understanding
