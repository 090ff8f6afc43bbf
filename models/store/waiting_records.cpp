// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/waiting_records.h"

#include "models/domain/failure.h"

namespace goodfaith::store {
namespace {

constexpr qsizetype mostKeys = 2'000'000;  // some 40 MiB

size_t hashOf(RecordKind kind, const QString& key) {
    return qHash(key, static_cast<size_t>(kind) + 1);
}

[[noreturn]] void refuse(const QString& why) {
    throw Failure(FailureKind::Database,
                  QStringLiteral("What a dry run would import cannot be set aside on the disk: %1.")
                      .arg(why));
}

std::unique_ptr<QTemporaryFile> openFile() {
    auto file = std::make_unique<QTemporaryFile>();
    if (!file->open())
        refuse(file->errorString());
    return file;
}

QDataStream& operator<<(QDataStream& stream, const WaitingRecord& record) {
    const Placement& placement = record.placement;
    stream << static_cast<qint32>(record.kind) << record.key << record.ownDate.has_value()
           << (record.ownDate ? toMillis(*record.ownDate) : qint64{0})
           << static_cast<qint32>(placement.direction) << placement.party.value();
    return stream.writeBytes(record.body.data(), static_cast<uint>(record.body.size()));
}

QDataStream& operator>>(QDataStream& stream, WaitingRecord& record) {
    qint32 kind = 0, direction = 0;
    bool isDated = false;
    qint64 millis = 0, party = 0;
    QByteArray body;
    stream >> kind >> record.key >> isDated >> millis >> direction >> party >> body;
    record.kind = static_cast<RecordKind>(kind);
    if (isDated)
        record.ownDate = instantFromMillis(millis);
    record.placement.direction = static_cast<Direction>(direction);
    record.placement.party = PartyId(party);
    record.body = body.toStdString();
    return stream;
}

}  // namespace

bool WaitingRecords::mayHave(RecordKind kind, const QString& key) const {
    return !keys_.isEmpty() && keys_.contains(hashOf(kind, key));
}

bool WaitingRecords::isFull() const {
    return keys_.size() >= mostKeys;
}

void WaitingRecords::add(const WaitingRecord& record) {
    if (!file_) {
        file_ = openFile();
        stream_.setDevice(file_.get());
    }
    stream_ << record;
    if (stream_.status() != QDataStream::Ok)
        refuse(file_->errorString());
    keys_.insert(hashOf(record.kind, record.key));
}

void WaitingRecords::takeAll(const std::function<void(const WaitingRecord&)>& take) {
    if (keys_.isEmpty())
        return;
    const auto file = std::move(file_);
    clear();
    if (!file->seek(0))  // writes out what is buffered
        refuse(file->errorString());
    QDataStream stream(file.get());
    while (!stream.atEnd()) {
        WaitingRecord record;
        stream >> record;
        if (stream.status() != QDataStream::Ok)
            refuse(file->errorString());
        take(record);
    }
}

void WaitingRecords::clear() {
    stream_.setDevice(nullptr);
    stream_.resetStatus();
    keys_.clear();
    file_.reset();
}

}  // namespace goodfaith::store
