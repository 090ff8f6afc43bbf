// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/email_address.h"

#include "models/identity/mail_data.h"

#include <QUrl>

#include <algorithm>

namespace goodfaith::identity {
namespace {

bool isAscii(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// "ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ" as typed on some keyboards is ASCII afterwards.
QString lowered(QStringView text) {
    const QString lower = text.toString().toLower();
    return isAscii(lower) ? lower : lower.normalized(QString::NormalizationForm_KC).toLower();
}

QStringView unwrapped(QStringView text) {
    static constexpr auto pairs =
        std::to_array<std::pair<QChar, QChar>>({{u'<', u'>'}, {u'\'', u'\''}, {u'"', u'"'}});
    text = text.trimmed();
    for (const auto& [begin, end] : pairs) {
        if (text.size() > 1 && text.startsWith(begin) && text.endsWith(end))
            text = text.mid(1, text.size() - 2).trimmed();
    }
    constexpr QLatin1String scheme("mailto:");
    return text.startsWith(scheme, Qt::CaseInsensitive) ? text.mid(scheme.size()) : text;
}

bool hasSpaceOrControl(QStringView text) {
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
}

bool isDomain(QStringView domain) {
    return domain.contains(u'.') && !domain.startsWith(u'.') &&
           !domain.contains(QLatin1String(".."));
}

// An underscore, say, is no part of a host's name, though some have one.
QString inAscii(const QString& domain) {
    if (isAscii(domain) && !domain.contains(QLatin1String("xn--")))
        return domain;
    const QByteArray ascii = QUrl::toAce(domain);
    return ascii.isEmpty() ? domain : QString::fromLatin1(ascii);
}

QString asDelivered(QString name, const MailProvider& provider) {
    const QString whole = name;
    if (const qsizetype tag = name.indexOf(provider.tag); !provider.tag.isNull() && tag > 0)
        name.truncate(tag);
    for (const QChar ignored : provider.ignored)
        name.remove(ignored);
    if (provider.dashIsDot)
        name.replace(u'-', u'.');
    return name.isEmpty() ? whole : name;
}

QString nameOf(QStringView address) {
    return address.left(address.indexOf(u'@')).toString();
}

}  // namespace

QString normaliseMailDomain(QStringView domain) {
    QString normalised = lowered(domain);
    while (normalised.endsWith(u'.'))
        normalised.chop(1);
    normalised = inAscii(normalised);
    const auto provider = mailData().providers.constFind(normalised);
    return provider == mailData().providers.constEnd() ? normalised : provider->domain;
}

std::optional<QString> normaliseEmail(QStringView text) {
    constexpr qsizetype longestAddress = 254;  // RFC 5321, 4.5.3.1.3
    if (text.size() > 2 * longestAddress)
        return std::nullopt;
    const QString address = lowered(unwrapped(text));
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 1 || address.indexOf(u'@') != at || address.size() > longestAddress ||
        hasSpaceOrControl(address))
        return std::nullopt;
    const QString domain = normaliseMailDomain(QStringView(address).mid(at + 1));
    if (!isDomain(domain))
        return std::nullopt;
    QString name = unwrapped(QStringView(address).left(at)).toString();
    if (name.isEmpty())
        return std::nullopt;
    const auto provider = mailData().providers.constFind(domain);
    if (provider != mailData().providers.constEnd())
        name = asDelivered(std::move(name), *provider);
    return name + u'@' + domain;
}

bool isRoleAddress(QStringView normalisedEmail) {
    QString name = nameOf(normalisedEmail);
    if (const qsizetype plus = name.indexOf(u'+'); plus > 0)
        name.truncate(plus);
    const auto& roles = mailData().roles;
    if (roles.contains(name))
        return true;
    // "customer.service", "info2"; short names may be initials ("h.r").
    constexpr qsizetype shortestJoined = 5;
    const qsizetype size = name.size();
    for (const QChar separator : {u'.', u'-', u'_'})
        name.remove(separator);
    const bool wasParted = name.size() < size;
    while (!name.isEmpty() && name.back().isDigit())
        name.chop(1);
    return (!wasParted || name.size() >= shortestJoined) && roles.contains(name);
}

bool isMarketplaceAlias(QStringView normalisedEmail) {
    const QString domain = normalisedEmail.mid(normalisedEmail.indexOf(u'@') + 1).toString();
    const MailData& data = mailData();
    return data.aliasDomains.contains(domain) ||
           std::any_of(data.aliasBeginnings.begin(), data.aliasBeginnings.end(),
                       [&](const QString& beginning) { return domain.startsWith(beginning); });
}

}  // namespace goodfaith::identity
