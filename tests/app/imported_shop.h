// SPDX-License-Identifier: GPL-3.0-or-later
// A shop that records are imported into, and makers of such records: for tests of what imports and
// their undoing leave.
#pragma once

#include "app/concerned_customers.h"
#include "app/import_undo.h"
#include "models/domain/overview.h"
#include "models/domain/record.h"
#include "models/store/database.h"

#include <QTemporaryDir>

#include <random>

namespace goodfaith::app {

struct File {
    QString path;
    std::vector<ImportedRecord> records;
    QString source = QStringLiteral("main");
    ImportState end = ImportState::Done;
};
using Files = std::vector<File>;

Instant at(const QString& iso);

PartyKeys person(const QString& email, const QString& phone = {}, const QString& name = {},
                 const QString& number = {});
ImportedRecord order(const QString& key, qint64 cents, const PartyKeys& buyer,
                     const QString& updatedAt = {});
ImportedRecord refund(const QString& key, const QString& orderKey, qint64 cents = 100);
ImportedRecord mail(const QString& key, const QString& from, const QString& text);
ImportedRecord shopsCustomer(const QString& number, const PartyKeys& keys);

class ShopDatabase {
public:
    ShopDatabase();

    // `rowsAtOnce`: how many rows are one batch; nothing may depend on that.
    ImportId import(const File& file, int day, size_t rowsAtOnce = 1);
    // Whom the last import concerned.
    const ConcernedCustomers& concerned() const { return concerned_; }
    // What importing them together says it did, or, as a dry run, would do.
    enum class Run { ForGood, Dry };
    std::vector<ImportCounts> countsOf(const Files& files, size_t rowsAtOnce, Run run);
    UndoReport undo(ImportId import);
    // All facts, without numbers.
    QStringList dump();
    store::Database& database() { return database_; }

private:
    struct Turn {
        int input = 1;
        int inputs = 1;
        Run run = Run::ForGood;
    };
    ImportSummary import(const File& file, int day, size_t rowsAtOnce, Turn turn);
    QString copyOfEmpty() const;

    QTemporaryDir folder_;
    store::Database database_;
    ConcernedCustomers concerned_;
};

// Imports over few keys, so that they meet: a function of the seed.
class RandomShop {
public:
    explicit RandomShop(unsigned seed, int orders = 3) : random_(seed), orders_(orders) {}

    Files files(int mostRows = 4);
    size_t oneOf(const Files& files) {
        return static_cast<size_t>(pick(static_cast<int>(files.size())));
    }

private:
    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    QString letter(int count) { return QChar(static_cast<char16_t>(u'a' + pick(count))); }
    QString orderKey() { return letter(orders_); }
    PartyKeys somebody();
    ImportedRecord record();
    ImportedRecord ofSomeKind();

    std::mt19937 random_;
    int orders_;  // how many there are
};

// What the one has and the other has not; "" when they are the same.
QString difference(const QStringList& expected, const QStringList& actual);

}  // namespace goodfaith::app
