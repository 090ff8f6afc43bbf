// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/language.h"

#include "models/domain/failure.h"
#include "models/domain/names.h"
#include "models/understanding/resource.h"

#include <QJsonArray>

namespace goodfaith::understanding {
namespace {

constexpr auto meanings = std::to_array<Named<Meaning>>({
    {Meaning::Topic, "topic"},
    {Meaning::Ask, "ask"},
    {Meaning::Threat, "threat"},
    {Meaning::Received, "received"},
    {Meaning::Works, "works"},
    {Meaning::Thanks, "thanks"},
    {Meaning::Praise, "praise"},
    {Meaning::Admission, "admission"},
});

PhraseGroup groupFrom(const QJsonObject& json) {
    // "topic:late", "ask:refund", "threat"; any other word only moves the mood.
    const QString means = json[QStringLiteral("means")].toString();
    const QString kind = means.section(u':', 0, 0);
    const QString detail = means.section(u':', 1);
    PhraseGroup group;
    group.meaning = valueIn(meanings, kind).value_or(Meaning::Mood);
    group.weight = json[QStringLiteral("weight")].toDouble();
    group.topicWeight = json[QStringLiteral("topic_weight")].toDouble(group.weight);
    group.negatedWeight = json[QStringLiteral("negated")].toDouble();
    const QString topic =
        group.meaning == Meaning::Topic ? detail : json[QStringLiteral("topic")].toString();
    group.topic = topicFromName(topic).value_or(Topic::None);
    if (group.meaning == Meaning::Ask)
        group.ask = askFromName(detail);
    const bool isBroken = (group.meaning == Meaning::Topic && group.topic == Topic::None) ||
                          (group.meaning == Meaning::Ask && !group.ask);
    if (isBroken) {
        throw Failure(
            FailureKind::Unreadable,
            QStringLiteral("The language resource has an unknown meaning: \"%1\".").arg(means));
    }
    return group;
}

void addGroup(Language& language, const PhraseGroup& group, const QStringList& phrases) {
    const int index = int(language.groups.size());
    language.groups.push_back(group);
    for (const QString& phrase : phrases)
        language.book.add(phrase, index);
}

}  // namespace

Language Language::load(const QString& name) {
    const QJsonObject json = languageResource(name);
    Language language;
    language.bias = json[QStringLiteral("bias")].toDouble();
    language.threshold = json[QStringLiteral("threshold")].toDouble(0.5);
    const auto classes = json[QStringLiteral("classes")].toObject();
    for (const QString& key : classes.keys())
        language.book.addClass(key, stringsOf(classes, key));
    for (const QString& key : {QStringLiteral("negations"), QStringLiteral("conditions")})
        language.book.addClass(key, stringsOf(json, key));
    language.book.addClass(QStringLiteral("turns"), {QStringLiteral("but")});
    const auto groups = json[QStringLiteral("groups")].toArray();
    for (const auto& group : groups) {
        const auto object = group.toObject();
        addGroup(language, groupFrom(object), stringsOf(object, QStringLiteral("phrases")));
    }
    PhraseGroup expects;
    expects.meaning = Meaning::ExpectsAnswer;
    addGroup(language, expects, stringsOf(json, QStringLiteral("expects_answer")));
    language.book.tolerateTypos(stringsOf(json, QStringLiteral("misspelt")));
    const auto typos = json[QStringLiteral("typos")].toObject();
    for (const QString& wrong : typos.keys())
        language.book.addTypo(wrong, typos[wrong].toString());
    language.book.finish();
    language.negations = language.book.classNamed(QStringLiteral("negations"));
    language.conditions = language.book.classNamed(QStringLiteral("conditions"));
    language.turns = language.book.classNamed(QStringLiteral("turns"));
    language.filler = language.book.classNamed(QStringLiteral("filler"));
    return language;
}

}  // namespace goodfaith::understanding
