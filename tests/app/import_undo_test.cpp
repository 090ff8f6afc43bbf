// SPDX-License-Identifier: GPL-3.0-or-later
// After imports A, B and C, taking B back leaves exactly what importing A and C gives.
#include "app/import_undo.h"

#include "app/import_pipeline.h"
#include "models/domain/failure.h"
#include "models/store/customer_reader.h"
#include "tests/store/fact_dump.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace goodfaith;
using namespace goodfaith::app;

namespace {

struct File {
    QString path;
    std::vector<ImportedRecord> records;
    QString source = u"main"_qs;
    ImportState end = ImportState::Done;
};
using Files = std::vector<File>;

Instant at(const QString& iso) {
    return parseIso(iso, QTimeZone::utc()).value();
}

Money euro(qint64 cents) {
    return {cents, *Currency::fromCode(u"EUR")};
}

PartyKeys person(const QString& email, const QString& phone = {}, const QString& name = {},
                 const QString& number = {}) {
    PartyKeys keys;
    keys.email = email;
    keys.phone = phone;
    keys.name = name;
    keys.shopNumber = number;
    return keys;
}

ImportedRecord order(const QString& key, qint64 cents, const PartyKeys& buyer,
                     const QString& updatedAt = {}) {
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

ImportedRecord refund(const QString& key, const QString& orderKey, qint64 cents = 100) {
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

const PartyKeys ada = person(u"ada@example.com"_qs);
const PartyKeys bob = person(u"bob@example.com"_qs);
const QString phone = u"+44 20 7946 0018"_qs;

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

class ShopDatabase {
public:
    ShopDatabase() : database_(copyOfEmpty()) { store::commitCarelessly(database_); }

    ImportId import(const File& file, int day) {
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
                                 1,
                                 1,
                                 false,
                                 observer});
        for (const ImportedRecord& record : file.records) {
            ImportBatch batch;  // each row a transaction of its own: nothing may depend on that
            batch.records.push_back(
                store::prepared(preparation.prepare(record), pipeline.source()));
            pipeline.write(batch);
        }
        return pipeline.finish(file.end).summary.id;
    }
    UndoReport undo(ImportId import) { return undoFacts(database_, import, {}, {}); }
    QStringList dump() { return store::dumpFacts(database_); }
    store::Database& database() { return database_; }

private:
    QString copyOfEmpty() const {
        const QString path = folder_.filePath(u"shop.db"_qs);
        QFile::copy(emptyDatabase(), path);
        return path;
    }

    QTemporaryDir folder_;
    store::Database database_;
};

// The dump without one of the files: never imported, or taken back.
QStringList neverImported(const Files& files, size_t without) {
    ShopDatabase shop;
    for (size_t i = 0; i < files.size(); ++i) {
        if (i != without)
            shop.import(files[i], static_cast<int>(i));
    }
    return shop.dump();
}

QStringList takenBack(const Files& files, size_t without) {
    ShopDatabase shop;
    ImportId undone;
    for (size_t i = 0; i < files.size(); ++i) {
        const ImportId id = shop.import(files[i], static_cast<int>(i));
        if (i == without)
            undone = id;
    }
    shop.undo(undone);
    return shop.database().check() + shop.dump();
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

// Imports over few keys, so that they meet: a function of the seed.
class RandomShop {
public:
    explicit RandomShop(unsigned seed) : random_(seed) {}

    Files files() {
        Files all;
        const int count = 2 + pick(4);
        for (int i = 0; i < count; ++i) {
            File file;
            if (!all.empty() && pick(3) == 0)
                file = all[static_cast<size_t>(pick(static_cast<int>(all.size())))];
            else
                file.path = u"/file%1.csv"_qs.arg(pick(3));
            const int rows = pick(5);
            for (int row = 0; row < rows; ++row)
                file.records.push_back(record());
            all.push_back(file);
        }
        return all;
    }
    size_t oneOf(const Files& files) {
        return static_cast<size_t>(pick(static_cast<int>(files.size())));
    }

private:
    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    QString letter(int count) { return QChar(static_cast<char16_t>(u'a' + pick(count))); }

    PartyKeys somebody() {
        PartyKeys keys;
        if (pick(4) != 0)
            keys.email = letter(4) + u"@example.com"_qs;
        if (pick(3) == 0)
            keys.phone = u"+44 20 7946 001%1"_qs.arg(pick(3));
        if (pick(3) == 0)
            keys.name = letter(3).toUpper() + u" Example"_qs;
        return keys;
    }

    ImportedRecord record() {
        ImportedRecord record = ofSomeKind();
        if (pick(3) == 0)
            record.ownDate = at(u"2024-05-0%1"_qs.arg(1 + pick(4)));
        return record;
    }
    ImportedRecord ofSomeKind() {
        switch (pick(6)) {
            case 0:
            case 1: {
                ImportedRecord one = order(letter(3), pick(3), somebody());
                if (pick(3) == 0)
                    one.fields.set(Field::Status, u"cancelled"_qs);
                if (pick(4) == 0)
                    one.parties.push_back({PartyRole::Recipient, somebody()});
                return one;
            }
            case 2:
                return refund(letter(3), letter(4), pick(2));
            case 3:
                return shopsCustomer(letter(2), somebody());
            case 4: {
                ImportedRecord one =
                    mail(letter(3), letter(4) + u"@example.com"_qs, u"My kettle "_qs + letter(2));
                if (pick(2) == 0)
                    one.fields.set(Field::OrderKey, letter(3));
                return one;
            }
            default: {
                ImportedRecord one = refund(letter(2), letter(4));
                one.kind = pick(2) == 0 ? RecordKind::Shipment : RecordKind::Return;
                return one;
            }
        }
    }

    std::mt19937 random_;
};

}  // namespace

class ImportUndoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesWhatTheOthersSay_data() {
        QTest::addColumn<Files>("files");
        const auto row = [](const char* name, std::vector<ImportedRecord> a,
                            std::vector<ImportedRecord> b, std::vector<ImportedRecord> c) {
            QTest::newRow(name) << Files{{u"/a"_qs, a}, {u"/b"_qs, b}, {u"/c"_qs, c}};
        };
        const PartyKeys both = person(ada.email, phone);
        const PartyKeys bobsPhone = person(bob.email, phone);
        row("only B had it", {}, {order(u"1"_qs, 1, ada), mail(u"m"_qs, ada.email, u"kettle"_qs)},
            {});
        row("B wrote over A", {order(u"1"_qs, 1, ada)}, {order(u"1"_qs, 2, ada)}, {});
        row("C repeats B", {order(u"1"_qs, 1, ada)}, {order(u"1"_qs, 2, ada)},
            {order(u"1"_qs, 2, ada)});
        row("an order that A names", {refund(u"r"_qs, u"1"_qs)}, {order(u"1"_qs, 1, ada)}, {});
        row("an order that C names", {}, {order(u"1"_qs, 1, ada)}, {refund(u"r"_qs, u"1"_qs)});
        row("B's refund names an order that nobody has", {}, {refund(u"r"_qs, u"1"_qs)}, {});
        row("another buyer", {order(u"1"_qs, 1, ada), refund(u"r"_qs, u"1"_qs)},
            {order(u"1"_qs, 1, bob)}, {});
        row("B joined two", {order(u"1"_qs, 1, ada), order(u"2"_qs, 1, bobsPhone)},
            {order(u"3"_qs, 1, both)}, {});
        row("B's text", {mail(u"m"_qs, ada.email, u"old"_qs)},
            {mail(u"m"_qs, ada.email, u"new kettle"_qs)}, {});
        row("B's dated rows", {order(u"1"_qs, 1, ada, u"2024-05-01"_qs)},
            {order(u"1"_qs, 2, ada, u"2024-05-03"_qs)}, {order(u"1"_qs, 3, ada, u"2024-05-02"_qs)});
        row("B knew more", {order(u"1"_qs, 1, ada)},
            {order(u"1"_qs, 1, person(ada.email, phone, u"Ada Example"_qs))}, {});
        row("B named them", {shopsCustomer(u"7"_qs, ada)},
            {shopsCustomer(u"7"_qs, person(ada.email, phone, u"Ada Example"_qs))},
            {order(u"1"_qs, 1, bobsPhone)});
    }
    void leavesWhatTheOthersSay() {
        QFETCH(Files, files);
        QCOMPARE(difference(neverImported(files, 1), takenBack(files, 1)), QString());
    }

    void leavesWhatTheOthersSayWhateverTheyAre() {
        constexpr unsigned sequences = 200;
        for (unsigned seed = 1; seed <= sequences; ++seed) {
            RandomShop random(seed);
            const Files files = random.files();
            const size_t without = random.oneOf(files);
            const QString found =
                difference(neverImported(files, without), takenBack(files, without));
            QVERIFY2(found.isEmpty(), qPrintable(u"seed %1, without %2 of %3:%4"_qs.arg(seed)
                                                     .arg(without)
                                                     .arg(files.size())
                                                     .arg(found)));
        }
    }

    void twoBecomeThemselvesAgain() {
        ShopDatabase shop;
        const auto numberOf = [&](const QString& email) {
            for (const CustomerId id : store::CustomerReader(shop.database()).customerIds()) {
                if (store::CustomerReader(shop.database()).overview(id)->emails.contains(email))
                    return id;
            }
            return CustomerId();
        };
        shop.import({u"/a"_qs, {order(u"1"_qs, 1, ada)}}, 0);
        shop.import({u"/b"_qs, {order(u"2"_qs, 1, person(bob.email, phone))}}, 1);
        const CustomerId adas = numberOf(ada.email);
        const CustomerId bobs = numberOf(bob.email);
        const ImportId joining =
            shop.import({u"/c"_qs, {order(u"3"_qs, 1, person(ada.email, phone))}}, 2);
        QCOMPARE(numberOf(bob.email), adas);
        shop.undo(joining);
        QCOMPARE(numberOf(ada.email), adas);
        QCOMPARE(numberOf(bob.email), bobs);
    }

    void whoLeftMayComeBack() {
        ShopDatabase shop;
        shop.import(
            {u"/a"_qs, {order(u"1"_qs, 1, ada), order(u"1"_qs, 1, bob), order(u"2"_qs, 1, ada)}},
            0);
        QCOMPARE(store::CustomerReader(shop.database()).customerCount(), 2);
    }

    void allTakenBackIsNothing() {
        for (unsigned seed = 1; seed <= 20; ++seed) {
            ShopDatabase shop;
            std::vector<ImportId> imports;
            int day = 0;
            for (const File& file : RandomShop(seed).files())
                imports.push_back(shop.import(file, day++));
            for (const ImportId import : imports)
                shop.undo(import);
            QCOMPARE(shop.dump(), QStringList());
            QCOMPARE(store::partyCount(shop.database()), 0);
            QCOMPARE(store::CustomerReader(shop.database()).customerCount(), 0);
        }
    }

    void oneThatWasInterrupted() {
        ShopDatabase shop;
        shop.import({u"/a"_qs, {order(u"1"_qs, 1, ada)}}, 0);
        const QStringList before = shop.dump();
        const File half{u"/b"_qs, {order(u"1"_qs, 2, ada)}, u"main"_qs, ImportState::Interrupted};
        shop.undo(shop.import(half, 1));
        QCOMPARE(shop.dump(), before);
    }

    void importedAnewAfterwards() {
        ShopDatabase shop;
        const File file{u"/a"_qs, {order(u"1"_qs, 1, ada), refund(u"r"_qs, u"1"_qs)}};
        const ImportId first = shop.import(file, 0);
        const QStringList before = shop.dump();
        shop.undo(first);
        QVERIFY(shop.import(file, 0) != first);
        QCOMPARE(shop.dump(), before);
    }

    void saysWhatItCannotDo() {
        ShopDatabase shop;
        const ImportId import = shop.import({u"/a"_qs, {order(u"1"_qs, 1, ada)}}, 0);
        QVERIFY_EXCEPTION_THROWN(shop.undo(ImportId(99)), Failure);
        shop.undo(import);
        QVERIFY_EXCEPTION_THROWN(shop.undo(import), Failure);
    }
};

QTEST_GUILESS_MAIN(ImportUndoTest)
#include "import_undo_test.moc"
