// SPDX-License-Identifier: GPL-3.0-or-later
// The input is an archive: what is found in it is read twice.
#include "importers/archive/archive_input.h"
#include "importers/archive/archive_reader.h"
#include "models/domain/failure.h"
#include "promise.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdint>

using namespace goodfaith;
using namespace goodfaith::importers;
using goodfaith::fuzz::promise;

namespace {

class Rows : public RecordSink {
public:
    void take(ImportedRecord record) override {
        promise(!record.key.isEmpty(), "a record has a key");
        all += record.key;
    }
    void reject(RejectedRow row) override {
        promise(!row.reason.isEmpty(), "what is rejected has a reason");
        all += row.reason;
    }
    void warn(const QString& message) override {
        promise(!message.isEmpty(), "a warning says something");
    }
    void progress(const ReadingProgress& now) override {
        promise(now.rowsRead >= rows_, "rows do not become fewer");
        rows_ = now.rowsRead;
    }

    QStringList all;

private:
    qint64 rows_ = 0;
};

QStringList rowsOf(const ArchivePlace& place, const Input& input) {
    Rows sink;
    try {
        readArchived(place, input, {}, sink, {});
    } catch (const Failure& failure) {
        promise(failure.kind() == FailureKind::Unreadable, "only an unreadable file ends reading");
        sink.all += failure.message();
    }
    return sink.all;
}

void readAll(const QString& archive) {
    const auto found = findInArchive({archive, {}}, {}, {});
    promise(!found.inputs.empty() || !found.unusable.empty(), "what is not read has a reason");
    for (const auto& refused : found.unusable)
        promise(refused.path.startsWith(archive) && !refused.reason.isEmpty(),
                "what is refused lies in the archive");
    for (const Input& input : found.inputs) {
        const bool isWhole = input.path == archive;
        promise(isWhole || input.path.startsWith(QString(archive % u'/')),
                "what is found lies in the archive");
        const QString within = isWhole ? QString() : input.path.sliced(archive.size() + 1);
        const QStringList parts = within.split(u'/');
        promise(!parts.contains(QStringLiteral("..")), "no name leads out of the archive");
        const ArchivePlace place{archive, within};
        promise(rowsOf(place, input) == rowsOf(place, input), "an archive reads the same twice");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static const QTemporaryDir folder;
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    if (!beginsLikeArchive(bytes))
        return 0;
    const QString path = folder.filePath(QStringLiteral("shop.zip"));
    QFile file(path);
    promise(file.open(QIODevice::WriteOnly), "the file can be written");
    file.write(bytes.data(), bytes.size());
    file.close();
    readAll(path);
    return 0;
}
