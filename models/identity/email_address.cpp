// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/email_address.h"

#include <algorithm>
#include <array>

namespace goodfaith::identity {
namespace {

// RFC 2142 mailbox names and what shops and companies use beside them; several languages.
constexpr auto roleNames = std::to_array<QLatin1String>({
    QLatin1String("abuse"),         QLatin1String("accounting"),      QLatin1String("accounts"),
    QLatin1String("admin"),         QLatin1String("administrator"),   QLatin1String("billing"),
    QLatin1String("bookings"),      QLatin1String("buchhaltung"),     QLatin1String("contact"),
    QLatin1String("contacto"),      QLatin1String("customerservice"), QLatin1String("do-not-reply"),
    QLatin1String("donotreply"),    QLatin1String("einkauf"),         QLatin1String("enquiries"),
    QLatin1String("enquiry"),       QLatin1String("hello"),           QLatin1String("help"),
    QLatin1String("helpdesk"),      QLatin1String("hostmaster"),      QLatin1String("info"),
    QLatin1String("information"),   QLatin1String("inquiries"),       QLatin1String("invoice"),
    QLatin1String("invoices"),      QLatin1String("kontakt"),         QLatin1String("mail"),
    QLatin1String("mailer-daemon"), QLatin1String("marketing"),       QLatin1String("no-reply"),
    QLatin1String("noreply"),       QLatin1String("office"),          QLatin1String("order"),
    QLatin1String("orders"),        QLatin1String("postmaster"),      QLatin1String("purchasing"),
    QLatin1String("reception"),     QLatin1String("returns"),         QLatin1String("sales"),
    QLatin1String("security"),      QLatin1String("service"),         QLatin1String("shop"),
    QLatin1String("store"),         QLatin1String("support"),         QLatin1String("team"),
    QLatin1String("unknown"),       QLatin1String("verkauf"),         QLatin1String("webmaster"),
});

QStringView withoutBrackets(QStringView text) {
    text = text.trimmed();
    if (text.startsWith(u'<') && text.endsWith(u'>'))
        text = text.mid(1, text.size() - 2).trimmed();
    return text.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive) ? text.mid(7) : text;
}

bool hasSpaceOrControl(QStringView text) {
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
}

bool isDomain(QStringView domain) {
    return domain.contains(u'.') && !domain.startsWith(u'.') && !domain.endsWith(u'.') &&
           !domain.contains(QLatin1String(".."));
}

}  // namespace

std::optional<QString> normaliseEmail(QStringView text) {
    constexpr qsizetype longestAddress = 254;  // RFC 5321, 4.5.3.1.3
    const QStringView address = withoutBrackets(text);
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 1 || address.indexOf(u'@') != at || address.size() > longestAddress)
        return std::nullopt;
    if (hasSpaceOrControl(address) || !isDomain(address.mid(at + 1)))
        return std::nullopt;
    return address.toString().toLower().normalized(QString::NormalizationForm_C);
}

bool isRoleAddress(QStringView normalisedEmail) {
    QStringView name = normalisedEmail.left(normalisedEmail.indexOf(u'@'));
    if (const qsizetype plus = name.indexOf(u'+'); plus > 0)
        name = name.left(plus);
    return std::any_of(roleNames.begin(), roleNames.end(),
                       [&](QLatin1String role) { return name == role; });
}

}  // namespace goodfaith::identity
