// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one input a few batches ahead of who writes them. One thread parses; another gives what it
// found keys, directions and everything else that needs no database, and has the texts read.
#pragma once

#include "app/bounded_queue.h"
#include "importers/input.h"
#include "models/domain/settings.h"
#include "models/store/prepared_record.h"

#include <atomic>
#include <functional>
#include <stop_token>
#include <thread>

namespace goodfaith::app {

// What is written in one transaction.
struct ImportBatch {
    std::vector<store::PreparedRecord> records;
    std::vector<RejectedRow> rejected;
    QStringList warnings;
    importers::ReadingProgress progress;
};

class BatchReader {
public:
    struct Reading {
        importers::Input input;
        importers::ReadingOptions options;
        ShopSettings settings;  // whose addresses are ours, and the region of phone numbers
        SourceId source;
        bool withTexts = true;  // what messages say is read as well
    };
    // `stop` ends the reading early; what was read until then is still handed out.
    BatchReader(Reading reading, const std::stop_token& stop);
    ~BatchReader();
    BatchReader(const BatchReader&) = delete;
    BatchReader& operator=(const BatchReader&) = delete;

    // The next batch, in the order of the input, which stays until the one after it is asked for;
    // null at the end. What ended the reading too soon is thrown here, after the batches before it.
    const ImportBatch* next();
    // Whether it is worth while to read texts ahead: not where most of them are known already.
    void readTextsAhead(bool worthWhile) { readsTexts_ = worthWhile && withTexts_; }

private:
    // What was found in the input, as it stands there.
    struct Parsed {
        std::vector<ImportedRecord> records;
        std::vector<RejectedRow> rejected;
        QStringList warnings;
        importers::ReadingProgress progress;
    };
    class Sink;
    class Texts;

    void parse(const Reading& reading, const std::stop_token& stop);
    void prepare(const Reading& reading);
    void dropSpent();

    BoundedQueue<Parsed> parsed_;
    BoundedQueue<ImportBatch> ready_;
    const bool withTexts_;
    std::atomic<bool> readsTexts_;
    std::optional<ImportBatch> current_;
    // Taking a batch's many texts apart costs the reading thread time, not the writing one.
    std::mutex spentMutex_;
    std::vector<ImportBatch> spent_;
    std::stop_source stop_;
    std::stop_callback<std::function<void()>> forwarded_;
    std::jthread preparing_;  // last: they use all of the above
    std::jthread parsing_;
};

}  // namespace goodfaith::app
