// SPDX-License-Identifier: GPL-3.0-or-later
// Records that a dry run has seen and nothing has asked about yet. Their keys are known; what they
// say lies in a file of no name, in the order it came, until the database has to know it after all.
// Most times it never has to, and then the records were never written.
#pragma once

#include "models/store/record_table.h"

#include <QDataStream>
#include <QSet>
#include <QTemporaryFile>

#include <functional>
#include <memory>
#include <string>

namespace goodfaith::store {

struct WaitingRecord {
    RecordKind kind = RecordKind::Order;
    QString key;
    std::optional<Instant> ownDate;
    Placement placement;
    std::string body;
};

class WaitingRecords {
public:
    // May be wrong about "yes", never about "no".
    bool mayHave(RecordKind kind, const QString& key) const;
    // No more than this many: their keys take memory.
    bool isFull() const;
    // Throws Failure when there is no room on the disk.
    void add(const WaitingRecord& record);
    // In the order they were added; none is left afterwards, not even when `take` throws.
    void takeAll(const std::function<void(const WaitingRecord&)>& take);
    void clear();

private:
    QSet<size_t> keys_;  // hashes of kind and key
    std::unique_ptr<QTemporaryFile> file_;
    QDataStream stream_;
};

}  // namespace goodfaith::store
