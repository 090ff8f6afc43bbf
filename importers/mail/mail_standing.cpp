// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_standing.h"

#include "importers/mail/mail_headers.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace goodfaith::importers {

namespace {

// What mail programs call their folders beside the labels; without accents.
constexpr auto folders = std::to_array<std::pair<QStringView, MailStanding>>({
    {u"Junk Mail", MailStanding::Spam},
    {u"Junk E-mail", MailStanding::Spam},
    {u"Junk-E-Mail", MailStanding::Spam},
    {u"Junk Email", MailStanding::Spam},
    {u"Bulk Mail", MailStanding::Spam},
    {u"Spamverdacht", MailStanding::Spam},
    {u"Unerwunscht", MailStanding::Spam},
    {u"Indesirables", MailStanding::Spam},
    {u"Courrier indesirable", MailStanding::Spam},
    {u"Pourriel", MailStanding::Spam},
    {u"Correo no deseado", MailStanding::Spam},
    {u"Posta indesiderata", MailStanding::Spam},
    {u"Ongewenste e-mail", MailStanding::Spam},
    {u"Ongewenst", MailStanding::Spam},
    {u"Deleted", MailStanding::Trash},
    {u"Deleted Items", MailStanding::Trash},
    {u"Deleted Messages", MailStanding::Trash},
    {u"Wastebasket", MailStanding::Trash},
    {u"Geloschte Elemente", MailStanding::Trash},
    {u"Geloscht", MailStanding::Trash},
    {u"Elements supprimes", MailStanding::Trash},
    {u"Elementos eliminados", MailStanding::Trash},
    {u"Posta eliminata", MailStanding::Trash},
    {u"Verwijderde items", MailStanding::Trash},
});

// Names of IMAP folders have what is not ASCII in a UTF-7 of their own: "Gel&APY-schte". Only what
// is an accented letter of the table above needs to be known.
QString decodedFolder(const QString& name) {
    static const QRegularExpression packed(QStringLiteral("&([A-Za-z0-9+,]+)-"));
    QString text = name;
    for (auto found = packed.match(text); found.hasMatch(); found = packed.match(text)) {
        const QByteArray bytes =
            QByteArray::fromBase64(found.captured(1).replace(u',', u'/').toLatin1());
        QString decoded;
        for (qsizetype at = 0; at + 1 < bytes.size(); at += 2)
            decoded += QChar(static_cast<uchar>(bytes[at + 1]), static_cast<uchar>(bytes[at]));
        text.replace(found.capturedStart(), found.capturedLength(), decoded);
    }
    return text;
}

QString withoutAccents(const QString& name) {
    QString plain = decodedFolder(name).normalized(QString::NormalizationForm_D);
    plain.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return plain.trimmed();
}

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

MailStanding standingOfFolder(const QString& name) {
    const QString plain = withoutAccents(name);
    const auto found = std::find_if(folders.begin(), folders.end(), [&](const auto& known) {
        return plain.compare(known.first, Qt::CaseInsensitive) == 0;
    });
    return found != folders.end() ? found->second : standingOfLabel(decodedFolder(name));
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

MailStanding standingOfMaildir(const QString& path) {
    const QString name = path.section(u'/', -1, -1, QString::SectionSkipEmpty);
    // What lies beneath the trash is trash: Maildir++ parts the names of folders by dots.
    const QStringList parts = name.startsWith(u'.') ? name.split(u'.') : QStringList{name};
    for (const QString& part : parts) {
        if (const MailStanding standing = standingOfFolder(part); standing != MailStanding::Contact)
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
