// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mapping.h"

#include "importers/csv/layout.h"
#include "importers/csv/mapping_check.h"
#include "importers/input.h"
#include "models/domain/failure.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <stdexcept>

namespace goodfaith::importers {
namespace {

[[noreturn]] void refuse(const QString& origin, const QString& problem) {
    throw Failure(FailureKind::Unreadable,
                  QStringLiteral("“%1” is no mapping: %2.").arg(origin, problem));
}

Layout checkedLayout(const QByteArray& json, const QString& origin) {
    if (const QString problem = mappingProblem(json); !problem.isEmpty())
        refuse(origin, problem);
    try {
        return presetFromJson(json);
    } catch (const std::logic_error& error) {
        refuse(origin, QString::fromUtf8(error.what()));
    }
}

// What "preview --json" prints holds the mapping that it proposes; anything else is one itself.
QByteArray mappingIn(const QByteArray& json, const QString& origin) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const bool isPreview = object.contains(u"proposal") || object.contains(u"preamble_lines");
    if (!isPreview)
        return json;
    const QJsonValue file = object[u"proposal"][u"file"];
    if (!file.isObject())
        refuse(origin, QStringLiteral("it is a preview that proposes none"));
    return QJsonDocument(file.toObject()).toJson();
}

}  // namespace

SharedMapping mappingFromJson(const QByteArray& json, const QString& origin) {
    auto layout = std::make_shared<Layout>(checkedLayout(json, origin));
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    auto mapping = std::make_shared<Mapping>();
    mapping->name = layout->name;
    mapping->json = json;
    for (const auto& column : object[u"header"].toArray())
        mapping->header << column.toString();
    for (const WritingMember& entry : writingMembers) {
        if (const QJsonValue value = object[QLatin1String(entry.name)]; value.isString())
            mapping->writing.*entry.member = value.toString();
    }
    if (object.contains(u"timezone"))
        mapping->timeZone = QTimeZone(object[u"timezone"].toString().toUtf8());
    mapping->currency = Currency::fromCode(object[u"currency"].toString()).value_or(Currency());
    mapping->source = object[u"source"].toString();
    mapping->layout = std::move(layout);
    return mapping;
}

SharedMapping mappingFromFile(const QString& path) {
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir())  // a pipe is waited for without end
        throw Failure(
            FailureKind::WrongUse,
            QStringLiteral("The mapping “%1” is no file but a pipe or a device.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Failure(
            FailureKind::WrongUse,
            QStringLiteral("The mapping “%1” cannot be opened: %2.").arg(path, file.errorString()));
    constexpr qint64 justTooLarge = 1024 * 1024 + 1;
    return mappingFromJson(mappingIn(file.read(justTooLarge), path), path);
}

ReadingOptions withMapping(ReadingOptions options, const SharedMapping& mapping) {
    options.writing = filled(std::move(options.writing), mapping->writing);
    if (mapping->timeZone.isValid() && !options.timeZoneIsSet)
        options.timeZone = mapping->timeZone;
    if (!mapping->currency.isNone() && !options.currencyIsSet)
        options.currency = mapping->currency;
    options.mapping = mapping;
    return options;
}

QString headerFingerprint(const QStringList& header) {
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QString& column : header) {
        hash.addData(normalisedColumn(column).toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return QString::fromLatin1(hash.result().toHex());
}

}  // namespace goodfaith::importers
