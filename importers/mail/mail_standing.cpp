// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_standing.h"

#include "importers/mail/mail_headers.h"

#include <algorithm>
#include <array>
#include <utility>

namespace goodfaith::importers {

namespace {

MailStanding standingOfLabel(const QString& label) {
    using enum MailStanding;
    static constexpr std::array<std::pair<QStringView, MailStanding>, 25> labels = {{
        {u"Drafts", Draft},        {u"Draft", Draft},
        {u"Entwürfe", Draft},      {u"Entwurf", Draft},
        {u"Brouillons", Draft},    {u"Borradores", Draft},
        {u"Bozze", Draft},         {u"Concepten", Draft},
        {u"Rascunhos", Draft},     {u"Wersje robocze", Draft},
        {u"Kladder", Draft},       {u"Utkast", Draft},
        {u"Spam", Spam},           {u"Junk", Spam},
        {u"Trash", Trash},         {u"Bin", Trash},
        {u"Papierkorb", Trash},    {u"Corbeille", Trash},
        {u"Papelera", Trash},      {u"Cestino", Trash},
        {u"Prullenbak", Trash},    {u"Lixeira", Trash},
        {u"Kosz", Trash},          {u"Papirkurv", Trash},
        {u"Papperskorgen", Trash},
    }};
    const auto found = std::find_if(labels.begin(), labels.end(), [&](const auto& known) {
        return label.compare(known.first, Qt::CaseInsensitive) == 0;
    });
    return found == labels.end() ? Contact : found->second;
}

}  // namespace

MailStanding standingOf(const MailHeaders& headers) {
    const QByteArray labels = headers.first("X-Gmail-Labels");
    if (labels.isEmpty())
        return MailStanding::Contact;
    for (QString label : decodedHeader(labels).split(u',')) {
        const MailStanding standing = standingOfLabel(label.remove(u'"').trimmed());
        if (standing != MailStanding::Contact)
            return standing;
    }
    return MailStanding::Contact;
}

MailStanding standingInMaildir(const QString& fileName) {
    const qsizetype flags = fileName.lastIndexOf(QStringLiteral("2,"));
    if (flags < 1 || (fileName[flags - 1] != u':' && fileName[flags - 1] != u';'))
        return MailStanding::Contact;
    const QStringView set = QStringView(fileName).sliced(flags + 2);
    return set.contains(u'D')   ? MailStanding::Draft
           : set.contains(u'T') ? MailStanding::Trash
                                : MailStanding::Contact;
}

}  // namespace goodfaith::importers
