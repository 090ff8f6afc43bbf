// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/mail_delivery.h"

#include <QFile>

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
    pass(readOneMail(file, range, zone_));
}

void MailDelivery::refuse(const QString& name, const QString& reason) {
    pass({RejectedRow{0, {}, name, reason, {}}, {}});
}

void MailDelivery::end(bool stopped) {
    if (!stopped)
        progress_.bytesDone = progress_.bytesTotal;
    sink_.progress(progress_);
}

void MailDelivery::pass(MailReading reading) {
    ++progress_.rowsRead;
    if (!reading.warning.isEmpty())
        sink_.warn(reading.warning);
    if (auto* const record = std::get_if<ImportedRecord>(&reading.outcome))
        sink_.take(std::move(*record));
    else
        sink_.reject(std::get<RejectedRow>(std::move(reading.outcome)));
    sink_.progress(progress_);
}

}  // namespace goodfaith::importers
