// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/resource.h"

#include "models/domain/failure.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace goodfaith {

QJsonObject jsonResource(const QString& name) {
    QFile file(QStringLiteral(":/goodfaith/%1.json").arg(name));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const auto document = isOpen ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    if (!document.isObject()) {
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("The resource \"%1\" of this program is damaged. "
                                     "Install it again.")
                          .arg(name));
    }
    return document.object();
}

QStringList stringsOf(const QJsonObject& object, const QString& key) {
    QStringList strings;
    const auto array = object.value(key).toArray();
    for (const auto& value : array)
        strings << value.toString();
    return strings;
}

}  // namespace goodfaith
