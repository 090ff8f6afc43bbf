// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/batch_reader.h"

#include "app/record_preparation.h"
#include "app/side_by_side.h"
#include "models/domain/failure.h"
#include "models/store/reading_table.h"
#include "models/understanding/text_reader.h"

#include <QElapsedTimer>

#include <algorithm>
#include <atomic>

namespace goodfaith::app {
namespace {

constexpr size_t recordsAtOnce = 4000;
constexpr qsizetype charactersAtOnce = 4 * 1024 * 1024;  // of long texts
constexpr qint64 millisAtOnce = 250;                     // so that slow input shows progress
constexpr size_t batchesAhead = 2;
constexpr size_t recordsOfAShare = 64;  // fewer are not worth a thread

}  // namespace

class BatchReader::Sink : public importers::RecordSink {
public:
    explicit Sink(BoundedQueue<Parsed>& parsed) : parsed_(parsed) { sinceLast_.start(); }

    void take(ImportedRecord record) override {
        characters_ += record.fields.text(Field::Text).size();
        batch_.records.push_back(std::move(record));
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
        parsed_.push(std::exchange(batch_, {}));
        batch_.records.reserve(recordsAtOnce);
        characters_ = 0;
        sinceLast_.restart();
    }

private:
    BoundedQueue<Parsed>& parsed_;
    Parsed batch_;
    importers::ReadingProgress progress_;
    qsizetype characters_ = 0;
    QElapsedTimer sinceLast_;
};

// Reads the texts of a batch on as many threads as the machine has: of all that is done to a mail,
// this takes longest.
class BatchReader::Texts {
public:
    void read(std::vector<store::PreparedRecord>& records) {
        if (std::none_of(records.begin(), records.end(), isRead))
            return;
        if (readers_.empty())
            readers_.push_back(std::make_unique<understanding::TextReader>());
        const size_t shares = (records.size() + recordsOfAShare - 1) / recordsOfAShare;
        while (readers_.size() < std::min(shares, mostThreads()))
            readers_.emplace_back(
                new understanding::TextReader(readers_.front()->forAnotherThread()));
        std::atomic<size_t> nextReader = 0, nextRecord = 0;
        sideBySide(shares, [&] {
            auto& reader = *readers_[nextReader++];
            for (size_t at = nextRecord++; at < records.size(); at = nextRecord++) {
                if (isRead(records[at]))
                    read(records[at], reader);
            }
        });
    }

private:
    static bool isRead(const store::PreparedRecord& record) {
        const auto& [subject, text] = std::tie(record.projection.subject, record.projection.text);
        // What is no text could come back from the database as another one.
        return store::isRead(record.writable.record.kind) && subject.isValidUtf16() &&
               text.isValidUtf16();
    }

    static void read(store::PreparedRecord& record, understanding::TextReader& reader) {
        const auto* message = std::get_if<store::MessageDetail>(&record.projection.detail);
        record.readingVersion = understanding::readingVersion;
        record.reading = reader.read({record.writable.record.kind, record.writable.direction,
                                      record.projection.subject, record.projection.text,
                                      message ? message->automaticHeaders : QString()});
    }

    std::vector<std::unique_ptr<understanding::TextReader>> readers_;  // one a thread
};

BatchReader::BatchReader(Reading reading, const std::stop_token& stop)
    : parsed_(batchesAhead, 1),
      ready_(batchesAhead, 1),
      withTexts_(reading.withTexts),
      readsTexts_(reading.withTexts),
      forwarded_(stop, [this] { stop_.request_stop(); }),
      preparing_([this, reading] { prepare(reading); }),
      parsing_([this, reading] { parse(reading, stop_.get_token()); }) {}

BatchReader::~BatchReader() {
    stop_.request_stop();
    ready_.abandon();
    parsed_.abandon();
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

void BatchReader::parse(const Reading& reading, const std::stop_token& stop) {
    try {
        Sink sink(parsed_);
        try {
            importers::readInput(reading.input, reading.options, sink, stop);
        } catch (const Failure&) {
            sink.handOver();  // what came before stays
            throw;
        }
        sink.handOver();
        parsed_.finish();
    } catch (...) {
        parsed_.finish(std::current_exception());
    }
}

void BatchReader::prepare(const Reading& reading) {
    try {
        RecordPreparation preparation(reading.settings);
        Texts texts;
        while (auto parsed = parsed_.pop()) {
            ImportBatch batch{
                {}, std::move(parsed->rejected), std::move(parsed->warnings), parsed->progress};
            batch.records.reserve(parsed->records.size());
            for (ImportedRecord& record : parsed->records)
                batch.records.push_back(
                    store::prepared(preparation.prepare(std::move(record)), reading.source));
            if (readsTexts_)
                texts.read(batch.records);
            dropSpent();
            ready_.push(std::move(batch));
        }
        ready_.finish();
    } catch (...) {
        parsed_.abandon();
        ready_.finish(std::current_exception());
    }
}

}  // namespace goodfaith::app
