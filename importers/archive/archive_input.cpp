// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/archive/archive_input.h"

#include "importers/archive/archive_listing.h"
#include "importers/archive/scratch_file.h"
#include "importers/csv/table_input.h"
#include "importers/mail/mail_delivery.h"
#include "importers/mail/mail_input.h"
#include "models/domain/failure.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <limits>

namespace goodfaith::importers {

namespace {

constexpr qint64 blockSize = 256 * 1024;
constexpr qint64 bytesOfPreview = 4 * 1024 * 1024;

// Passes all on and knows how far it is.
class FollowedSink : public RecordSink {
public:
    explicit FollowedSink(RecordSink& sink) : sink_(sink) {}
    void take(ImportedRecord record) override { sink_.take(std::move(record)); }
    void reject(RejectedRow row) override { sink_.reject(std::move(row)); }
    void warn(const QString& message) override { sink_.warn(message); }
    void progress(const ReadingProgress& progress) override {
        last_ = progress;
        sink_.progress(progress);
    }
    // One row more, which stands for what is missing.
    void rejectRest(const QString& name, const QString& reason) {
        ++last_.rowsRead;
        sink_.reject({0, {}, name, reason, {}});
        sink_.progress(last_);
    }

private:
    RecordSink& sink_;
    ReadingProgress last_;
};

Failure isGone(const Input& input) {
    return Failure(FailureKind::Unreadable,
                   QStringLiteral("%1 is not in the archive any more.").arg(input.path));
}

// What could be unpacked of the entry, or the first `most` bytes; `stop` leaves it short.
void unpack(ArchiveReader& reader, ScratchFile& scratch, const std::stop_token& stop,
            qint64 most = std::numeric_limits<qint64>::max()) {
    for (qint64 left = most; left > 0 && !stop.stop_requested();) {
        const QByteArray bytes = reader.read(std::min(blockSize, left));
        if (bytes.isEmpty())
            return;
        scratch.write(bytes);
        left -= bytes.size();
    }
}

bool advanceTo(ArchiveReader& reader, const QString& name, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto entry = reader.next();
        if (!entry)
            break;
        if (entry->name == name)
            return true;
    }
    return false;
}

// Calls `read` with what `scratch` holds of the input as an input of its own.
template <class Read>
void readScratch(ScratchFile& scratch, const Input& input, Read read) {
    Input unpacked = input;
    unpacked.path = scratch.path();
    unpacked.bytes = scratch.file().size();
    try {
        read(unpacked);
    } catch (const Failure& failure) {
        // Nobody knows the scratch file's name.
        throw Failure(failure.kind(),
                      QString(failure.message()).replace(unpacked.path, input.path));
    }
}

void readWhole(const ArchivePlace& place, const Input& input, const ReadingOptions& options,
               RecordSink& sink, const std::stop_token& stop) {
    ArchiveReader reader(place.archive);
    const bool isThere = advanceTo(reader, place.within, stop);
    if (stop.stop_requested())
        return;
    if (!isThere)
        throw isGone(input);
    ScratchFile scratch;
    unpack(reader, scratch, stop);
    FollowedSink followed(sink);
    readScratch(scratch, input, [&](const Input& unpacked) {
        if (input.format == InputFormat::Csv)
            readTable(unpacked, options, followed, stop);
        else
            readMail(unpacked, options, followed, stop);
    });
    if (!reader.damage().isEmpty() && !stop.stop_requested())
        followed.rejectRest(place.within, reader.damage());
}

// The files of the input, by their names in the archive.
QSet<QString> looseMails(const ArchivePlace& place, const std::stop_token& stop) {
    ReadingOptions mailOnly;
    mailOnly.templateName = QStringLiteral("mail");
    const QStringList names = ArchiveListing(place, mailOnly, stop).mails().names;
    return {names.begin(), names.end()};
}

void readMails(const ArchivePlace& place, const Input& input, const ReadingOptions& options,
               RecordSink& sink, const std::stop_token& stop) {
    const bool inMaildir = input.format == InputFormat::Maildir;
    const QString maildir = place.within.isEmpty() ? QStringLiteral(".") : place.within;
    const MailStanding standing = inMaildir ? standingOfMaildir(maildir) : MailStanding::Contact;
    const QSet<QString> loose = inMaildir ? QSet<QString>() : looseMails(place, stop);
    ArchiveReader reader(place.archive);
    MailDelivery delivery(sink, options.timeZone, input.bytes);
    ScratchFile scratch;
    bool isDamageTold = false;
    while (!stop.stop_requested()) {
        const auto entry = reader.next();
        if (!entry)
            break;
        if (inMaildir ? maildirOf(entry->name) != maildir : !loose.contains(entry->name))
            continue;
        if (standing != MailStanding::Contact) {
            delivery.leaveOut(standing, entry->bytes);
            continue;
        }
        scratch.clear();
        unpack(reader, scratch, stop);
        const QString name = entry->name.section(u'/', -1);
        isDamageTold = !reader.damage().isEmpty();
        if (isDamageTold)
            delivery.refuse(name, reader.damage());
        else
            delivery.deliverFile(scratch.file(), name, inMaildir);
    }
    if (!reader.damage().isEmpty() && !isDamageTold)
        delivery.refuse(place.archive.section(u'/', -1), reader.damage());
    delivery.end(stop.stop_requested());
}

}  // namespace

std::optional<ArchivePlace> placeInArchive(const QString& path) {
    QString archive = path;
    while (archive.size() > 1 && archive.endsWith(u'/'))
        archive.chop(1);
    QString within;
    while (!archive.isEmpty() && !QFileInfo::exists(archive)) {
        const QString name = archive.section(u'/', -1);
        within = within.isEmpty() ? name : QString(name % u'/' % within);
        archive.chop(name.size() + 1);
    }
    if (archive.isEmpty() || !isArchive(archive))
        return std::nullopt;
    return ArchivePlace{archive, within};
}

FoundInputs findInArchive(const ArchivePlace& place, const ReadingOptions& options,
                          const std::stop_token& stop) {
    try {
        return ArchiveListing(place, options, stop).takeFound();
    } catch (const Failure& failure) {
        return {{}, {{place.archive, failure.message()}}};
    }
}

void readArchived(const ArchivePlace& place, const Input& input, const ReadingOptions& options,
                  RecordSink& sink, const std::stop_token& stop) {
    if (input.format == InputFormat::Csv || input.format == InputFormat::Mbox)
        readWhole(place, input, options, sink, stop);
    else
        readMails(place, input, options, sink, stop);
}

Preview previewArchived(const ArchivePlace& place, const Input& input,
                        const ReadingOptions& options, qint64 rows) {
    if (input.format == InputFormat::MailFile || input.format == InputFormat::Maildir) {
        return previewMails(rows, [&](RecordSink& sink, const std::stop_token& stop) {
            readMails(place, input, options, sink, stop);
        });
    }
    ArchiveReader reader(place.archive);
    if (!advanceTo(reader, place.within, {}))
        throw isGone(input);
    ScratchFile scratch;
    unpack(reader, scratch, {}, rows < 0 ? std::numeric_limits<qint64>::max() : bytesOfPreview);
    Preview preview;
    readScratch(scratch, input, [&](const Input& unpacked) {
        preview = input.format == InputFormat::Csv ? previewTable(unpacked.path, options, rows)
                                                   : previewMail(unpacked, options, rows);
    });
    return preview;
}

}  // namespace goodfaith::importers
