// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps something in memory over several writes: told when its transaction is about to be
// committed (write it now) and when it was rolled back (forget what it learnt within).
#pragma once

#include "models/store/database.h"

namespace goodfaith::store {

class TransactionObserver {
public:
    explicit TransactionObserver(Database& database);
    virtual ~TransactionObserver();
    TransactionObserver(const TransactionObserver&) = delete;
    TransactionObserver& operator=(const TransactionObserver&) = delete;

    virtual void aboutToCommit() = 0;
    virtual void rolledBack() = 0;

private:
    Database& database_;
};

}  // namespace goodfaith::store
