// SPDX-License-Identifier: GPL-3.0-or-later
// Derived values come back as they were saved; directions follow our own addresses.
#include "models/store/derived_tables.h"

#include "models/store/act_table.h"
#include "models/store/customer_readings.h"
#include "models/store/founder_table.h"
#include "models/store/note_table.h"
#include "models/store/record_remaking.h"
#include "models/store/settings_table.h"
#include "tests/store/shop_fixture.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::store;

namespace {

const QString ada = u"ada@example.com"_qs;

Reading complaint() {
    Reading reading;
    reading.newText = u"It is broken."_qs;
    reading.complaintProbability = 0.97;
    reading.complaint = true;
    reading.topic = Topic::Defective;
    reading.asks = {Ask::Refund, Ask::Apology};
    reading.saysReceived = true;
    reading.movedBy = {u"broken"_qs, u"refund"_qs};
    return reading;
}

}  // namespace

class DerivedTablesTest : public QObject {
    Q_OBJECT

private:
    // One late case and one unanswered mail, both of 3 May.
    static void checkCustomersBehind(DerivedTables& derived, CustomerId customer) {
        const Instant from = at("2024-05-01");
        const Instant to = at("2024-05-03");
        const auto count = [](const std::vector<CustomerCount>& found) { return found.size(); };
        const std::vector<Topic> topics{Topic::Late, Topic::Damaged};
        const auto found = derived.customersOfCases(from, to, topics);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].customer, customer);
        QCOMPARE(found[0].count, 1);
        QVERIFY(!found[0].verdict);
        QCOMPARE(count(derived.customersOfCases(from, to, {Topic::Damaged})), 0u);
        QCOMPARE(count(derived.customersOfCases(at("2024-05-04"), at("2024-05-09"), topics)), 0u);
        const std::vector<RecordKind> written{RecordKind::Message};
        const auto waits = [&](const std::vector<RecordKind>& kinds, const char* due) {
            return derived.customersOfWaits(from, to, kinds, at("2024-05-05"), at(due));
        };
        QCOMPARE(count(waits(written, "2024-05-04")), 1u);
        QVERIFY2(waits(written, "2024-05-02").empty(), "not due, not counted");
        QCOMPARE(count(waits({RecordKind::Call}, "2024-05-04")), 0u);
        derived.saveVerdicts({{customer, VerdictKind::NeedsLook}});
        QCOMPARE(derived.customersOfCases(from, to, topics)[0].verdict, VerdictKind::NeedsLook);
    }

private Q_SLOTS:
    void readingsComeBack() {
        Shop shop;
        const auto written =
            shop.import({mail(u"m"_qs, "2024-05-03", u"Kettle"_qs, u"It is broken.\n> quoted"_qs)});
        const CustomerId customer = shop.customerOf(ada);
        DerivedTables derived(shop.database());
        const auto unread = derived.unread(1, 10);
        QCOMPARE(unread.size(), 1u);
        QCOMPARE(unread[0].direction, Direction::Inbound);
        QCOMPARE(unread[0].subject, u"Kettle"_qs);
        derived.saveReadings(1, {{written[0].event, complaint()}});
        const auto readings = derived.readings(customer);
        QCOMPARE(readings.size(), 1u);
        QCOMPARE(readings[0].event, written[0].event);
        QCOMPARE(readings[0].reading.newText, complaint().newText);
        QCOMPARE(readings[0].reading.topic, Topic::Defective);
        QVERIFY(readings[0].reading.asks == complaint().asks);
        QVERIFY(readings[0].reading.movedBy == complaint().movedBy);
        QVERIFY(readings[0].reading.saysReceived && !readings[0].reading.saysWorks);
        const auto rows = CustomerReader(shop.database()).timeline(customer, {}, std::nullopt, 5);
        QVERIFY(rows[0].complaint && !rows[0].automatic);
        QCOMPARE(rows[0].snippet, u"It is broken."_qs);
    }

    void aTextCountsAsThePeopleSay() {
        Shop shop;
        const auto written =
            shop.import({mail(u"m"_qs, "2024-05-08T00:00:00Z", u"Lamp"_qs, u"It is broken."_qs),
                         order(u"1042"_qs, "2024-05-01T10:00:00Z", 1999)});
        const EventId text = written[0].event;
        const CustomerReader reader(shop.database());
        Transaction transaction(shop.database());
        QVERIFY(!reader.textJudgement(text));  // not read yet
        Reading read = complaint();
        read.promises = {{PromiseKind::Call, {}, u"we call you"_qs}};
        DerivedTables(shop.database()).saveReadings(1, {{text, read}});
        QVERIFY(!reader.textJudgement(written[1].event));
        const auto asRead = reader.textJudgement(text);
        QVERIFY(asRead && asRead->complains && !asRead->corrected && !asRead->settled);
        QCOMPARE(asRead->topic, Topic::Defective);
        QVERIFY(asRead->movedBy == complaint().movedBy);
        QCOMPARE(asRead->promises.at(0).phrase, u"we call you"_qs);
        const auto rows = reader.timeline(shop.customerOf(u"ada@example.com"_qs), {}, {}, 9);
        QVERIFY(rows[0].isRead && rows[0].promises);
        QVERIFY(!rows[1].isRead && !rows[1].promises);

        const RecordName named = *recordNamed(shop.database(), text);
        const auto say = [&](ActKind kind, const char* by) {
            return ActTable(shop.database())
                .add(kind, at("2024-06-02"), QString::fromLatin1(by))
                .id;
        };
        NoteTable notes(shop.database());
        notes.add(say(ActKind::ReadingCorrected, "Ann"), named, {{}, text, true, Topic::Damaged});
        QCOMPARE(reader.textJudgement(text)->topic, Topic::Damaged);
        const ActId away = say(ActKind::ReadingCorrected, "Kim");
        notes.add(away, named, ReadingWord{{}, text, false, Topic::None});
        notes.add(say(ActKind::PromiseSettled, "Kim"), named, true);
        const auto said = reader.textJudgement(text);
        QVERIFY(!said->complains && said->topic == Topic::None);
        QCOMPARE(said->corrected->by, u"Kim"_qs);
        QCOMPARE(said->corrected->at, at("2024-06-02"));
        QVERIFY(said->settled->kept);
        ActTable(shop.database()).setState(away, ActState::Undone);
        QCOMPARE(reader.textJudgement(text)->corrected->by, u"Ann"_qs);
    }

    void everybodysReadingsComeCustomerByCustomer() {
        Shop shop;
        const auto bob = u"bob@example.com"_qs;
        const auto written = shop.import(
            {mail(u"m"_qs, "2024-05-03", u"a"_qs, u"b"_qs), order(u"1"_qs, "2024-05-01", 1000),
             mail(u"n"_qs, "2024-05-04", u"c"_qs, u"d"_qs, bob),
             record(RecordKind::Call, u"c"_qs,
                    {{Field::At, at("2024-05-05")}, {Field::Notes, u"e"_qs}},
                    {party(PartyRole::Caller, ada)}, 0),
             record(RecordKind::ContactForm, u"f"_qs,
                    {{Field::At, at("2024-05-06")}, {Field::Text, u"g"_qs}},
                    {party(PartyRole::Sender, bob)}, 0)});
        DerivedTables derived(shop.database());
        for (const auto& text : derived.unread(1, 10))
            derived.saveReadings(1, {{text.event, complaint()}});
        std::vector<CustomerId> customers{shop.customerOf(ada), shop.customerOf(bob)};
        std::sort(customers.begin(), customers.end());
        CustomerReadings all(shop.database());
        all.start(customers.front());  // left before its rows are taken
        all.start({});
        for (const CustomerId customer : customers) {
            const bool isAda = customer == shop.customerOf(ada);
            const auto readings = all.of(customer);
            QCOMPARE(readings.size(), 2u);
            QCOMPARE(readings[0].event, written[isAda ? 0 : 2].event);
            QCOMPARE(readings[1].event, written[isAda ? 3 : 4].event);
        }
    }

    void casesAndWaitsAreReplaced() {
        Shop shop;
        const auto written = shop.import({mail(u"m"_qs, "2024-05-03", u"a"_qs, u"b"_qs),
                                          mail(u"n"_qs, "2024-05-04", u"a"_qs, u"c"_qs)});
        const CustomerId customer = shop.customerOf(ada);
        DerivedTables derived(shop.database());
        Understanding understanding;
        Case one;
        one.id = written[0].event;
        one.events = {written[0].event, written[1].event};
        one.topic = Topic::Late;
        one.openedAt = at("2024-05-03");
        understanding.cases = {one};
        Wait wait;
        wait.inquiry = written[0].event;
        wait.since = at("2024-05-03");
        understanding.waits = {wait};
        derived.saveUnderstandings({{customer, understanding}});
        const Database other(shop.database().path());
        const qint64 before = other.dataVersion();
        derived.saveUnderstandings({{customer, understanding}});
        QCOMPARE(other.dataVersion(), before);  // nothing was written
        QCOMPARE(derived.cases({}, {}).size(), 1u);
        QCOMPARE(derived.cases({}, {})[0].topic, Topic::Late);
        QCOMPARE(derived.cases(at("2024-05-04"), {}).size(), 0u);
        QCOMPARE(derived.cases({}, at("2024-05-03")).size(), 1u);
        QCOMPARE(derived.waits(at("2024-05-03"), at("2024-05-03")).size(), 1u);
        QVERIFY(!derived.waits({}, {})[0].answeredAt);
        const auto rows = CustomerReader(shop.database()).timeline(customer, {}, std::nullopt, 5);
        QCOMPARE(rows[0].caseId, one.id);
        checkCustomersBehind(derived, customer);
        understanding.cases[0].events.pop_back();
        derived.saveUnderstandings({{customer, understanding}});
        QCOMPARE(shop.count(u"case_event"_qs), 1);
        derived.saveUnderstandings({{customer, {}}});
        QCOMPARE(derived.cases({}, {}).size() + derived.waits({}, {}).size(), 0u);
        QCOMPARE(shop.count(u"case_event"_qs), 0);
    }

    void verdictsComeBack() {
        Shop shop;
        shop.import({order(u"1"_qs, "2024-05-01", 1)});
        const CustomerId customer = shop.customerOf(ada);
        DerivedTables derived(shop.database());
        QVERIFY(!derived.verdict(customer));
        derived.saveVerdicts({{customer, VerdictKind::GoodFaith}});
        derived.saveVerdicts({{customer, VerdictKind::NeedsLook}});
        QVERIFY(derived.verdict(customer) == VerdictKind::NeedsLook);
    }

    void scoresHoldForTheirFactsAndRules() {
        Shop shop;
        DerivedTables derived(shop.database());
        QCOMPARE(derived.scoredRevision(1), -1);
        derived.setScored(1, 5);
        QCOMPARE(derived.scoredRevision(1), 5);
        QCOMPARE(derived.scoredRevision(2), -1);
        derived.setScored(2, 6);
        QCOMPARE(derived.scoredRevision(2), 6);
    }

    void parametersHoldForTheirFacts() {
        Shop shop;
        DerivedTables derived(shop.database());
        const qint64 revision = derived.factsRevision();
        ShopParameters parameters;
        parameters.asOf = at("2024-07-01");
        parameters.currency = *Currency::fromCode(u"EUR");
        parameters.complaintShape = 1.25;
        parameters.buyers[parameters.currency] = {
            {-5, 9'007'199'254'740'993}, {}, {1, 2.5}, SpendingModel{6.25, 3.5, 1500}};
        parameters.buyers[*Currency::fromCode(u"USD")].recencyDays = {0.5};
        parameters.topicsPerOrder = {{Topic::Damaged, 0.25}, {Topic::Late, 0.5}};
        parameters.spenders = 12;
        parameters.buying = BuyingModel{0.25, 4.5, 0.75, 2.5};
        const ParametersId id = derived.saveParameters(parameters, revision);
        const auto found = derived.latestParameters(revision);
        QVERIFY(found.has_value());
        QCOMPARE(found->id, id);
        QVERIFY(found->buyers == parameters.buyers);
        QVERIFY(found->topicsPerOrder == parameters.topicsPerOrder);
        QCOMPARE(found->spenders, 12);
        QVERIFY(found->buying == parameters.buying);
        QCOMPARE(found->complaintShape, 1.25);
        QCOMPARE(found->currency.code(), u"EUR"_qs);
        derived.advanceFactsRevision();
        QCOMPARE(derived.factsRevision(), revision + 1);
        QVERIFY(!derived.latestParameters(revision + 1));
    }

    void directionsFollowOurAddresses() {
        Shop shop;
        const QString sales = u"sales@shop.example"_qs;
        // Nobody has said yet that sales@ is ours: the mail looks as if it were from a customer.
        WritableRecord answer = record(
            RecordKind::Message, u"m"_qs,
            {{Field::At, at("2024-05-03")}, {Field::Subject, u"Hello"_qs}, {Field::Text, u"x"_qs}},
            {party(PartyRole::Sender, sales), party(PartyRole::Addressee, ada)}, 0);
        answer.direction = Direction::Inbound;
        shop.import({answer});
        const CustomerId wrong = shop.customerOf(sales);
        QVERIFY(!wrong.isNone());
        DerivedTables derived(shop.database());
        derived.saveReadings(1, {{EventId(1), {}}});

        Transaction transaction(shop.database());
        const auto left = deriveDirectionsAgain(shop.database(), [&](const ImportedRecord& known) {
            DerivedDirection direction{Direction::Outbound, 1, {true, false}};
            if (known.parties.size() != 2 || known.parties[0].keys.email != sales)
                direction.counterpart = -1;
            return direction;
        });
        QCOMPARE(PartyLinks(shop.database()).idleAmong(left), left);
        FounderTable(shop.database()).retire(PartyLinks(shop.database()).unlink(left[0]).customer);
        shop.linkByEmail();
        transaction.commit();

        QVERIFY(shop.customerOf(sales).isNone());
        QVERIFY(!CustomerReader(shop.database()).overview(wrong));
        QCOMPARE(CustomerReader(shop.database()).customerCount(), 1);
        const CustomerFacts facts = shop.factsOf(ada);
        QCOMPARE(facts.messages.size(), 1u);
        QCOMPARE(facts.messages[0].direction, Direction::Outbound);
        QCOMPARE(facts.messages[0].mailbox, sales);
        QCOMPARE(derived.unread(1, 10).size(), 1u);
        QCOMPARE(shop.database().check(), QStringList());
    }
};

QTEST_GUILESS_MAIN(DerivedTablesTest)
#include "derived_tables_test.moc"
