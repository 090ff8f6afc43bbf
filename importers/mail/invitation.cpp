// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/invitation.h"

#include <QRegularExpression>

#include <algorithm>

namespace goodfaith::importers {

namespace {

QString propertyOf(const QString& calendar, const QString& name) {
    const QRegularExpression property(
        u"^" % name % QStringLiteral("(?:;[^:\\r\\n]*)?:([^\\r\\n]*)"),
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    QString value = property.match(calendar).captured(1);
    value.replace(QStringLiteral("\\n"), QStringLiteral(" "), Qt::CaseInsensitive);
    value.replace(QStringLiteral("\\,"), QStringLiteral(","));
    value.replace(QStringLiteral("\\;"), QStringLiteral(";"));
    return value.simplified();
}

QString kindOf(const QString& method) {
    if (method.compare(u"CANCEL", Qt::CaseInsensitive) == 0)
        return QStringLiteral("Invitation cancelled");
    if (method.compare(u"REPLY", Qt::CaseInsensitive) == 0)
        return QStringLiteral("Answer to an invitation");
    return QStringLiteral("Invitation");
}

// "20240301T083000Z" → " (2024-03-01 08:30 UTC)"; "" for what is no time.
QString timeOf(const QString& start) {
    static const QRegularExpression stamp(
        QStringLiteral("^(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)\\d*(Z?))?"));
    const auto match = stamp.match(start);
    if (!match.hasMatch())
        return {};
    QString time = match.captured(1) % u'-' % match.captured(2) % u'-' % match.captured(3);
    if (!match.captured(4).isEmpty())
        time += u' ' % match.captured(4) % u':' % match.captured(5);
    if (!match.captured(6).isEmpty())
        time += QStringLiteral(" UTC");
    return u" (" % time % u')';
}

}  // namespace

QString invitation(const QString& calendar) {
    QString text = calendar;
    text.remove(QStringLiteral("\r\n ")).remove(QStringLiteral("\n "));
    // Time zones have a DTSTART as well.
    const QString event = text.mid(std::max<qsizetype>(text.indexOf(u"BEGIN:VEVENT"), 0));
    const QString title = propertyOf(event, QStringLiteral("SUMMARY"));
    return kindOf(propertyOf(text, QStringLiteral("METHOD"))) %
           (title.isEmpty() ? QString() : QString(u": " % title)) %
           timeOf(propertyOf(event, QStringLiteral("DTSTART")));
}

}  // namespace goodfaith::importers
