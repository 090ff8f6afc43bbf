// SPDX-License-Identifier: GPL-3.0-or-later
// The queue comes back as it was derived, at the times that it says; and what people said of it
// holds whatever becomes of the records.
#include "models/store/queue_table.h"

#include "models/store/act_table.h"
#include "models/store/note_table.h"
#include "models/store/people_said.h"
#include "models/store/queue_word_table.h"
#include "tests/store/shop_fixture.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::store;

namespace {

const QString ada = u"ada@example.com"_qs;

QueueEntry entryOf(CustomerId customer, EventId event) {
    QueueEntry entry;
    entry.wait = {QueueKind::Promise, event, 1, {}};
    entry.customer = customer;
    entry.since = at("2024-05-03");
    entry.due = at("2024-05-04");
    entry.events = {event, EventId(77)};
    entry.lastWords = event;
    entry.topic = Topic::Late;
    entry.promise = PromiseKind::Refund;
    entry.phrase = u"we will refund you"_qs;
    entry.from = at("2024-05-03");
    entry.until = at("2024-06-01");
    entry.putOffUntil = at("2024-05-09");
    entry.putOffReason = u"the bank is closed"_qs;
    return entry;
}

}  // namespace

class QueueTableTest : public QObject {
    Q_OBJECT

private:
    struct Stored {
        Shop shop;
        CustomerId customer;
        EventId event;

        Stored() {
            event = shop.import({mail(u"m"_qs, "2024-05-03", u"Kettle"_qs, u"Where is it?"_qs)})
                        .front()
                        .event;
            customer = shop.customerOf(ada);
        }
        void save(CustomerQueue queue, std::optional<Instant> changesAt = {}) {
            QueueTable(shop.database())
                .save({{customer, std::move(queue), changesAt}}, at("2024-05-05"));
        }
        size_t rowsAt(const char* iso) { return QueueTable(shop.database()).rows(at(iso)).size(); }
        QueueWord say(std::optional<Instant> until) {
            QueueWord word{
                ActTable(shop.database())
                    .add(until ? ActKind::PutOff : ActKind::Finished, at("2024-05-04"), u"Kim"_qs)
                    .id,
                at("2024-05-04"),
                u"Kim"_qs,
                u"rang her"_qs,
                until,
                {{QueueKind::Reply, event, 0, {}}}};
            QueueWordTable(shop.database()).add(word);
            return word;
        }
        std::vector<QueueWord> said() {
            return PeopleSaidReader(shop.database()).of(customer).queueWords;
        }
    };

private Q_SLOTS:
    void entriesComeBack() {
        Stored stored;
        MoneyBag value;
        value += euro(12345);
        value += Money{-600, *Currency::fromCode(u"GBP")};
        const QueueEntry saved = entryOf(stored.customer, stored.event);
        stored.save({{saved}, value});
        auto rows = QueueTable(stored.shop.database()).rows(at("2024-05-05"));
        QCOMPARE(rows.size(), 1u);
        QueueTable(stored.shop.database()).describe(rows);
        const QueueEntry& entry = rows[0].entry;
        QCOMPARE(textOf(entry.wait), textOf(saved.wait));
        QCOMPARE(entry.customer, saved.customer);
        QCOMPARE(entry.since, saved.since);
        QCOMPARE(entry.due, saved.due);
        QCOMPARE(entry.events, saved.events);
        QCOMPARE(entry.topic, saved.topic);
        QCOMPARE(entry.promise, saved.promise);
        QCOMPARE(entry.phrase, saved.phrase);
        QCOMPARE(entry.from, saved.from);
        QCOMPARE(entry.until, saved.until);
        QCOMPARE(entry.putOffUntil, saved.putOffUntil);
        QCOMPARE(entry.putOffReason, saved.putOffReason);
        QCOMPARE(rows[0].value, value);
        QCOMPARE(rows[0].title, u"Kettle"_qs);
        QCOMPARE(rows[0].words, u"Where is it?"_qs);
    }

    void isThereFromThenUntilThen() {
        Stored stored;
        stored.save({{entryOf(stored.customer, stored.event)}, {}});
        QCOMPARE(stored.rowsAt("2024-05-02"), 0u);
        QCOMPARE(stored.rowsAt("2024-05-03"), 1u);
        QCOMPARE(stored.rowsAt("2024-06-01"), 0u);
    }

    void replacesWhatWasDerivedBefore() {
        Stored stored;
        stored.save({{entryOf(stored.customer, stored.event)}, {}});
        stored.save({});
        QCOMPARE(stored.rowsAt("2024-05-05"), 0u);
        QCOMPARE(stored.shop.count(u"queue_customer"_qs), 0);
    }

    void saysWhomLaterRecordsChange() {
        Stored stored;
        stored.save({{entryOf(stored.customer, stored.event)}, {}}, at("2024-05-08"));
        const QueueTable table(stored.shop.database());
        QVERIFY(table.changedBy(at("2024-05-07")).empty());
        QCOMPARE(stored.rowsAt("2024-05-07"), 1u);
        QCOMPARE(table.changedBy(at("2024-05-08")), std::vector{stored.customer});
        QCOMPARE(stored.rowsAt("2024-05-08"), 0u);
    }

    void knowsWhenItWasDerived() {
        Stored stored;
        stored.save({});
        QueueTable table(stored.shop.database());
        QCOMPARE(table.derivedAsOf(), at("2024-05-05"));
        table.save({}, at("2024-05-01"));
        QCOMPARE(table.derivedAsOf(), at("2024-05-05"));
    }

    void wordsComeBack() {
        Stored stored;
        const QueueWord saved = stored.say(at("2024-05-09"));
        const auto words = stored.said();
        QCOMPARE(words.size(), 1u);
        QCOMPARE(words[0].act, saved.act);
        QCOMPARE(words[0].at, saved.at);
        QCOMPARE(words[0].by, saved.by);
        QCOMPARE(words[0].reason, saved.reason);
        QCOMPARE(words[0].until, saved.until);
        QVERIFY(words[0].meant == saved.meant);
        QCOMPARE(QueueWordTable(stored.shop.database()).customersOf(saved.act),
                 std::vector{stored.customer});
    }

    void anUndoneWordIsNotSaid() {
        Stored stored;
        const QueueWord word = stored.say({});
        ActTable(stored.shop.database()).setState(word.act, ActState::Undone);
        QVERIFY(stored.said().empty());
        QCOMPARE(QueueWordTable(stored.shop.database()).wordOf(word.act)->reason, word.reason);
    }

    void outlivesItsRecord() {
        Stored stored;
        const QueueWord word = stored.say({});
        Statement(stored.shop.database(), "UPDATE record SET id = 9999 WHERE id = :id")
            .run(stored.event);
        QCOMPARE(stored.said().at(0).meant.at(0).event, EventId(9999));
        Statement(stored.shop.database(), "DELETE FROM record WHERE id = 9999").run();
        QVERIFY(stored.said().empty());
        QVERIFY(QueueWordTable(stored.shop.database()).wordOf(word.act)->meant.empty());
    }

    void aNotedPromiseIsItsNotes() {
        Stored stored;
        Database& database = stored.shop.database();
        ActTable acts(database);
        const ActId noted = acts.add(ActKind::Promised, at("2024-05-04"), {}).id;
        const auto content = CustomerReader(database).parties(stored.customer).front().content;
        NoteTable(database).add(noted, content, {{}, {}, {}, u"call"_qs, {}, at("2024-05-06")});
        const ActId done = acts.add(ActKind::Finished, at("2024-05-05"), {}).id;
        const WaitName name{QueueKind::Promise, {}, 0, noted};
        QueueWordTable(database).add({done, {}, {}, u"rang"_qs, {}, {name}});
        QVERIFY(stored.said().at(0).meant == std::vector{name});
    }
};

QTEST_APPLESS_MAIN(QueueTableTest)
#include "queue_table_test.moc"
