// SPDX-License-Identifier: GPL-3.0-or-later
// Timelines, facts, overviews and search: what was written is what comes back.
#include "models/store/derived_tables.h"
#include "models/store/facts_reader.h"
#include "models/store/founder_table.h"
#include "tests/store/shop_fixture.h"

#include <QTest>

#include <stdexcept>

using namespace goodfaith;
using namespace goodfaith::store;

namespace {

const QString ada = u"ada@example.com"_qs;

std::vector<WritableRecord> everyKind() {
    const QString one = u"1042"_qs;
    WritableRecord call = record(RecordKind::Call, u"c"_qs,
                                 {{Field::At, at("2024-05-06T10:00:00Z")},
                                  {Field::Disposition, u"abandoned"_qs},
                                  {Field::WaitSeconds, qint64(360)},
                                  {Field::Queue, u"support"_qs},
                                  {Field::Notes, u"hung up twice"_qs}},
                                 {party(PartyRole::Caller, ada)}, 0);
    call.direction = Direction::Inbound;
    return {
        order(one, "2024-05-01T10:00:00Z", 1999),
        record(RecordKind::OrderItem, u"1042:1"_qs,
               {{Field::OrderKey, one},
                {Field::Sku, u"K1"_qs},
                {Field::Title, u"Kettle"_qs},
                {Field::Quantity, 2.0},
                {Field::UnitPrice, euro(999)}}),
        record(RecordKind::Payment, u"p"_qs,
               {{Field::At, at("2024-05-01T10:05:00Z")},
                {Field::OrderKey, one},
                {Field::Amount, euro(1999)},
                {Field::Status, u"captured"_qs}}),
        record(RecordKind::Refund, u"r"_qs,
               {{Field::At, at("2024-05-10T00:00:00Z")},
                {Field::OrderKey, one},
                {Field::Amount, euro(500)},
                {Field::RefundKind, u"store credit"_qs},
                {Field::Reason, u"scratched"_qs}}),
        record(RecordKind::Return, u"rma"_qs,
               {{Field::RequestedAt, at("2024-05-07T00:00:00Z")},
                {Field::ReceivedAt, at("2024-05-09T00:00:00Z")},
                {Field::OrderKey, one},
                {Field::Condition, u"Wrong-Item"_qs},
                {Field::Fault, u"ours"_qs}}),
        record(RecordKind::Shipment, u"s"_qs,
               {{Field::ShippedAt, at("2024-05-02T00:00:00Z")},
                {Field::OrderKey, one},
                {Field::DeliveredAt, at("2024-05-05T00:00:00Z")},
                {Field::Tracking, u"TRK9"_qs},
                {Field::Proof, u"signature"_qs}}),
        mail(u"m"_qs, "2024-05-08T00:00:00Z", u"Scratched kettle"_qs,
             u"Grüße, the LID is scratched. 50% \"broken\"!"_qs),
        call,
        record(RecordKind::Visit, u"v"_qs,
               {{Field::At, at("2024-04-01T00:00:00Z")}, {Field::Page, u"/kettles"_qs}},
               {party(PartyRole::Contact, ada)}, 0),
        record(RecordKind::Payment, u"undated"_qs,
               {{Field::OrderKey, one}, {Field::Amount, euro(1)}}),
        record(RecordKind::ContactForm, u"f"_qs,
               {{Field::At, at("2024-05-11T00:00:00Z")},
                {Field::Topic, u"Refund"_qs},
                {Field::Text, u"How long will it take?"_qs}},
               {party(PartyRole::Sender, ada, u"Ada Example"_qs)}, 0),
    };
}

}  // namespace

class CustomerReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        shop_ = std::make_unique<Shop>();
        shop_->import(everyKind());
        id_ = shop_->customerOf(ada);
        QVERIFY(!id_.isNone());
    }

    void factsOfEachKind() {
        const CustomerFacts facts = shop_->factsOf(ada);
        QCOMPARE(facts.name, u"Ada Example"_qs);
        const EventId owner = facts.orders.at(0).id;
        QCOMPARE(facts.orders[0].items.size(), 1u);
        QCOMPARE(facts.orders[0].items[0].title, u"Kettle"_qs);
        QCOMPARE(facts.orders[0].items[0].quantity, 2.0);
        QVERIFY(facts.orders[0].items[0].unitPrice == euro(999));
        QCOMPARE(facts.payments.size(), 2u);
        QVERIFY(facts.payments[0].at == at("2024-05-01T10:00:00Z"));  // dated by its order
        QCOMPARE(facts.payments[1].status, u"captured"_qs);
        QCOMPARE(facts.refunds.at(0).kind, RefundKind::StoreCredit);
        QCOMPARE(facts.refunds[0].order, owner);
        QVERIFY(facts.refunds[0].amount == euro(500));
        QCOMPARE(facts.returns.at(0).condition, ReturnCondition::WrongItem);
        QCOMPARE(facts.returns[0].fault, ReturnFault::Ours);
        QVERIFY(facts.returns[0].requestedAt == at("2024-05-07T00:00:00Z"));
        QVERIFY(facts.returns[0].receivedAt == at("2024-05-09T00:00:00Z"));
        QCOMPARE(facts.shipments.at(0).status, ShipmentStatus::Delivered);
        QCOMPARE(facts.shipments[0].proof, DeliveryProof::Signature);
        QVERIFY(!facts.shipments[0].promisedAt);
        QCOMPARE(facts.messages.size(), 2u);
        QCOMPARE(facts.messages[0].mailbox, u"help@shop.example"_qs);
        QCOMPARE(facts.messages[0].channel, u"email"_qs);
        QCOMPARE(facts.messages[0].direction, Direction::Inbound);
        QCOMPARE(facts.messages[1].channel, u"contact_form"_qs);
        QCOMPARE(facts.calls.at(0).disposition, CallDisposition::Abandoned);
        QVERIFY(facts.calls[0].wait == Duration(std::chrono::minutes(6)));
        QVERIFY(!facts.calls[0].talk);
        QCOMPARE(facts.calls[0].notes, u"hung up twice"_qs);
        QCOMPARE(facts.visits, 1);
    }

    void eachKindHasItsMeaning_data() {
        QTest::addColumn<RecordKind>("kind");
        QTest::addColumn<WritableRecord>("written");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("snippet");
        const auto row = [](const char* name, RecordKind kind, FieldList fields, const char* title,
                            const char* snippet) {
            WritableRecord written =
                record(kind, u"k"_qs, fields, {party(PartyRole::Sender, ada)}, 0);
            written.record.fields.set(Field::At, at("2024-05-01T10:00:00Z"));
            QTest::newRow(name) << kind << written << QString::fromUtf8(title)
                                << QString::fromUtf8(snippet);
        };
        const QString words = u"Very slow"_qs;
        row("payment", RecordKind::Payment, {{Field::Amount, euro(5)}, {Field::Method, u"card"_qs}},
            "Payment, card", "");
        row("failed payment", RecordKind::Payment,
            {{Field::Amount, euro(5)}, {Field::Status, u"Failed"_qs}}, "Payment failed", "");
        row("chat", RecordKind::Chat,
            {{Field::Text, words},
             {Field::Agent, u"Tom"_qs},
             {Field::EndedAt, at("2024-05-01T10:12:00Z")}},
            "Chat with Tom, 12 min", "Very slow");
        row("chat of nobody", RecordKind::Chat, {{Field::Text, words}}, "Chat", "Very slow");
        row("survey", RecordKind::Survey,
            {{Field::Score, 7.0}, {Field::Scale, 10.0}, {Field::Text, words}}, "Survey: 7 of 10",
            "Very slow");
        row("review", RecordKind::Review,
            {{Field::Score, 2.0},
             {Field::Scale, 5.0},
             {Field::Site, u"Stars"_qs},
             {Field::Text, words}},
            "Review: 2 of 5, Stars", "Very slow");
        row("review without a score", RecordKind::Review,
            {{Field::Site, u"Stars"_qs}, {Field::Text, words}}, "Review: Stars", "Very slow");
        row("visit", RecordKind::Visit,
            {{Field::Page, u"/kettles"_qs}, {Field::Referrer, u"search.example"_qs}},
            "Visit: /kettles", "from search.example");
    }
    void eachKindHasItsMeaning() {
        QFETCH(RecordKind, kind);
        QFETCH(WritableRecord, written);
        QFETCH(QString, snippet);
        Shop shop;
        shop.import({written});
        const CustomerReader reader(shop.database());
        const auto rows = reader.timeline(shop.customerOf(ada), {}, std::nullopt, 10);
        QCOMPARE(rows.size(), 1u);
        QCOMPARE(rows[0].kind, kind);
        QTEST(rows[0].title, "title");
        QCOMPARE(rows[0].snippet, snippet);
        TimelineFilter slow;
        slow.words = u"slow"_qs;
        const bool hasWords = snippet == u"Very slow";
        QCOMPARE(reader.timeline(shop.customerOf(ada), slow, std::nullopt, 10).size(),
                 hasWords ? 1u : 0u);
        QCOMPARE(reader.eventText(rows[0].id), hasWords ? u"Very slow"_qs : QString());
    }

    void aChatIsAMessageWithItsReply() {
        Shop shop;
        shop.import({record(RecordKind::Chat, u"c"_qs,
                            {{Field::At, at("2024-05-01T10:00:00Z")},
                             {Field::FirstReplyAt, at("2024-05-01T10:02:00Z")},
                             {Field::Agent, u"Tom"_qs},
                             {Field::Text, u"Ada: Hello? Tom: Hello!"_qs}},
                            {party(PartyRole::Sender, ada)}, 0)});
        const CustomerFacts facts = shop.factsOf(ada);
        QCOMPARE(facts.messages.size(), 1u);
        QCOMPARE(facts.messages[0].channel, u"chat"_qs);
        QCOMPARE(facts.messages[0].direction, Direction::Inbound);
        QCOMPARE(facts.messages[0].agent, u"Tom"_qs);
        QVERIFY(facts.messages[0].firstReplyAt == at("2024-05-01T10:02:00Z"));
        QCOMPARE(DerivedTables(shop.database()).unread(1, 10).size(), 1u);
    }

    void everybodysFactsAreTheSame() {
        std::vector<CustomerFacts> all;
        CustomerReader(shop_->database())
            .forEachFacts(at("2024-07-01"),
                          [&](const CustomerFacts& facts) { all.push_back(facts); });
        QCOMPARE(all.size(), 1u);
        QCOMPARE(all[0].messages.size(), 2u);
        QCOMPARE(all[0].shipments.size(), 1u);
        QCOMPARE(all[0].name, u"Ada Example"_qs);
    }

    void factsAreReadAsOftenAsWanted() {
        FactsReader reader(shop_->database(), at("2024-07-01"));
        const auto leave = [](const CustomerFacts&) { throw std::runtime_error("enough"); };
        QVERIFY_EXCEPTION_THROWN(reader.read({}, leave), std::runtime_error);
        QString read;
        for (const CustomerRange range : {CustomerRange(id_), CustomerRange(CustomerId(99))})
            reader.read(range, [&](const CustomerFacts& facts) { read += facts.name + u';'; });
        QCOMPARE(read, u"Ada Example;"_qs);
    }

    void names_data() {
        QTest::addColumn<QString>("earlier");
        QTest::addColumn<QString>("later");
        QTest::addColumn<QString>("shown");
        QTest::newRow("the later one")
            << u"Ada Byron"_qs << u"Ada Lovelace"_qs << u"Ada Lovelace"_qs;
        QTest::newRow("full before later") << u"Ada Lovelace"_qs << u"Ada"_qs << u"Ada Lovelace"_qs;
        QTest::newRow("full and later") << u"Ada"_qs << u"Ada Lovelace"_qs << u"Ada Lovelace"_qs;
        QTest::newRow("the later part") << u"Ada"_qs << u"Lady"_qs << u"Lady"_qs;
        QTest::newRow("the only one") << u""_qs << u"Ada"_qs << u"Ada"_qs;
    }
    void names() {
        QFETCH(QString, earlier);
        QFETCH(QString, later);
        Shop shop;
        const auto visit = [](const QString& key, const char* day, const QString& name) {
            return record(RecordKind::Visit, key, {{Field::At, at(day)}},
                          {party(PartyRole::Contact, ada, name)}, 0);
        };
        shop.import({visit(u"1"_qs, "2024-04-01", earlier), visit(u"2"_qs, "2024-04-02", later)});
        QTEST(shop.factsOf(ada).name, "shown");
    }

    void statusWords_data() {
        QTest::addColumn<QString>("word");
        QTest::addColumn<OrderStatus>("status");
        QTest::newRow("paid") << u"paid"_qs << OrderStatus::Placed;
        QTest::newRow("none") << u""_qs << OrderStatus::Placed;
        QTest::newRow("canceled") << u"Canceled"_qs << OrderStatus::Cancelled;
        QTest::newRow("voided") << u"voided"_qs << OrderStatus::Cancelled;
        QTest::newRow("on hold") << u"On-Hold"_qs << OrderStatus::Unpaid;
        QTest::newRow("expired") << u"expired"_qs << OrderStatus::Unpaid;
    }
    void statusWords() {
        QFETCH(QString, word);
        QFETCH(OrderStatus, status);
        WritableRecord one = order(u"1"_qs, "2024-05-01", 100);
        one.record.fields.set(Field::Status, word);
        Shop shop;
        shop.import({one});
        QCOMPARE(shop.factsOf(ada).orders[0].status, status);
    }

    void filters_data() {
        QTest::addColumn<TimelineFilter>("filter");
        QTest::addColumn<QString>("titles");
        const auto words = [](const QString& typed) {
            TimelineFilter filter;
            filter.words = typed;
            return filter;
        };
        const auto kinds = [](std::vector<RecordKind> wanted) {
            TimelineFilter filter;
            filter.kinds = std::move(wanted);
            return filter;
        };
        TimelineFilter days;
        days.from = at("2024-05-06T10:00:00Z");
        days.to = at("2024-05-08T00:00:00Z");
        QTest::newRow("all") << TimelineFilter()
                             << u"Contact form: Refund|Store credit|Scratched kettle|Return "
                                u"received|Call, abandoned after 6 min|Shipment|Payment|Payment|"
                                u"Order 1042|Visit: /kettles"_qs;
        QTest::newRow("kinds") << kinds({RecordKind::Order, RecordKind::Call})
                               << u"Call, abandoned after 6 min|Order 1042"_qs;
        QTest::newRow("items are not shown") << kinds({RecordKind::OrderItem}) << u""_qs;
        QTest::newRow("days, inclusive")
            << days << u"Scratched kettle|Return received|Call, abandoned after 6 min"_qs;
        QTest::newRow("word of a text") << words(u"lid"_qs) << u"Scratched kettle"_qs;
        QTest::newRow("accents") << words(u"gruß"_qs) << u"Scratched kettle"_qs;
        QTest::newRow("beginning") << words(u"scratched lid is scr"_qs) << u"Scratched kettle"_qs;
        QTest::newRow("title and reason")
            << words(u"scratched"_qs) << u"Store credit|Scratched kettle"_qs;
        QTest::newRow("notes") << words(u"twice"_qs) << u"Call, abandoned after 6 min"_qs;
        QTest::newRow("order number") << words(u"1042"_qs) << u"Order 1042"_qs;
        QTest::newRow("nothing") << words(u"umbrella"_qs) << u""_qs;
        for (const char* typed : {"\"", "a\"b", "NEAR(", "AND OR", "subject:x*", "-lid", "%", "_",
                                  "^lid", "()", "'; DROP TABLE record; --", "\\"}) {
            QTest::addRow("never a query: %s", typed)
                << words(QString::fromLatin1(typed)) << u"any"_qs;
        }
    }
    void filters() {
        QFETCH(TimelineFilter, filter);
        QFETCH(QString, titles);
        const CustomerReader reader(shop_->database());
        QStringList found;
        for (const auto& row : reader.timeline(id_, filter, std::nullopt, 100))
            found << row.title;
        if (titles != u"any")
            QCOMPARE(found.join(u'|'), titles);
        int counted = 0;
        for (const auto& [kind, count] : reader.timelineCounts(id_, filter))
            counted += count;
        QCOMPARE(counted, found.size());
    }

    void pagesJoinUp() {
        const CustomerReader reader(shop_->database());
        const auto whole = reader.timeline(id_, {}, std::nullopt, 100);
        std::vector<EventId> paged;
        std::optional<TimelineCursor> after;
        for (;;) {
            const auto page = reader.timeline(id_, {}, after, 1);
            if (page.empty())
                break;
            paged.push_back(page[0].id);
            after = TimelineCursor{page[0].at, page[0].id};
        }
        QCOMPARE(paged.size(), whole.size());
        for (size_t i = 0; i < whole.size(); ++i)
            QCOMPARE(paged[i], whole[i].id);
    }

    void rowsSayWhatTheyAre() {
        const CustomerReader reader(shop_->database());
        TimelineFilter filter;
        filter.kinds = {RecordKind::Refund, RecordKind::Message};
        const auto rows = reader.timeline(id_, filter, std::nullopt, 10);
        QVERIFY(rows[0].amount == euro(500));
        QCOMPARE(rows[0].orderKey, u"1042"_qs);
        QCOMPARE(rows[0].import, ImportId(1));
        QVERIFY(rows[1].snippet.startsWith(u"Grüße"));
        QCOMPARE(reader.eventText(rows[1].id), u"Grüße, the LID is scratched. 50% \"broken\"!"_qs);
        QCOMPARE(reader.customersOf({rows[0].id, rows[1].id}), std::vector{id_});
        filter = {};
        filter.events = {rows[1].id};
        QCOMPARE(reader.timeline(id_, filter, std::nullopt, 10).size(), 1u);
    }

    void overview() {
        const auto overview = CustomerReader(shop_->database()).overview(id_);
        QCOMPARE(overview->name, u"Ada Example"_qs);
        QCOMPARE(overview->emails, QStringList{ada});
        QVERIFY(overview->since == at("2024-04-01"));
        QVERIFY(overview->lastContact == at("2024-05-11"));
        QVERIFY(!CustomerReader(shop_->database()).overview(CustomerId(99)));
    }

    void finds_data() {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("why");
        QTest::newRow("order") << u"order"_qs << u"1042"_qs << u"order 1042"_qs;
        QTest::newRow("marked order") << u"order"_qs << u" #1042"_qs << u"order 1042"_qs;
        QTest::newRow("tracking") << u"tracking"_qs << u"trk 9"_qs << u"tracking number TRK9"_qs;
        QTest::newRow("name") << u"name"_qs << u"ÁDA ex"_qs << u"name"_qs;
        QTest::newRow("short name") << u"name"_qs << u"ad"_qs << u"name"_qs;
        QTest::newRow("inside a name") << u"name"_qs << u"xampl"_qs << u"name"_qs;
        QTest::newRow("e-mail") << u"email"_qs << u"ADA@ex"_qs << u"e-mail"_qs;
        QTest::newRow("no order") << u"order"_qs << u"104"_qs << u""_qs;
        QTest::newRow("no name") << u"name"_qs << u"bob"_qs << u""_qs;
        QTest::newRow("quotes") << u"name"_qs << u"\"a\" OR *"_qs << u""_qs;
        QTest::newRow("percent") << u"name"_qs << u"%"_qs << u""_qs;
        QTest::newRow("empty") << u"name"_qs << u" "_qs << u""_qs;
        QTest::newRow("few digits") << u"phone"_qs << u"123"_qs << u""_qs;
    }
    void finds() {
        QFETCH(QString, how);
        QFETCH(QString, query);
        QFETCH(QString, why);
        const CustomerSearch search(shop_->database());
        const auto matches = how == u"order"      ? search.byOrder(query, 5)
                             : how == u"tracking" ? search.byTracking(query, 5)
                             : how == u"email"    ? search.byEmailPrefix(query, 5)
                             : how == u"phone"    ? search.byPhoneDigits(query, 5)
                                                  : search.byName(query, 5);
        QCOMPARE(matches.size(), why.isEmpty() ? 0u : 1u);
        if (!matches.empty()) {
            QCOMPARE(matches[0].why, why);
            QCOMPARE(matches[0].customer, id_);
            QCOMPARE(matches[0].emails, QStringList{ada});
        }
    }

    void findsPartOfANumber() {
        Shop shop;
        WritableRecord one = order(u"1"_qs, "2024-05-01", 100, {});
        one.parties[0].party.keys.phone = u"020 7946 0018"_qs;
        one.record.parties[0] = one.parties[0].party;
        one.parties[0].keys = {{NormalisedKey::Kind::Phone, u"+442079460018"_qs, true}};
        shop.import({one});
        const CustomerSearch search(shop.database());
        QCOMPARE(search.byPhoneDigits(u"460018"_qs, 5).size(), 1u);
        QCOMPARE(search.byPhoneDigits(u"460019"_qs, 5).size(), 0u);
        QCOMPARE(search.byPhoneDigits(u"460018"_qs, 5)[0].phones, QStringList{u"+442079460018"_qs});
    }

    void onlyWhoIsOnATimelineWaitsForALink() {
        Shop shop;
        const QString bob = u"bob@example.com"_qs;
        WritableRecord gift = order(u"1"_qs, "2024-05-01", 100);
        gift.parties.push_back(party(PartyRole::Recipient, bob));
        gift.record.parties.push_back(gift.parties.back().party);
        const auto written = shop.import({gift});
        const PartyId buyer = written[0].counterpart;
        const PartyId recipient(3 - buyer.value());
        const PartyLinks links(shop.database());
        QCOMPARE(links.customerOf(buyer), shop.customerOf(ada));
        QVERIFY(links.customerOf(recipient).isNone());
        QVERIFY(links.waiting().empty());

        FactWriter writer(shop.database(), SourceId(1), ImportId(1), withKeys);
        QCOMPARE(
            writer.write(prepared(order(u"2"_qs, "2024-05-02", 100, bob), SourceId(1))).counterpart,
            recipient);
        QCOMPARE(links.waiting(), std::vector{recipient});
    }

    void anOldNumberLeadsToWhomItBecame() {
        Shop shop;
        const QString bob = u"bob@example.com"_qs;
        const auto written = shop.import(
            {order(u"1"_qs, "2024-05-01", 100), order(u"2"_qs, "2024-05-02", 200, bob)});
        const CustomerId kept = shop.customerOf(ada);
        const CustomerId gone = shop.customerOf(bob);
        Transaction transaction(shop.database());
        PartyLinks(shop.database())
            .link({written[1].counterpart, kept, u"phone"_qs, u"+44"_qs, {}});
        FounderTable(shop.database()).retire(gone);
        transaction.commit();
        const CustomerReader reader(shop.database());
        QCOMPARE(reader.customerCount(), 1);
        QCOMPARE(CustomerSearch(shop.database()).byNumber(gone.value()), kept);
        QCOMPARE(reader.facts(gone, at("2024-07-01")).orders.size(), 2u);
        QCOMPARE(reader.facts(gone, at("2024-07-01")).id, kept);
        QCOMPARE(reader.overview(kept)->emails, (QStringList{bob, ada}));
    }

private:
    std::unique_ptr<Shop> shop_;
    CustomerId id_;
};

QTEST_GUILESS_MAIN(CustomerReaderTest)
#include "customer_reader_test.moc"
