// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_delivery.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <utility>

namespace goodfaith::importers {

namespace {

// A Maildir file's name begins with when it was delivered: "1276533073.M242911P3632.host:2,S".
std::optional<Instant> maildirArrival(const QString& name) {
    bool isNumber = false;
    const qint64 seconds = name.section(u'.', 0, 0).toLongLong(&isNumber);
    const bool plausible = isNumber && seconds > 631'152'000 && seconds < 4'133'980'800;
    return plausible ? std::optional(instantFromMillis(seconds * 1000)) : std::nullopt;
}

QString senderOf(const ImportedRecord& mail) {
    const auto& parties = mail.parties;
    const auto sender = std::find_if(parties.begin(), parties.end(), [](const auto& party) {
        return party.role == PartyRole::Sender;
    });
    return sender == parties.end() ? QString() : sender->keys.email;
}

// The same for every copy of a mail, wherever it lies.
QByteArray markOf(const ImportedRecord& mail) {
    const QString text = senderOf(mail) % u' ' % toIsoUtc(*mail.fields.instant(Field::At));
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
}

QString leftOutWarning(const std::map<MailStanding, int>& leftOut) {
    const auto count = [&](MailStanding standing) {
        const auto found = leftOut.find(standing);
        return QString::number(found == leftOut.end() ? 0 : found->second);
    };
    return QStringLiteral("Left out, being no contacts: %1 drafts, %2 in spam, %3 in the trash.")
        .arg(count(MailStanding::Draft), count(MailStanding::Spam), count(MailStanding::Trash));
}

}  // namespace

MailDelivery::MailDelivery(RecordSink& sink, const QTimeZone& zone, qint64 bytes)
    : sink_(sink), zone_(zone) {
    progress_.bytesTotal = bytes;
}

void MailDelivery::deliver(QFile& file, const MailRange& range) {
    progress_.bytesDone = range.end;
    pass(readOneMail(file, range, zone_));
}

void MailDelivery::deliverFile(QFile& file, const QString& name, bool inMaildir) {
    MailRange range;
    range.end = file.size();
    range.name = name;
    if (inMaildir)
        range.arrivedAt = maildirArrival(name);
    progress_.bytesDone += range.end;
    const MailStanding standing = inMaildir ? standingInMaildir(name) : MailStanding::Contact;
    if (standing == MailStanding::Contact)
        pass(readOneMail(file, range, zone_));
    else
        pass({standing, {}});
}

void MailDelivery::leaveOut(MailStanding standing, qint64 bytes) {
    progress_.bytesDone += bytes;
    pass({standing, {}});
}

void MailDelivery::refuse(const QString& name, const QString& reason) {
    pass({RejectedRow{0, {}, name, reason, {}}, {}});
}

void MailDelivery::end(bool stopped) {
    if (!leftOut_.empty())
        sink_.warn(leftOutWarning(leftOut_));
    if (!stopped)
        progress_.bytesDone = progress_.bytesTotal;
    sink_.progress(progress_);
}

// Some programs give many mails one Message-ID. The first keeps it as its key; another mail than
// that gets a key of its own, the same whenever the mailbox is read.
void MailDelivery::keepApart(ImportedRecord& mail) {
    if (mail.key != mail.fields.text(Field::MessageId))
        return;
    const QByteArray mark = markOf(mail);
    const auto [known, isNew] = marks_.emplace(qHash(mail.key), qHash(mark));
    if (!isNew && known->second != qHash(mark))
        mail.key += u" #" % QString::fromLatin1(mark);
}

void MailDelivery::pass(MailReading reading) {
    if (const auto* const standing = std::get_if<MailStanding>(&reading.outcome)) {
        ++leftOut_[*standing];
        sink_.progress(progress_);
        return;
    }
    ++progress_.rowsRead;
    if (!reading.warning.isEmpty())
        sink_.warn(reading.warning);
    if (auto* const record = std::get_if<ImportedRecord>(&reading.outcome)) {
        keepApart(*record);
        sink_.take(std::move(*record));
    } else {
        sink_.reject(std::get<RejectedRow>(std::move(reading.outcome)));
    }
    sink_.progress(progress_);
}

}  // namespace goodfaith::importers
