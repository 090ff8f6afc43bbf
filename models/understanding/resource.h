// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON resources of this library, compiled in.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace goodfaith::understanding {

// "mail" is resources/language/mail.json. Throws Failure (Unreadable) when it is no JSON object.
QJsonObject languageResource(const QString& name);
QStringList stringsOf(const QJsonObject& object, const QString& key);

}  // namespace goodfaith::understanding
