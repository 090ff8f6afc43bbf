// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/imported_shop.h"

#include "app/import_pipeline.h"
#include "tests/store/fact_dump.h"

#include <QFile>

namespace goodfaith::app {
namespace {

Money euro(qint64 cents) {
    return {cents, *Currency::fromCode(u"EUR")};
}

// A new database costs more than all that is done with it here: it is made once, and copied.
const QString& emptyDatabase() {
    static const QTemporaryDir folder;
    static const QString path = [] {
        const QString made = folder.filePath(u"empty.db"_qs);
        const store::Database database(made);
        return made;
    }();
    return path;
}

}  // namespace

Instant at(const QString& iso) {
    return parseIso(iso, QTimeZone::utc()).value();
}

PartyKeys person(const QString& email, const QString& phone, const QString& name,
                 const QString& number) {
    PartyKeys keys;
    keys.email = email;
    keys.phone = phone;
    keys.name = name;
    keys.shopNumber = number;
    return keys;
}

ImportedRecord order(const QString& key, qint64 cents, const PartyKeys& buyer,
                     const QString& updatedAt) {
    ImportedRecord record;
    record.kind = RecordKind::Order;
    record.key = key;
    record.fields.set(Field::At, at(u"2024-05-01"_qs));
    record.fields.set(Field::Total, euro(cents));
    record.parties.push_back({PartyRole::Buyer, buyer});
    if (!updatedAt.isEmpty())
        record.ownDate = at(updatedAt);
    return record;
}

ImportedRecord refund(const QString& key, const QString& orderKey, qint64 cents) {
    ImportedRecord record;
    record.kind = RecordKind::Refund;
    record.key = key;
    record.fields.set(Field::At, at(u"2024-05-03"_qs));
    record.fields.set(Field::Amount, euro(cents));
    record.fields.set(Field::OrderKey, orderKey);
    return record;
}

ImportedRecord mail(const QString& key, const QString& from, const QString& text) {
    ImportedRecord record;
    record.kind = RecordKind::Message;
    record.key = key;
    record.fields.set(Field::At, at(u"2024-05-04"_qs));
    record.fields.set(Field::Subject, u"The kettle"_qs);
    record.fields.set(Field::Text, text);
    record.parties.push_back({PartyRole::Sender, person(from)});
    record.parties.push_back({PartyRole::Addressee, person(u"dora@example.com"_qs)});
    return record;
}

ImportedRecord shopsCustomer(const QString& number, const PartyKeys& keys) {
    ImportedRecord record;
    record.kind = RecordKind::Customer;
    record.key = number;
    record.parties.push_back({PartyRole::Contact, keys});
    record.parties.back().keys.shopNumber = number;
    return record;
}

ShopDatabase::ShopDatabase() : database_(copyOfEmpty()) {
    store::commitCarelessly(database_);
}

ImportId ShopDatabase::import(const File& file, int day, size_t rowsAtOnce) {
    return import(file, day, rowsAtOnce, Turn()).id;
}

std::vector<ImportCounts> ShopDatabase::countsOf(const Files& files, size_t rowsAtOnce, Run run) {
    std::optional<store::Transaction> neverCommitted;
    if (run == Run::Dry)
        neverCommitted.emplace(database_);
    std::vector<ImportCounts> counts;
    const int inputs = static_cast<int>(files.size());
    for (int i = 0; i < inputs; ++i) {
        const File& file = files[static_cast<size_t>(i)];
        counts.push_back(import(file, i, rowsAtOnce, {i + 1, inputs, run}).counts);
    }
    return counts;
}

ImportSummary ShopDatabase::import(const File& file, int day, size_t rowsAtOnce, Turn turn) {
    ShopSettings settings;
    settings.region = u"GB"_qs;
    const ImportObserver observer;
    RecordPreparation preparation(settings);
    ImportPipeline pipeline({database_,
                             settings,
                             {file.path,
                              file.source,
                              u"orders"_qs,
                              {},
                              at(u"2024-06-01"_qs) + std::chrono::hours(24 * day)},
                             turn.input,
                             turn.inputs,
                             turn.run == Run::Dry,
                             observer});
    ImportBatch batch;
    for (const ImportedRecord& record : file.records) {
        batch.records.push_back(store::prepared(preparation.prepare(record), pipeline.source()));
        if (batch.records.size() >= rowsAtOnce)
            pipeline.write(std::exchange(batch, {}));
    }
    pipeline.write(batch);
    ImportOutcome outcome = pipeline.finish(file.end);
    concerned_ = std::move(outcome.concerned);
    return outcome.summary;
}

UndoReport ShopDatabase::undo(ImportId import) {
    return undoFacts(database_, import, {}, {});
}

QStringList ShopDatabase::dump() {
    return store::dumpFacts(database_);
}

QString ShopDatabase::copyOfEmpty() const {
    const QString path = folder_.filePath(u"shop.db"_qs);
    QFile::copy(emptyDatabase(), path);
    return path;
}

Files RandomShop::files(int mostRows) {
    Files all;
    const int count = 2 + pick(4);
    for (int i = 0; i < count; ++i) {
        File file;
        if (!all.empty() && pick(3) == 0)
            file = all[static_cast<size_t>(pick(static_cast<int>(all.size())))];
        else
            file.path = u"/file%1.csv"_qs.arg(pick(3));
        const int rows = pick(mostRows + 1);
        for (int row = 0; row < rows; ++row)
            file.records.push_back(record());
        all.push_back(file);
    }
    return all;
}

PartyKeys RandomShop::somebody() {
    PartyKeys keys;
    if (pick(4) != 0)
        keys.email = letter(4) + u"@example.com"_qs;
    if (pick(3) == 0)
        keys.phone = u"+44 20 7946 001%1"_qs.arg(pick(3));
    if (pick(3) == 0)
        keys.name = letter(3).toUpper() + u" Example"_qs;
    return keys;
}

ImportedRecord RandomShop::record() {
    ImportedRecord record = ofSomeKind();
    if (pick(3) == 0)
        record.ownDate = at(u"2024-05-0%1"_qs.arg(1 + pick(4)));
    return record;
}

ImportedRecord RandomShop::ofSomeKind() {
    switch (pick(6)) {
        case 0:
        case 1: {
            ImportedRecord one = order(orderKey(), pick(3), somebody());
            if (pick(3) == 0)
                one.fields.set(Field::Status, u"cancelled"_qs);
            if (pick(4) == 0)
                one.parties.push_back({PartyRole::Recipient, somebody()});
            return one;
        }
        case 2:
            return refund(letter(3), letter(orders_ + 1), pick(2));
        case 3:
            return shopsCustomer(letter(2), somebody());
        case 4: {
            ImportedRecord one =
                mail(letter(3), letter(4) + u"@example.com"_qs, u"My kettle "_qs + letter(2));
            if (pick(2) == 0)
                one.fields.set(Field::OrderKey, orderKey());
            return one;
        }
        default: {
            ImportedRecord one = refund(letter(2), letter(orders_ + 1));
            one.kind = pick(2) == 0 ? RecordKind::Shipment : RecordKind::Return;
            return one;
        }
    }
}

QString difference(const QStringList& expected, const QStringList& actual) {
    QString text;
    for (const QString& line : expected) {
        if (!actual.contains(line))
            text += u"\n- " + line;
    }
    for (const QString& line : actual) {
        if (!expected.contains(line))
            text += u"\n+ " + line;
    }
    return text.isEmpty() && expected != actual ? u"\nonly how often"_qs : text;
}

}  // namespace goodfaith::app
