// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/input.h"

#include "importers/archive/archive_input.h"
#include "importers/archive/archive_reader.h"
#include "importers/csv/table_input.h"
#include "importers/database_files.h"
#include "importers/mail/mail_folder.h"
#include "importers/mail/mail_input.h"
#include "models/domain/failure.h"

#include <QFileInfo>

#include <algorithm>
#include <set>

namespace goodfaith::importers {

namespace {

bool isMailWanted(const ReadingOptions& options) {
    return options.templateName == u"mail";
}

bool isTableWanted(const ReadingOptions& options) {
    return !isMailWanted(options) && (!options.templateName.isEmpty() ||
                                      !options.preset.isEmpty() || options.mapping != nullptr);
}

// "" when the path can be read.
QString whyUnreadable(const QFileInfo& info) {
    if (!info.exists())
        return QStringLiteral("does not exist");
    if (!info.isReadable())
        return QStringLiteral("cannot be opened: permission denied");
    // Opening a pipe waits for who writes into it, and a device has no end.
    if (!info.isFile() && !info.isDir())
        return QStringLiteral("is no file but a pipe or a device: save what comes out of it first");
    if (isDatabaseFile(info.fileName()))
        return QStringLiteral("is a database, not an export: save its tables as CSV first");
    if (info.isFile() && info.size() == 0)
        return QStringLiteral("is empty");
    return {};
}

// What the user calls mail is read as mail, also where it does not look like it.
std::vector<Input> mailInputs(const QString& path, const ReadingOptions& options) {
    std::vector<Input> inputs = recogniseMail(path);
    const QFileInfo info(path);
    if (inputs.empty() && isMailWanted(options) && info.isFile())
        inputs.push_back({path, InputFormat::MailFile, options.templateName, {}, info.size()});
    return inputs;
}

void append(FoundInputs more, FoundInputs& found) {
    std::move(more.inputs.begin(), more.inputs.end(), std::back_inserter(found.inputs));
    std::move(more.unusable.begin(), more.unusable.end(), std::back_inserter(found.unusable));
}

void findInFile(const QString& path, const ReadingOptions& options, const std::stop_token& stop,
                FoundInputs& found) {
    const QFileInfo info(path);
    const bool mayBeArchive = !info.exists() || !isDatabaseFile(info.fileName());
    if (const auto place = mayBeArchive ? placeInArchive(path) : std::nullopt) {
        append(findInArchive(*place, options, stop), found);
        return;
    }
    const QString unreadable = whyUnreadable(info);
    if (!unreadable.isEmpty()) {
        found.unusable.push_back({path, unreadable});
        return;
    }
    std::vector<Input> mails;
    if (!isTableWanted(options))
        mails = mailInputs(path, options);
    if (!mails.empty()) {
        std::move(mails.begin(), mails.end(), std::back_inserter(found.inputs));
        return;
    }
    QString whyNot;
    if (const auto table = recogniseTable(path, options, &whyNot))
        found.inputs.push_back(*table);
    else
        found.unusable.push_back({path, whyNot});
}

void findInFolder(const QString& path, const ReadingOptions& options, const std::stop_token& stop,
                  FoundInputs& found) {
    const size_t inputsBefore = found.inputs.size();
    const size_t unusableBefore = found.unusable.size();
    MailFolder folder = lookInto(path, stop);
    if (isTableWanted(options)) {
        folder.others += folder.mails;
        folder.others += folder.mboxes;
        folder.others.sort();
    } else {
        std::vector<Input> mails = mailInputsOf(path, folder);
        std::move(mails.begin(), mails.end(), std::back_inserter(found.inputs));
    }
    for (const QString& file : std::as_const(folder.others)) {
        if (stop.stop_requested())
            return;
        if (!isMailWanted(options) || isArchive(file))
            findInFile(file, options, stop, found);
    }
    for (const QString& closed : std::as_const(folder.closed))
        found.unusable.push_back({closed, QStringLiteral("cannot be opened: permission denied")});
    for (const QString& file : std::as_const(folder.unnameable)) {
        found.unusable.push_back(
            {file, QStringLiteral("cannot be opened: its name is not in UTF-8; rename it first")});
    }
    const auto byPath = [](const Input& left, const Input& right) {
        return left.path < right.path;
    };
    std::sort(found.inputs.begin() + static_cast<std::ptrdiff_t>(inputsBefore), found.inputs.end(),
              byPath);
    const bool foundNothing =
        found.inputs.size() == inputsBefore && found.unusable.size() == unusableBefore;
    if (foundNothing && !stop.stop_requested())
        found.unusable.push_back({path, QStringLiteral("the folder holds no file to import")});
}

// A folder and a file within may both be given.
void removeRepeated(std::vector<Input>& inputs) {
    std::set<std::pair<QString, InputFormat>> known;
    const auto isRepeated = [&](const Input& input) {
        return !known.emplace(QFileInfo(input.path).absoluteFilePath(), input.format).second;
    };
    inputs.erase(std::remove_if(inputs.begin(), inputs.end(), isRepeated), inputs.end());
}

}  // namespace

FoundInputs findInputs(const QStringList& paths, const ReadingOptions& options,
                       std::stop_token stop) {
    FoundInputs found;
    for (const QString& path : paths) {
        if (stop.stop_requested())
            break;
        if (QFileInfo(path).isDir())
            findInFolder(path, options, stop, found);
        else
            findInFile(path, options, stop, found);
    }
    removeRepeated(found.inputs);
    return found;
}

void readInput(const Input& input, const ReadingOptions& options, RecordSink& sink,
               std::stop_token stop) {
    if (const auto place = placeInArchive(input.path))
        readArchived(*place, input, options, sink, stop);
    else if (input.format == InputFormat::Csv)
        readTable(input, options, sink, std::move(stop));
    else
        readMail(input, options, sink, std::move(stop));
}

Preview previewInput(const QString& path, const ReadingOptions& options, qint64 rows) {
    const FoundInputs found = findInputs({path}, options);
    if (!found.inputs.empty()) {
        if (const auto place = placeInArchive(found.inputs.front().path))
            return previewArchived(*place, found.inputs.front(), options, rows);
    } else if (placeInArchive(path)) {
        const UnusablePath& first = found.unusable.front();
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("%1: %2").arg(first.path, first.reason));
    }
    if (!found.inputs.empty() && found.inputs.front().format != InputFormat::Csv)
        return previewMail(found.inputs.front(), options, rows);
    const QFileInfo info(path);
    const QString unreadable = whyUnreadable(info);
    if (info.isFile() && (unreadable.isEmpty() || info.size() == 0))
        return previewTable(path, options, rows);
    throw Failure(
        FailureKind::Unreadable,
        QStringLiteral("%1 %2.").arg(
            path, unreadable.isEmpty() ? QStringLiteral("is a folder without mail") : unreadable));
}

}  // namespace goodfaith::importers
