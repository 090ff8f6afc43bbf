// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/mapping_check.h"

#include "importers/csv/table_template.h"
#include "importers/csv/values.h"
#include "models/domain/money.h"
#include "models/domain/table_writing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace goodfaith::importers {
namespace {

constexpr qsizetype largest = 1024 * 1024;

// One place of the document, and what stands there.
struct Place {
    QString path;
    QJsonValue value;

    Place at(const QString& key) const {
        return {path.isEmpty() ? key : path + u'.' + key, value.toObject()[key]};
    }
    Place at(qsizetype index) const {
        return {QStringLiteral("%1[%2]").arg(path).arg(index), value.toArray()[index]};
    }
    QString expected(const QString& what) const {
        return QStringLiteral("%1: expected %2")
            .arg(path.isEmpty() ? QStringLiteral("top") : path, what);
    }
};

// "" when all is as it should be.
using Check = QString (*)(const Place& place);

struct Key {
    const char* name;
    Check check;
};

QString text(const Place& place) {
    return place.value.isString() ? QString() : place.expected(QStringLiteral("a text"));
}

QString truth(const Place& place) {
    return place.value.isBool() ? QString() : place.expected(QStringLiteral("true or false"));
}

QString number(const Place& place) {
    return place.value.toInt(-1) >= 0 ? QString() : place.expected(QStringLiteral("a number"));
}

QString texts(const Place& place) {
    const QJsonArray list = place.value.toArray();
    const bool allTexts = std::all_of(list.begin(), list.end(),
                                      [](const QJsonValue& item) { return item.isString(); });
    return place.value.isArray() && allTexts ? QString()
                                             : place.expected(QStringLiteral("a list of texts"));
}

QString pattern(const Place& place) {
    const QRegularExpression expression(place.value.toString());
    return place.value.isString() && expression.isValid()
               ? QString()
               : place.expected(QStringLiteral("a regular expression"));
}

QString entries(const Place& place, Check check) {
    if (!place.value.isObject())
        return place.expected(QStringLiteral("an object {…}"));
    const QJsonObject object = place.value.toObject();
    for (const QString& key : object.keys()) {
        if (const QString problem = check(place.at(key)); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString textByName(const Place& place) {
    return entries(place, text);
}

QString patternByName(const Place& place) {
    return entries(place, pattern);
}

QString wordsByColumn(const Place& place) {
    return entries(place, textByName);
}

QString textsByName(const Place& place) {
    return entries(place, texts);
}

QString known(const Place& place, const QString& key, std::initializer_list<Key> keys) {
    const auto found = std::find_if(keys.begin(), keys.end(),
                                    [&](const Key& one) { return key == QLatin1String(one.name); });
    if (found != keys.end())
        return found->check(place.at(key));
    QStringList names;
    for (const Key& one : keys)
        names << QLatin1String(one.name);
    return place.at(key).expected(
        QStringLiteral("one of the keys %1").arg(names.join(QStringLiteral(", "))));
}

QString objectOf(const Place& place, std::initializer_list<Key> keys) {
    if (!place.value.isObject())
        return place.expected(QStringLiteral("an object {…}"));
    for (const QString& key : place.value.toObject().keys()) {
        if (const QString problem = known(place, key, keys); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString sourceObject(const Place& place) {
    const QString problem = objectOf(place, {{"column", text},
                                             {"pattern", pattern},
                                             {"becomes", text},
                                             {"from", text},
                                             {"to", text},
                                             {"value", text},
                                             {"sum", text},
                                             {"product", text},
                                             {"less", text},
                                             {"plus", texts},
                                             {"minus", text},
                                             {"plus_seconds", text},
                                             {"plus_minutes", text},
                                             {"epoch", truth},
                                             {"suffix", text},
                                             {"when", textByName}});
    if (!problem.isEmpty())
        return problem;
    const QJsonObject object = place.value.toObject();
    const QRegularExpression expression(object[u"pattern"].toString());
    if (object.contains(u"pattern") && expression.captureCount() < 1)
        return place.at(QStringLiteral("pattern"))
            .expected(QStringLiteral("a pattern with a group (…)"));
    if (object.contains(u"from") != object.contains(u"to"))
        return place.expected(QStringLiteral("\"from\" and \"to\" together"));
    const auto says = std::to_array({u"column", u"from", u"value", u"sum", u"product"});
    const bool saysOne = std::count_if(says.begin(), says.end(), [&](const char16_t* key) {
                             return object.contains(QStringView(key));
                         }) == 1;
    return saysOne ? QString()
                   : place.expected(QStringLiteral(
                         "one of \"column\", \"from\", \"value\", \"sum\" and \"product\""));
}

QString source(const Place& place) {
    if (place.value.isArray()) {
        for (qsizetype i = 0; i < place.value.toArray().size(); ++i) {
            const Place one = place.at(i);
            const QString problem =
                one.value.isArray() ? one.expected(QStringLiteral("no list")) : source(one);
            if (!problem.isEmpty())
                return problem;
        }
        return {};
    }
    if (place.value.isString())
        return {};
    return place.value.isObject()
               ? sourceObject(place)
               : place.expected(QStringLiteral("a column's name, a list or an object"));
}

QString columnsByName(const Place& place) {
    return entries(place, source);
}

QString templateName(const Place& place) {
    if (findTemplate(place.value.toString()) != nullptr)
        return {};
    QStringList names;
    for (const TableTemplate& table : tableTemplates())
        names << QLatin1String(table.name);
    return place.expected(
        QStringLiteral("one of the templates %1").arg(names.join(QStringLiteral(", "))));
}

// Every column is one of the template's, and those of its key are there.
QString columnsOfTemplate(const Place& record) {
    const TableTemplate& table = *findTemplate(record.value.toObject()[u"template"].toString());
    const QJsonObject columns = record.value.toObject()[u"columns"].toObject();
    QStringList names;
    for (const TemplateColumn& column : table.columns)
        names << QLatin1String(column.name);
    for (const QString& column : columns.keys()) {
        if (!names.contains(column))
            return record.at(QStringLiteral("columns"))
                .at(column)
                .expected(QStringLiteral("one of the columns of %1: %2")
                              .arg(QLatin1String(table.name), names.join(QStringLiteral(", "))));
    }
    if (record.value.toObject().contains(u"key"))
        return {};
    for (const char* key : table.key) {
        if (!columns.contains(QLatin1String(key)))
            return record.at(QStringLiteral("columns"))
                .expected(QStringLiteral("a column for %1: %2 are known by it")
                              .arg(QLatin1String(key), QLatin1String(table.name)));
    }
    return {};
}

QString record(const Place& place) {
    const QString problem = objectOf(place, {{"template", templateName},
                                             {"once_per_group", truth},
                                             {"legs_tell", truth},
                                             {"only_when_positive", text},
                                             {"only_when", patternByName},
                                             {"only_when_any", texts},
                                             {"join", truth},
                                             {"key", source},
                                             {"columns", columnsByName},
                                             {"values", wordsByColumn}});
    if (!problem.isEmpty())
        return problem;
    const Place name = place.at(QStringLiteral("template"));
    const QString unknown = templateName(name);
    return unknown.isEmpty() ? columnsOfTemplate(place) : unknown;
}

QString records(const Place& place) {
    const qsizetype count = place.value.toArray().size();
    if (count == 0)
        return place.expected(QStringLiteral("a list of at least one record {…}"));
    for (qsizetype i = 0; i < count; ++i) {
        if (const QString problem = record(place.at(i)); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString shape(const Place& place) {
    if (place.value.isArray())
        return texts(place);
    const QStringList kinds{QStringLiteral("time"), QStringLiteral("time?"),
                            QStringLiteral("integer"), QStringLiteral("integer?")};
    return kinds.contains(place.value.toString())
               ? QString()
               : place.expected(QStringLiteral("one of %1, or a list of words")
                                    .arg(kinds.join(QStringLiteral(", "))));
}

QString shapes(const Place& place) {
    return entries(place, shape);
}

QString writing(const Place& place, QString TableWriting::*member) {
    const auto is = [&](const WritingMember& entry) { return entry.member == member; };
    const auto entry = std::find_if(writingMembers.begin(), writingMembers.end(), is);
    const QString text = place.value.toString();
    const QString expected =
        text.isEmpty() ? QStringLiteral("a text that says so") : expectedOf(*entry, text);
    return expected.isEmpty() ? QString() : place.expected(expected);
}

template <QString TableWriting::*member>
QString written(const Place& place) {
    return writing(place, member);
}

QString timeZone(const Place& place) {
    return QTimeZone::isTimeZoneIdAvailable(place.value.toString().toUtf8())
               ? QString()
               : place.expected(QStringLiteral("a time zone such as Europe/Berlin"));
}

QString currency(const Place& place) {
    return Currency::fromCode(place.value.toString())
               ? QString()
               : place.expected(QStringLiteral("a currency's three letters, such as EUR"));
}

QString name(const Place& place) {
    return place.value.toString().trimmed().isEmpty() ? place.expected(QStringLiteral("a name"))
                                                      : QString();
}

// "line 3, column 7".
QString positionOf(const QByteArray& json, qsizetype offset) {
    const QByteArray before = json.left(offset);
    return QStringLiteral("line %1, column %2")
        .arg(before.count('\n') + 1)
        .arg(before.size() - before.lastIndexOf('\n'));
}

}  // namespace

QString mappingProblem(const QByteArray& json) {
    if (json.size() > largest)
        return QStringLiteral("expected at most 1 MB");
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return QStringLiteral("%1: expected JSON (%2)")
            .arg(positionOf(json, error.offset), error.errorString());
    const Place top{{}, document.isObject() ? QJsonValue(document.object()) : QJsonValue()};
    const QString problem = objectOf(top, {{"name", name},
                                           {"title", text},
                                           {"header", texts},
                                           {"required", texts},
                                           {"one_of", texts},
                                           {"positions", texts},
                                           {"further_positions_by_width", textsByName},
                                           {"shapes", shapes},
                                           {"group_by", text},
                                           {"fill_down", texts},
                                           {"leading", textByName},
                                           {"aliases", textsByName},
                                           {"private", texts},
                                           {"fewest_cells", number},
                                           {"uncertain_from", text},
                                           {"unknown", texts},
                                           {"date_order", written<&TableWriting::dateOrder>},
                                           {"quote", written<&TableWriting::quote>},
                                           {"skip_lines", written<&TableWriting::skipLines>},
                                           {"decimal_mark", written<&TableWriting::decimalMark>},
                                           {"charset", text},
                                           {"delimiter", text},
                                           {"timezone", timeZone},
                                           {"currency", currency},
                                           {"source", text},
                                           {"records", records}});
    if (!problem.isEmpty())
        return problem;
    const QString nameless = name(top.at(QStringLiteral("name")));
    return nameless.isEmpty() ? records(top.at(QStringLiteral("records"))) : nameless;
}

}  // namespace goodfaith::importers
