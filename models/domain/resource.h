// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON resources that are compiled into this program: tables that are data, not code.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace goodfaith {

// "language/mail" is resources/language/mail.json, once its library has named it by
// Q_INIT_RESOURCE. Throws Failure (Unreadable) when it is no JSON object.
QJsonObject jsonResource(const QString& name);
QStringList stringsOf(const QJsonObject& object, const QString& key);

}  // namespace goodfaith
