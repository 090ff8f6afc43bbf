// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/archive/archive_listing.h"

#include "importers/archive/scratch_file.h"
#include "importers/csv/table_input.h"
#include "importers/mail/mail_folder.h"

#include <algorithm>

namespace goodfaith::importers {

namespace {

// A table is recognised by so much of it, and told to be longer by one byte more.
constexpr qsizetype readToRecogniseTable = 1024 * 1024 + 1;

bool isWanted(const ReadingOptions& options, bool mail) {
    const bool isMailNamed = options.templateName == u"mail";
    const bool isTableNamed =
        !isMailNamed && (!options.templateName.isEmpty() || !options.preset.isEmpty());
    return mail ? !isTableNamed : !isMailNamed;
}

// What systems put into archives for themselves, and mails that are not delivered yet.
bool isNobodys(const QString& name) {
    const QStringList parts = name.split(u'/');
    const bool isOfMaildir = !maildirOf(name).isEmpty();
    const auto isHidden = [&](const QString& part) {
        return part == u"__MACOSX" || (!isOfMaildir && part.startsWith(u'.'));
    };
    return std::any_of(parts.begin(), parts.end(), isHidden);
}

// The folder that all names share, "" where there is none.
QString sharedFolder(const QStringList& names) {
    QString folder = names.value(0).section(u'/', 0, -2);
    for (const QString& name : names) {
        while (!liesWithin(name, folder))
            folder = folder.section(u'/', 0, -2);
    }
    return folder;
}

}  // namespace

bool liesWithin(const QString& name, const QString& within) {
    return within.isEmpty() || name == within || name.startsWith(QString(within % u'/'));
}

QString maildirOf(const QString& name) {
    const QString folder = name.section(u'/', -2, -2);
    if (folder != u"cur" && folder != u"new")
        return {};
    const QString maildir = name.section(u'/', 0, -3);
    return maildir.isEmpty() ? QStringLiteral(".") : maildir;
}

ArchiveListing::ArchiveListing(const ArchivePlace& place, const ReadingOptions& options,
                               const std::stop_token& stop)
    : place_(place), options_(options), reader_(place.archive) {
    while (!stop.stop_requested()) {
        const auto entry = reader_.next();
        if (!entry || !take(*entry))
            break;
    }
    if (!stop.stop_requested())
        tellWhatIsMissing();
}

// False where the archive turns out to be none.
bool ArchiveListing::take(const ArchiveEntry& entry) {
    isDocument_ = isDocument_ || entry.name == u"[Content_Types].xml" || entry.name == u"mimetype";
    if (isDocument_)
        return false;
    if (!liesWithin(entry.name, place_.within) || isNobodys(entry.name))
        return true;
    const QByteArray start = entry.isLocked ? QByteArray() : reader_.read(readToRecognise);
    if (entry.isLocked)
        ++locked_;
    else if (start.isEmpty())
        refuse(entry, reader_.damage().isEmpty() ? QStringLiteral("is empty") : reader_.damage());
    else
        recognise(entry, start);
    return true;
}

void ArchiveListing::recognise(const ArchiveEntry& entry, const QByteArray& start) {
    const QString maildir = maildirOf(entry.name);
    const auto kind = mailFileKind(start, entry.name);
    const bool isLooseMail = kind == MailFileKind::Mail && isWanted(options_, true);
    if (!maildir.isEmpty() && isWanted(options_, true)) {
        maildirs_[maildir] += entry.bytes;
    } else if (beginsLikeArchive(start)) {
        refuse(entry,
               QStringLiteral("is an archive within an archive: unpack the outer one first"));
    } else if (isLooseMail) {
        mails_.names += entry.name;
        mails_.bytes += entry.bytes;
    } else if (kind == MailFileKind::Mbox && isWanted(options_, true)) {
        add(entry.name, InputFormat::Mbox, entry.bytes);
    } else if (isWanted(options_, false)) {
        ScratchFile scratch;
        scratch.write(start);
        scratch.write(reader_.read(readToRecogniseTable - start.size()));
        QString whyNot;
        auto table = recogniseTable(scratch.path(), options_, &whyNot);
        if (!table)
            return refuse(entry, whyNot);
        table->path = place_.archive % u'/' % entry.name;
        table->bytes = entry.bytes;
        found_.inputs.push_back(*table);
    }
}

void ArchiveListing::refuse(const ArchiveEntry& entry, const QString& reason) {
    found_.unusable.push_back({place_.archive % u'/' % entry.name, reason});
}

void ArchiveListing::add(const QString& within, InputFormat format, qint64 bytes) {
    const bool isTop = within.isEmpty() || within == u".";
    found_.inputs.push_back({isTop ? place_.archive : QString(place_.archive % u'/' % within),
                             format, QStringLiteral("mail"), QString(), bytes});
}

void ArchiveListing::tellWhatIsMissing() {
    const auto say = [&](const QString& reason) {
        found_.unusable.push_back({place_.archive, reason});
    };
    if (isDocument_) {
        found_ = {};
        return say(
            QStringLiteral("is a spreadsheet or another document: save it as CSV and import that"));
    }
    if (locked_ > 0)
        say(QStringLiteral("is protected with a password (%1 files): unpack it and import the "
                           "files within")
                .arg(locked_));
    if (!reader_.damage().isEmpty() && found_.unusable.empty())
        say(reader_.damage());
    const bool any = !found_.inputs.empty() || !mails_.names.isEmpty() || !maildirs_.empty();
    if (!any && found_.unusable.empty())
        say(QStringLiteral("the archive holds no file to import"));
}

FoundInputs ArchiveListing::takeFound() {
    for (const auto& [maildir, bytes] : maildirs_)
        add(maildir, InputFormat::Maildir, bytes);
    if (mails_.names.size() == 1)
        add(mails_.names.front(), InputFormat::MailFile, mails_.bytes);
    else if (!mails_.names.isEmpty())
        add(sharedFolder(mails_.names), InputFormat::MailFile, mails_.bytes);
    std::sort(found_.inputs.begin(), found_.inputs.end(),
              [](const Input& left, const Input& right) { return left.path < right.path; });
    return std::move(found_);
}

}  // namespace goodfaith::importers
