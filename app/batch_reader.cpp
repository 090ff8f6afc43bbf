// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/batch_reader.h"

#include "app/record_preparation.h"

#include <QElapsedTimer>

namespace goodfaith::app {
namespace {

constexpr size_t recordsAtOnce = 4000;
constexpr qsizetype charactersAtOnce = 4 * 1024 * 1024;  // of long texts
constexpr qint64 millisAtOnce = 250;                     // so that slow input shows progress
constexpr size_t batchesAhead = 2;

}  // namespace

class BatchReader::Sink : public importers::RecordSink {
public:
    Sink(BatchReader& reader, const Reading& reading)
        : reader_(reader), source_(reading.source), preparation_(reading.settings) {
        sinceLast_.start();
    }

    void take(ImportedRecord record) override {
        characters_ += record.fields.text(Field::Text).size();
        batch_.records.push_back(store::prepared(preparation_.prepare(std::move(record)), source_));
        if (batch_.records.size() >= recordsAtOnce || characters_ >= charactersAtOnce)
            handOver();
    }
    void reject(RejectedRow row) override {
        batch_.rejected.push_back(std::move(row));
        if (batch_.rejected.size() >= recordsAtOnce)
            handOver();
    }
    void warn(const QString& message) override { batch_.warnings << message; }
    void progress(const importers::ReadingProgress& progress) override {
        progress_ = progress;
        if (sinceLast_.hasExpired(millisAtOnce))
            handOver();
    }

    void handOver() {
        batch_.progress = progress_;
        reader_.ready_.push(std::exchange(batch_, {}));
        reader_.dropSpent();
        batch_.records.reserve(recordsAtOnce);
        characters_ = 0;
        sinceLast_.restart();
    }

private:
    BatchReader& reader_;
    SourceId source_;
    RecordPreparation preparation_;
    ImportBatch batch_;
    importers::ReadingProgress progress_;
    qsizetype characters_ = 0;
    QElapsedTimer sinceLast_;
};

BatchReader::BatchReader(Reading reading, const std::stop_token& stop)
    : ready_(batchesAhead, 1),
      forwarded_(stop, [this] { stop_.request_stop(); }),
      thread_([this, reading = std::move(reading)] { read(reading, stop_.get_token()); }) {}

BatchReader::~BatchReader() {
    stop_.request_stop();
    ready_.abandon();
}

const ImportBatch* BatchReader::next() {
    if (current_) {
        const std::lock_guard lock(spentMutex_);
        spent_.push_back(std::move(*current_));
    }
    current_ = ready_.pop();
    return current_ ? &*current_ : nullptr;
}

void BatchReader::dropSpent() {
    std::vector<ImportBatch> dropped;  // outlives the lock
    const std::lock_guard lock(spentMutex_);
    dropped.swap(spent_);
}

void BatchReader::read(const Reading& reading, const std::stop_token& stop) {
    try {
        Sink sink(*this, reading);
        importers::readInput(reading.input, reading.options, sink, stop);
        sink.handOver();
        ready_.finish();
    } catch (...) {
        ready_.finish(std::current_exception());
    }
}

}  // namespace goodfaith::app
