// SPDX-License-Identifier: GPL-3.0-or-later
// A shop that records are imported into, and makers of such records: for tests of what imports and
// their undoing leave.
#pragma once

#include "app/import_undo.h"
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
    UndoReport undo(ImportId import);
    // All facts, without numbers.
    QStringList dump();
    store::Database& database() { return database_; }

private:
    QString copyOfEmpty() const;

    QTemporaryDir folder_;
    store::Database database_;
};

// Imports over few keys, so that they meet: a function of the seed.
class RandomShop {
public:
    explicit RandomShop(unsigned seed) : random_(seed) {}

    Files files();
    size_t oneOf(const Files& files) {
        return static_cast<size_t>(pick(static_cast<int>(files.size())));
    }

private:
    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    QString letter(int count) { return QChar(static_cast<char16_t>(u'a' + pick(count))); }
    PartyKeys somebody();
    ImportedRecord record();
    ImportedRecord ofSomeKind();

    std::mt19937 random_;
};

// What the one has and the other has not; "" when they are the same.
QString difference(const QStringList& expected, const QStringList& actual);

}  // namespace goodfaith::app
