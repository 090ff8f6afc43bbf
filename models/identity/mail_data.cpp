// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/mail_data.h"

#include "models/identity/resource.h"

#include <QJsonArray>

namespace goodfaith::identity {
namespace {

void addProvider(MailData& data, const QJsonObject& object) {
    const QStringList domains = stringsOf(object, QStringLiteral("domains"));
    MailProvider provider;
    provider.domain = domains.value(0);
    provider.ignored = object.value(QStringLiteral("ignored")).toString();
    const QString tag = object.value(QStringLiteral("tag")).toString();
    provider.tag = tag.isEmpty() ? QChar() : tag.front();
    provider.dashIsDot = object.value(QStringLiteral("dashIsDot")).toBool();
    for (const QString& domain : domains)
        data.providers.insert(domain, provider);
}

void addAliasDomain(MailData& data, const QString& domain) {
    if (domain.endsWith(u'*'))
        data.aliasBeginnings << domain.chopped(1);
    else
        data.aliasDomains.insert(domain);
}

MailData readData() {
    MailData data;
    const auto providers = identityResource(QStringLiteral("mail_providers"))
                               .value(QStringLiteral("providers"))
                               .toArray();
    for (const auto& provider : providers)
        addProvider(data, provider.toObject());
    const QJsonObject unspecific = identityResource(QStringLiteral("unspecific_mail"));
    const QJsonObject roles = unspecific.value(QStringLiteral("roles")).toObject();
    for (const QString& language : roles.keys()) {
        for (const QString& role : stringsOf(roles, language))
            data.roles.insert(role);
    }
    for (const QString& domain : stringsOf(unspecific, QStringLiteral("aliasDomains")))
        addAliasDomain(data, domain);
    return data;
}

}  // namespace

const MailData& mailData() {
    static const MailData data = readData();
    return data;
}

}  // namespace goodfaith::identity
