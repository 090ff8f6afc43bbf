// SPDX-License-Identifier: GPL-3.0-or-later
// For the tests: reads mail into plain lists.
#pragma once

#include "importers/mail/mail_input.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <vector>

namespace goodfaith::importers {

class CollectingSink : public RecordSink {
public:
    void take(ImportedRecord record) override { records.push_back(std::move(record)); }
    void reject(RejectedRow row) override { rejects.push_back(std::move(row)); }
    void warn(const QString& message) override { warnings += message; }
    void progress(const ReadingProgress& now) override { last = now; }

    QStringList keys() const {
        QStringList result;
        for (const ImportedRecord& record : records)
            result += record.key;
        return result;
    }

    std::vector<ImportedRecord> records;
    std::vector<RejectedRow> rejects;
    QStringList warnings;
    ReadingProgress last;
};

inline CollectingSink readAll(const QString& path, const ReadingOptions& options = {}) {
    CollectingSink sink;
    for (const Input& input : recogniseMail(path))
        readMail(input, options, sink, {});
    return sink;
}

// Reads one mail given as its bytes, named so that it counts as one whatever it looks like.
inline CollectingSink readBytes(const QByteArray& mail, const ReadingOptions& options = {}) {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("mail.eml")));
    if (file.open(QIODevice::WriteOnly))
        file.write(mail);
    file.close();
    return readAll(file.fileName(), options);
}

}  // namespace goodfaith::importers
