// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte says whether the rest is one mail or an mbox.
#include "importers/mail/mail_input.h"
#include "models/domain/failure.h"
#include "promise.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdint>

using namespace goodfaith;
using namespace goodfaith::importers;
using goodfaith::fuzz::promise;

namespace {

class Keys : public RecordSink {
public:
    void take(ImportedRecord record) override {
        promise(!record.key.isEmpty(), "a mail has a key");
        promise(record.kind == RecordKind::Message, "a mail is a message");
        keys.append(record.key);
    }
    void reject(RejectedRow row) override {
        promise(!row.reason.isEmpty(), "what is rejected has a reason");
        keys.append(row.reason);
    }
    void warn(const QString&) override {}
    void progress(const ReadingProgress& now) override {
        promise(now.bytesDone <= now.bytesTotal, "no more is read than there is");
    }

    QStringList keys;
};

QStringList keysOf(const Input& input) {
    Keys sink;
    readMail(input, {}, sink, {});
    return sink.keys;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static const QTemporaryDir folder;
    if (size < 2)
        return 0;
    Input input;
    input.path = folder.filePath(QStringLiteral("mail.eml"));
    input.format = data[0] % 2 == 0 ? InputFormat::MailFile : InputFormat::Mbox;
    input.bytes = static_cast<qint64>(size - 1);
    QFile file(input.path);
    promise(file.open(QIODevice::WriteOnly), "the file can be written");
    file.write(reinterpret_cast<const char*>(data + 1), input.bytes);
    file.close();
    recogniseMail(input.path);
    const QStringList keys = keysOf(input);
    promise(keys == keysOf(input), "a mail reads the same twice");
    promise(input.format == InputFormat::Mbox || keys.size() == 1, "a file of its own is one mail");
    return 0;
}
