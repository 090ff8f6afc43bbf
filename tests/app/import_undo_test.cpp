// SPDX-License-Identifier: GPL-3.0-or-later
// After imports A, B and C, taking B back leaves exactly what importing A and C gives.
#include "models/domain/failure.h"
#include "models/store/customer_reader.h"
#include "tests/app/imported_shop.h"
#include "tests/store/fact_dump.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::app;

namespace {

const PartyKeys ada = person(u"ada@example.com"_qs);
const PartyKeys bob = person(u"bob@example.com"_qs);
const QString phone = u"+44 20 7946 0018"_qs;

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
