// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one input on a thread of its own, a few batches ahead of who writes them: parsing, keys,
// directions and everything else that needs no database happens there.
#pragma once

#include "importers/input.h"
#include "models/domain/settings.h"
#include "models/store/prepared_record.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
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
    };
    // `stop` ends the reading early; what was read until then is still handed out.
    BatchReader(Reading reading, const std::stop_token& stop);
    ~BatchReader();
    BatchReader(const BatchReader&) = delete;
    BatchReader& operator=(const BatchReader&) = delete;

    // The next batch, in the order of the input; nothing at its end. What ended the reading too
    // soon is thrown here, after the batches before it.
    std::optional<ImportBatch> next();

private:
    class Sink;

    void read(const Reading& reading, const std::stop_token& stop);
    void handOver(ImportBatch batch);
    void end(std::exception_ptr failure);

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<ImportBatch> ready_;
    bool ended_ = false;
    std::exception_ptr failure_;
    std::stop_source stop_;
    std::stop_callback<std::function<void()>> forwarded_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace goodfaith::app
