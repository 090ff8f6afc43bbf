// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reject_file.h"

#include "app/csv_record.h"
#include "importers/rejected_columns.h"
#include "models/domain/failure.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace goodfaith::app {
namespace {

// The one name given by mistake must not cost a shop its database or its files.
bool wouldBeLost(const QString& path) {
    QFile there(path);
    if (!QFileInfo(path).isFile() || there.size() == 0)
        return false;
    const QByteArray ours = csvRecord(importers::rejectedColumns()).trimmed().toUtf8();
    return !there.open(QIODevice::ReadOnly) || there.read(ours.size()) != ours;
}

// The path without links, also of a file that is not there yet.
QString truePath(const QString& path) {
    const QFileInfo info(path);
    const QString whole = info.canonicalFilePath();
    return whole.isEmpty() ? QDir(info.dir().canonicalPath()).filePath(info.fileName()) : whole;
}

bool isAmong(const QString& path, const QStringList& imported) {
    const QString file = truePath(path);
    return std::any_of(imported.begin(), imported.end(), [&](const QString& one) {
        const QString read = truePath(one);
        return file == read || (QFileInfo(read).isDir() && file.startsWith(read + u'/'));
    });
}

QString numbered(const QString& path, size_t number) {
    const QFileInfo info(path);
    const QString end = info.suffix().isEmpty() ? QString() : QString(u'.' + info.suffix());
    return info.dir().filePath(
        QStringLiteral("%1-%2%3").arg(info.completeBaseName()).arg(number).arg(end));
}

}  // namespace

RejectOrigin originOf(const importers::Input& input, const QString& source) {
    return {input.path, input.columns, input.preset.isEmpty() ? input.templateName : input.preset,
            source};
}

RejectFile::RejectFile(const QString& path, const QStringList& imported)
    : path_(path), imported_(imported) {
    lists_.push_back({{}, opened(path), true});
    write(*lists_.front().file, importers::rejectedColumns());
}

std::unique_ptr<QFile> RejectFile::opened(const QString& path) const {
    auto file = std::make_unique<QFile>(path);
    if (isAmong(path, imported_))
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("%1 is among the files to import, so rejected rows cannot be "
                                     "written to it. Name a file elsewhere.")
                          .arg(path));
    if (wouldBeLost(path))
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("%1 exists and is no list of rejected rows: it was left as it "
                                     "is. Name another file.")
                          .arg(path));
    if (!file->open(QIODevice::WriteOnly | QIODevice::Truncate))
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("%1 cannot be written: %2.").arg(path, file->errorString()));
    return file;
}

RejectFile::List& RejectFile::listFor(const QStringList& columns) {
    const auto known = std::find_if(lists_.begin(), lists_.end(), [&](const List& list) {
        return list.isEmpty || list.columns == columns;
    });
    if (known != lists_.end() && !known->isEmpty)
        return *known;
    const bool isFirst = known != lists_.end();
    if (!isFirst)
        lists_.push_back({{}, opened(numbered(path_, lists_.size() + 1)), true});
    List& list = lists_.back();  // the only one there is, if it is the first
    list.columns = columns;
    list.isEmpty = false;
    list.file->resize(0);
    list.file->seek(0);
    write(*list.file, importers::rejectedColumns() + columns);
    return list;
}

void RejectFile::add(const RejectOrigin& origin, const RejectedRow& row) {
    const QString place = row.column.isEmpty() ? QString() : QString(row.column + u": ");
    write(*listFor(origin.columns).file,
          QStringList{QString::number(row.line), place + row.reason, origin.path, origin.readAs,
                      origin.source,
                      row.rowOfGroup > 0 ? QString::number(row.rowOfGroup) : QString()} +
              row.row);
}

QStringList RejectFile::paths() const {
    QStringList paths;
    for (const List& list : lists_)
        paths << list.file->fileName();
    return paths;
}

void RejectFile::write(QFile& file, const QStringList& cells) {
    if (file.write(csvRecord(cells).toUtf8()) < 0 || !file.flush())
        throw Failure(
            FailureKind::WrongUse,
            QStringLiteral("%1 cannot be written: %2.").arg(file.fileName(), file.errorString()));
}

}  // namespace goodfaith::app
