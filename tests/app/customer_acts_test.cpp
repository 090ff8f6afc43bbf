// SPDX-License-Identifier: GPL-3.0-or-later
// What people do about who is who: it holds against whatever comes, and can be taken back.
#include "app/customer_acts.h"

#include "app/import_lock.h"
#include "app/merge_preview.h"
#include "app/party_linking.h"
#include "app/shop_refresh.h"
#include "models/domain/failure.h"
#include "models/scoring/score_customer.h"
#include "models/store/customer_reader.h"
#include "models/store/customer_search.h"
#include "models/store/decision_table.h"
#include "models/store/derived_tables.h"
#include "tests/app/imported_shop.h"
#include "tests/store/fact_dump.h"

#include <QTest>

#include <algorithm>

using namespace goodfaith;
using namespace goodfaith::app;

namespace {

const PartyKeys ada = person(u"ada@example.com"_qs, {}, u"Ada Lindqvist"_qs);
const PartyKeys bob = person(u"bob@example.com"_qs, {}, u"Bob Marlow"_qs);
const QString phone = u"+442079460018"_qs;

// Records of people who share phones, addresses and names in every way: a function of the seed.
class Crowd {
public:
    explicit Crowd(unsigned seed) : random_(seed) {}

    std::vector<ImportedRecord> records(int count) {
        std::vector<ImportedRecord> all;
        for (int i = 0; i < count; ++i)
            all.push_back(record());
        return all;
    }
    size_t pick(size_t below) { return random_() % below; }
    template <class Values>
    void shuffle(Values& values) {
        std::shuffle(values.begin(), values.end(), random_);
    }
    // One after the other, of one to all rows at once.
    std::vector<ImportId> importInto(ShopDatabase& shop, const Files& files) {
        std::vector<ImportId> imports;
        for (const File& file : files)
            imports.push_back(shop.import(file, 0, 1 + pick(file.records.size() + 1)));
        return imports;
    }

private:
    QString oneOf(const QStringList& list) {
        return list[static_cast<qsizetype>(pick(static_cast<size_t>(list.size())))];
    }
    PartyKeys somebody() {
        static const QStringList names{u"Ada Lindqvist"_qs, u"A. Lindqvist"_qs, u"Bob Lindqvist"_qs,
                                       u"Cy Marlow"_qs,     u"Dee Novak"_qs,    u"Eve Okafor"_qs};
        PartyKeys keys;
        if (pick(4) != 0)
            keys.email = oneOf({u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs, u"e"_qs, u"f"_qs, u"g"_qs}) +
                         u"@example.com"_qs;
        if (pick(2) == 0)
            keys.phone = u"+44 20 7946 001"_qs + QString::number(pick(4));
        if (pick(3) == 0)
            keys.shopNumber = QString::number(1 + pick(4));
        if (pick(4) != 0)
            keys.name = oneOf(names);
        return keys;
    }
    ImportedRecord record() {
        const QString key = QString::number(++last_);
        const PartyKeys keys = somebody();
        if (pick(3) != 0 || keys.email.isEmpty())
            return order(key, 100 + last_, keys);
        return mail(key, keys.email, u"My kettle is broken"_qs);
    }

    std::mt19937 random_;
    int last_ = 0;
};

// The same rows in other files, of the same sources, and in another order.
Files dealtAnew(const Files& files, Crowd& crowd) {
    Files dealt;
    for (const File& file : files) {
        std::vector<ImportedRecord> rows = file.records;
        crowd.shuffle(rows);
        const size_t middle = crowd.pick(rows.size() + 1);
        const auto at = rows.begin() + static_cast<std::ptrdiff_t>(middle);
        dealt.push_back({file.path + u"1"_qs, {rows.begin(), at}, file.source});
        dealt.push_back({file.path + u"2"_qs, {at, rows.end()}, file.source});
    }
    crowd.shuffle(dealt);
    return dealt;
}

Files filesOf(Crowd& crowd) {
    return {{u"/a"_qs, crowd.records(6), u"main"_qs},
            {u"/b"_qs, crowd.records(6), u"other"_qs},
            {u"/c"_qs, crowd.records(6), u"main"_qs}};
}

// Who is one customer with whom, without numbers.
QStringList partition(ShopDatabase& shop) {
    QStringList lines;
    for (const QString& line : shop.dump()) {
        if (line.startsWith(u"customer "))
            lines << line;
    }
    return lines;
}

QStringList everything(ShopDatabase& shop) {
    return shop.database().check() + shop.dump() + store::dumpCustomers(shop.database());
}

CustomerActs acts(ShopDatabase& shop) {
    return {shop.database(), u"Kim"_qs, at(u"2024-07-01"_qs)};
}

std::vector<CustomerId> customersOf(ShopDatabase& shop) {
    return store::CustomerReader(shop.database()).customerIds();
}

CustomerId whoHas(ShopDatabase& shop, const QString& email) {
    const auto found =
        store::CustomerSearch(shop.database()).byKey({NormalisedKey::Kind::Email, email}, 2);
    return found.size() == 1 ? found.front().customer : CustomerId();
}

// An act of a random kind; nothing where it was refused.
bool actSomehow(ShopDatabase& shop, Crowd& crowd) {
    const auto customers = customersOf(shop);
    const CustomerId a = customers[crowd.pick(customers.size())];
    const CustomerId b = customers[crowd.pick(customers.size())];
    const auto parties = store::CustomerReader(shop.database()).parties(a);
    const PartyOverview& party = parties[crowd.pick(parties.size())];
    try {
        switch (crowd.pick(5)) {
            case 0:
            case 1:
                acts(shop).merge(a, b);
                break;
            case 2:
                acts(shop).keepApart(a, b);
                break;
            case 3: {
                const auto rows =
                    store::CustomerReader(shop.database()).timeline(a, {}, std::nullopt, 50);
                acts(shop).moveEvent(rows[crowd.pick(rows.size())].id, b);
                break;
            }
            default:
                acts(shop).split(a, party.keys.empty() || crowd.pick(3) == 0
                                        ? u"party:"_qs + QString::number(party.party.value())
                                        : party.keys[crowd.pick(party.keys.size())].key.value);
        }
    } catch (const Failure&) {
        return false;
    }
    return true;
}

QString sentenceOf(const std::function<void()>& act) {
    try {
        act();
    } catch (const Failure& failure) {
        return failure.message();
    }
    return {};
}

}  // namespace

class CustomerActsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void orderMakesNoDifference() {
        for (unsigned seed = 1; seed <= 20; ++seed) {
            Crowd crowd(seed);
            const Files files = filesOf(crowd);
            ShopDatabase one, other;
            crowd.importInto(one, files);
            crowd.importInto(other, dealtAnew(files, crowd));
            const QString found = difference(partition(one), partition(other));
            QVERIFY2(found.isEmpty(), qPrintable(u"seed %1:%2"_qs.arg(seed).arg(found)));
        }
    }

    void linkingAnewChangesNothing() {
        for (unsigned seed = 1; seed <= 12; ++seed) {
            Crowd crowd(seed);
            ShopDatabase shop;
            const auto imports = crowd.importInto(shop, filesOf(crowd));
            for (int i = 0; i < 4; ++i)
                actSomehow(shop, crowd);
            shop.undo(imports[crowd.pick(imports.size())]);
            const QStringList before = everything(shop);
            {
                store::Transaction transaction(shop.database());
                const LinkingResult result = PartyLinking(shop.database()).relinkEverybody();
                QVERIFY(result.changed.empty() && result.gone.empty() && result.created.empty());
                store::PartyLinks(shop.database()).setRules(0);
                transaction.commit();
            }
            keepLinksByTheRules(shop.database());
            const QString found = difference(before, everything(shop));
            QVERIFY2(found.isEmpty(), qPrintable(u"seed %1:%2"_qs.arg(seed).arg(found)));
        }
    }

    void whatIsDoneCanBeTakenBackAndDoneAgain() {
        for (unsigned seed = 1; seed <= 20; ++seed) {
            Crowd crowd(seed);
            ShopDatabase shop;
            crowd.importInto(shop, filesOf(crowd));
            std::vector<QStringList> states{everything(shop)};
            size_t now = 0;
            for (int step = 0; step < 16; ++step) {
                const size_t what = crowd.pick(4);
                if (what == 0 && now > 0) {
                    acts(shop).undo();
                    --now;
                } else if (what == 1 && now + 1 < states.size()) {
                    acts(shop).redo();
                    ++now;
                } else if (actSomehow(shop, crowd)) {
                    states.resize(++now);
                    states.push_back(everything(shop));
                }
                const QString found = difference(states[now], everything(shop));
                QVERIFY2(found.isEmpty(),
                         qPrintable(u"seed %1, step %2:%3"_qs.arg(seed).arg(step).arg(found)));
            }
        }
    }

    void splitThenMergeIsAsBefore() {
        int made = 0;
        for (unsigned seed = 1; seed <= 20; ++seed) {
            Crowd crowd(seed);
            ShopDatabase shop;
            crowd.importInto(shop, filesOf(crowd));
            const auto customers = customersOf(shop);
            const CustomerId whole = customers[crowd.pick(customers.size())];
            const auto parties = store::CustomerReader(shop.database()).parties(whole);
            if (parties.size() < 2)
                continue;
            const QStringList before = partition(shop);
            const ActNotice split = acts(shop).split(
                whole, u"party:"_qs + QString::number(parties.back().party.value()));
            QVERIFY(partition(shop) != before);
            // What fell apart further by the way is joined again piece by piece.
            for (const CustomerId piece : split.changed) {
                const CustomerId first =
                    *store::CustomerSearch(shop.database()).byNumber(whole.value());
                const auto now = store::CustomerSearch(shop.database()).byNumber(piece.value());
                if (now && *now != first)
                    acts(shop).merge(first, *now);
            }
            const QString found = difference(before, partition(shop));
            QVERIFY2(found.isEmpty(), qPrintable(u"seed %1:%2"_qs.arg(seed).arg(found)));
            ++made;
        }
        QVERIFY(made > 8);
    }

    void nothingRejoinsWhatAPersonSplit() {
        int made = 0;
        for (unsigned seed = 1; seed <= 20; ++seed) {
            Crowd crowd(seed);
            ShopDatabase shop;
            const Files files = filesOf(crowd);
            auto imports = crowd.importInto(shop, files);
            const auto customers = customersOf(shop);
            const CustomerId whole = customers[crowd.pick(customers.size())];
            const auto parties = store::CustomerReader(shop.database()).parties(whole);
            if (parties.size() < 2)
                continue;
            acts(shop).split(whole, u"party:"_qs + QString::number(parties.back().party.value()));
            const QByteArray alone = parties.back().content;
            const auto isApart = [&] {
                const store::CustomerReader reader(shop.database());
                const CustomerId own = reader.customerOf({alone});
                return own.isNone() ||
                       std::all_of(parties.begin(), parties.end() - 1, [&](const auto& other) {
                           return reader.customerOf({other.content}) != own;
                       });
            };
            QVERIFY(isApart());
            crowd.importInto(shop, files);
            QVERIFY2(isApart(), "the same rows again");
            crowd.importInto(shop, {{u"/d"_qs, crowd.records(8)}});
            QVERIFY2(isApart(), "other rows of the same people");
            for (const ImportId import : imports)
                shop.undo(import);
            crowd.importInto(shop, dealtAnew(files, crowd));
            QVERIFY2(isApart(), "all taken back and imported anew");
            ++made;
        }
        QVERIFY(made > 8);
    }

    void refreshesExactlyThoseConcerned() {
        for (unsigned seed = 1; seed <= 4; ++seed) {
            Crowd crowd(seed);
            ShopDatabase shop;
            crowd.importInto(shop, filesOf(crowd));
            refreshIfStale(shop.database(), at(u"2024-07-01"_qs), {}, {});
            for (int i = 0; i < 5; ++i)
                actSomehow(shop, crowd);
            store::DerivedTables derived(shop.database());
            QCOMPARE(derived.scoredRevision(scoring::scoringVersion), derived.factsRevision());
            const QStringList refreshed = store::dumpDerived(shop.database());
            QVERIFY(!refreshed.isEmpty());
            store::Transaction transaction(shop.database());
            derived.advanceFactsRevision();
            transaction.commit();
            refreshIfStale(shop.database(), at(u"2024-07-01"_qs), {}, {});
            QCOMPARE(difference(store::dumpDerived(shop.database()), refreshed), QString());
        }
    }

    void aSwitchboardJoinsNobodyWhileItIsOne() {
        ShopDatabase shop;
        const auto calls = [](const QString& email, const QString& name) {
            return person(email, phone, name);
        };
        shop.import({u"/a"_qs,
                     {order(u"1"_qs, 1, calls(u"ada@example.com"_qs, u"Ada Lindqvist"_qs)),
                      order(u"2"_qs, 1, calls(u"a.l@example.com"_qs, u"A. Lindqvist"_qs))}},
                    0);
        QCOMPARE(customersOf(shop).size(), size_t{1});
        const QStringList before = store::dumpCustomers(shop.database());
        const ImportId many =
            shop.import({u"/b"_qs,
                         {order(u"3"_qs, 1, calls(u"b@example.com"_qs, u"Bob Marlow"_qs)),
                          order(u"4"_qs, 1, calls(u"c@example.com"_qs, u"Cy Novak"_qs)),
                          order(u"5"_qs, 1, calls(u"d@example.com"_qs, u"Dee Okafor"_qs))}},
                        1);
        QCOMPARE(customersOf(shop).size(), size_t{5});
        QVERIFY(whoHas(shop, u"ada@example.com"_qs) != whoHas(shop, u"a.l@example.com"_qs));
        shop.undo(many);
        QCOMPARE(difference(before, store::dumpCustomers(shop.database())), QString());
    }

    void aMoveHoldsInWhateverOrderThingsCome() {
        const File adas{u"/a"_qs, {order(u"1"_qs, 1, ada), refund(u"r"_qs, u"1"_qs)}};
        const File bobs{u"/b"_qs, {order(u"2"_qs, 1, bob)}};
        ShopDatabase shop;
        std::vector<ImportId> imports{shop.import(adas, 0), shop.import(bobs, 1)};
        const QStringList apart = everything(shop);
        const auto rowsOf = [&](const PartyKeys& who) {
            const store::CustomerReader reader(shop.database());
            return reader.timeline(whoHas(shop, who.email), {}, std::nullopt, 10);
        };
        const auto orderOf = [&] { return rowsOf(ada).back().id; };
        const CustomerId adasNumber = whoHas(shop, ada.email);
        acts(shop).moveEvent(orderOf(), whoHas(shop, bob.email));
        QCOMPARE(rowsOf(bob).size(), size_t{3});  // the refund follows its order
        QCOMPARE(customersOf(shop).size(), size_t{1});
        const QStringList moved = partition(shop);
        for (const ImportId import : imports)
            shop.undo(import);
        QCOMPARE(customersOf(shop).size(), size_t{0});
        shop.import(adas, 2);
        QCOMPARE(rowsOf(ada).size(), size_t{2});  // nothing is known of Bob
        shop.import(bobs, 3);
        QCOMPARE(partition(shop), moved);
        QCOMPARE(rowsOf(bob).size(), size_t{3});
        acts(shop).undo();
        QCOMPARE(rowsOf(ada).size(), size_t{2});
        QVERIFY(whoHas(shop, ada.email) != adasNumber);  // nobody was left to keep it
        QCOMPARE(apart.filter(u"belongs"_qs), everything(shop).filter(u"belongs"_qs));
    }

    void saysWhatWasDone() {
        ShopDatabase shop;
        shop.import({u"/a"_qs, {order(u"1"_qs, 1, ada), order(u"2"_qs, 1, bob)}}, 0);
        const CustomerId one = whoHas(shop, ada.email);
        const CustomerId two = whoHas(shop, bob.email);
        QCOMPARE(acts(shop).merge(one, two).sentence,
                 u"Joined Ada Lindqvist (1) and Bob Marlow (2)."_qs);
        QCOMPARE(acts(shop).undo().sentence,
                 u"Undone: joining Ada Lindqvist (1) and Bob Marlow (2)."_qs);
        QCOMPARE(acts(shop).redo().sentence,
                 u"Done again: joining Ada Lindqvist (1) and Bob Marlow (2)."_qs);
        QCOMPARE(acts(shop).split(one, u" BOB@example.com"_qs).sentence,
                 u"Split Bob Marlow (2) off from Ada Lindqvist (1)."_qs);
        QCOMPARE(acts(shop).keepApart(one, two).sentence,
                 u"Ada Lindqvist (1) and Bob Marlow (2) stay two customers."_qs);
        const ActNotice moved = acts(shop).moveEvent(EventId(1), two);
        QCOMPARE(moved.sentence, u"Moved order 1 to Bob Marlow (2)."_qs);
        QCOMPARE(moved.gone, std::vector{one});
        QCOMPARE(moved.changed, std::vector{two});
        QCOMPARE(moved.act.by, u"Kim"_qs);
    }

    void refusesInPlainWords() {
        ShopDatabase shop;
        shop.import({u"/a"_qs, {order(u"1"_qs, 1, ada), order(u"2"_qs, 1, bob)}}, 0);
        const CustomerId one = whoHas(shop, ada.email);
        const QStringList before = everything(shop);
        QCOMPARE(sentenceOf([&] { acts(shop).merge(one, one); }),
                 u"Both are Ada Lindqvist (1) already."_qs);
        QCOMPARE(sentenceOf([&] { acts(shop).merge(one, CustomerId(9)); }),
                 u"There is no customer 9."_qs);
        QVERIFY(sentenceOf([&] { acts(shop).split(one, ada.email); }).contains(u"nobody would be"));
        QCOMPARE(sentenceOf([&] { acts(shop).split(one, u"eve@example.com"_qs); }),
                 u"Ada Lindqvist (1) has no \"eve@example.com\". There is: ada@example.com, "
                 "party:1."_qs);
        QVERIFY(sentenceOf([&] { acts(shop).undo(); }).contains(u"nothing to undo"));
        QVERIFY(sentenceOf([&] { acts(shop).redo(); }).contains(u"nothing to do again"));
        QVERIFY(sentenceOf([&] { acts(shop).moveEvent(EventId(1), one); }).contains(u"already"));
        QVERIFY(sentenceOf([&] { acts(shop).moveEvent(EventId(99), one); }).contains(u"no event"));
        const ImportLock lock(shop.database().path());
        QVERIFY(sentenceOf([&] { acts(shop).merge(one, CustomerId(2)); }).contains(u"import"));
        QCOMPARE(everything(shop), before);
    }

    void previewsBothSides() {
        ShopDatabase shop;
        PartyKeys adas = ada, bobs = bob;
        adas.shopNumber = u"7"_qs;
        bobs.shopNumber = u"8"_qs;
        shop.import({u"/a"_qs, {order(u"1"_qs, 1, adas), order(u"2"_qs, 1, bobs)}}, 0);
        const CustomerId one = whoHas(shop, ada.email);
        const CustomerId two = whoHas(shop, bob.email);
        acts(shop).keepApart(one, two);
        const MergePreview preview = previewMerge(shop.database(), one, two);
        QCOMPARE(preview.sides[1].customer.name, bob.name);
        QCOMPARE(preview.sides[1].parties.size(), size_t{1});
        QCOMPARE(preview.sides[1].counts.at(RecordKind::Order), 1);
        QCOMPARE(preview.conflicts.size(), 3);
    }

    void whoIsDismissedOrKeptApartIsKnown() {
        ShopDatabase shop;
        shop.import({u"/a"_qs, {order(u"1"_qs, 1, ada), order(u"2"_qs, 1, bob)}}, 0);
        const CustomerId one = whoHas(shop, ada.email);
        const CustomerId two = whoHas(shop, bob.email);
        acts(shop).dismiss(one, two);
        QVERIFY(store::DecisionTable(shop.database()).areDismissed(two, one));
        QVERIFY(!store::DecisionTable(shop.database()).areApart(one, two));
        acts(shop).keepApart(one, two);
        QVERIFY(store::DecisionTable(shop.database()).areApart(two, one));
        acts(shop).undo();
        acts(shop).undo();
        QVERIFY(!store::DecisionTable(shop.database()).areApart(one, two));
        QVERIFY(!store::DecisionTable(shop.database()).areDismissed(one, two));
    }
};

QTEST_GUILESS_MAIN(CustomerActsTest)
#include "customer_acts_test.moc"
