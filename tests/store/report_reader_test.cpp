// SPDX-License-Identifier: GPL-3.0-or-later
// What reports are counted from comes with who, where and by whom.
#include "models/store/report_reader.h"

#include "models/store/derived_tables.h"
#include "tests/store/shop_fixture.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::store;

namespace {

const QString ada = u"ada@example.com"_qs;

WritableRecord reply(const QString& key, const char* iso, const QString& from,
                     const QString& name = {}) {
    WritableRecord writable =
        record(RecordKind::Message, key, {{Field::At, at(iso)}, {Field::Text, u"Yes."_qs}},
               {ourParty(PartyRole::Sender, from), party(PartyRole::Addressee, ada)}, 1);
    writable.parties[0].party.keys.name = name;
    writable.record.parties[0].keys.name = name;
    writable.direction = Direction::Outbound;
    return writable;
}

WritableRecord call(const QString& key, const char* iso, CallDisposition disposition) {
    const auto word = disposition == CallDisposition::Answered ? u"answered"_qs : u"abandoned"_qs;
    WritableRecord writable = record(RecordKind::Call, key,
                                     {{Field::At, at(iso)},
                                      {Field::Disposition, word},
                                      {Field::Queue, u"sales"_qs},
                                      {Field::Agent, u"Ann"_qs},
                                      {Field::WaitSeconds, qint64(40)}},
                                     {party(PartyRole::Caller, ada)}, 0);
    writable.direction = Direction::Inbound;
    return writable;
}

WritableRecord bounce(const QString& key, const char* iso, const QString& unreached) {
    WritableRecord writable =
        record(RecordKind::Message, key, {{Field::At, at(iso)}, {Field::Text, u"550"_qs}},
               {party(PartyRole::Sender, u"mailer-daemon@mx.example"_qs),
                ourParty(PartyRole::Addressee, u"help@shop.example"_qs),
                party(PartyRole::Unreached, unreached)},
               2);
    writable.direction = Direction::Inbound;
    return writable;
}

Wait waitFrom(EventId inquiry, const char* since, EventId answer = {}, const char* answered = "") {
    Wait wait;
    wait.inquiry = inquiry;
    wait.since = at(since);
    wait.answer = answer;
    if (*answered != 0)
        wait.answeredAt = at(answered);
    return wait;
}

// Everything that was written by machines: bounces.
void readAs(Shop& shop, EventId event, MessageNature nature) {
    Reading reading;
    reading.nature = nature;
    Transaction transaction(shop.database());
    DerivedTables(shop.database()).saveReadings(1, {{event, reading}});
    transaction.commit();
}

}  // namespace

class ReportReaderTest : public QObject {
    Q_OBJECT

private:
    static void save(Shop& shop, const Understanding& understanding) {
        Transaction transaction(shop.database());
        DerivedTables(shop.database()).saveUnderstandings({{shop.customerOf(ada), understanding}});
        transaction.commit();
    }
    static std::vector<WaitOverview> waitsIn(Shop& shop, ReportPeriod period = {}) {
        std::vector<WaitOverview> waits;
        ReportReader(shop.database(), period).forEachWait([&](const auto& wait) {
            waits.push_back(wait);
        });
        return waits;
    }
    static std::vector<CallOverview> callsIn(Shop& shop) {
        std::vector<CallOverview> calls;
        ReportReader(shop.database(), {}).forEachCall([&](const auto& one) {
            calls.push_back(one);
        });
        return calls;
    }
    static QStringList bouncedIn(Shop& shop, CustomerId only = {}) {
        QStringList addresses;
        for (const auto& one : ReportReader(shop.database(), {}).bouncedAddresses(only))
            addresses << QStringLiteral("%1 %2 %3")
                             .arg(one.address)
                             .arg(one.bounces)
                             .arg(one.customer.isNone() ? 0 : 1);
        return addresses;
    }

private Q_SLOTS:
    void aWaitSaysWhereItCameAndWhoAnswered() {
        Shop shop;
        const auto written =
            shop.import({mail(u"m"_qs, "2024-05-03", u"a"_qs, u"b"_qs),
                         reply(u"r"_qs, "2024-05-04", u"help@shop.example"_qs, u"Tom"_qs),
                         call(u"c"_qs, "2024-05-05", CallDisposition::Answered)});
        Understanding understanding;
        understanding.waits = {
            waitFrom(written[0].event, "2024-05-03", written[1].event, "2024-05-04"),
            waitFrom(written[2].event, "2024-05-05", written[2].event, "2024-05-05")};
        understanding.waits[0].firstOfCase = true;
        save(shop, understanding);
        const auto waits = waitsIn(shop);
        QCOMPARE(waits.size(), size_t(2));
        QCOMPARE(waits[0].way.channel, u"email"_qs);
        QCOMPARE(waits[0].way.mailbox, u"help@shop.example"_qs);
        QCOMPARE(waits[0].way.agent, u"Tom"_qs);
        QVERIFY(waits[0].firstOfCase && !waits[1].firstOfCase);
        QCOMPARE(waits[1].way.channel, u"phone"_qs);
        QCOMPARE(waits[1].way.queue, u"sales"_qs);
        QCOMPARE(waits[1].way.agent, u"Ann"_qs);
        QCOMPARE(waitsIn(shop, {at("2024-05-04"), {}}).size(), size_t(1));
        QCOMPARE(waitsIn(shop, {{}, at("2024-05-03")}).size(), size_t(1));
        QCOMPARE(waitsIn(shop, {at("2024-05-06"), at("2024-05-07")}).size(), size_t(0));
    }

    void aCaseSaysWhoResolvedIt() {
        Shop shop;
        const auto written =
            shop.import({mail(u"m"_qs, "2024-05-03", u"a"_qs, u"b"_qs),
                         reply(u"r"_qs, "2024-05-04", u"help@shop.example"_qs, u"Tom"_qs)});
        Case matter;
        matter.id = written[0].event;
        matter.events = {written[0].event, written[1].event};
        matter.openedAt = at("2024-05-03");
        matter.resolvedAt = at("2024-05-04");
        matter.resolvedBy = written[1].event;
        Understanding understanding;
        understanding.cases = {matter};
        save(shop, understanding);
        std::vector<CaseOverview> cases;
        ReportReader(shop.database(), {}).forEachCase([&](const auto& one) {
            cases.push_back(one);
        });
        QCOMPARE(cases.size(), size_t(1));
        QCOMPARE(cases[0].resolvedAt, std::optional(at("2024-05-04")));
        QCOMPARE(cases[0].way.agent, u"Tom"_qs);
    }

    // A second attempt while the first still waits is made good with it.
    void missedCallsSayWhenWeCameBack() {
        Shop shop;
        const auto written = shop.import({call(u"1"_qs, "2024-05-03", CallDisposition::Abandoned),
                                          call(u"2"_qs, "2024-05-04", CallDisposition::Abandoned),
                                          reply(u"r"_qs, "2024-05-05", u"help@shop.example"_qs),
                                          call(u"3"_qs, "2024-05-06", CallDisposition::Abandoned)});
        Understanding understanding;
        understanding.waits = {
            waitFrom(written[0].event, "2024-05-03", written[2].event, "2024-05-05"),
            waitFrom(written[3].event, "2024-05-06")};
        save(shop, understanding);
        const auto calls = callsIn(shop);
        QCOMPARE(calls.size(), size_t(3));
        QCOMPARE(calls[0].answeredAt, std::optional(at("2024-05-05")));
        QCOMPARE(calls[0].answeredBy, RecordKind::Message);
        QCOMPARE(calls[1].answeredAt, std::optional(at("2024-05-05")));
        QVERIFY(!calls[2].answeredAt);
        QCOMPARE(calls[2].call.wait, std::optional<Duration>(std::chrono::seconds(40)));
        QCOMPARE(calls[2].customer, shop.customerOf(ada));
    }

    void mailboxesCountWhatPeopleWrote() {
        Shop shop;
        const auto written = shop.import({mail(u"1"_qs, "2024-05-03", u"a"_qs, u"b"_qs),
                                          mail(u"2"_qs, "2024-05-04", u"a"_qs, u"b"_qs),
                                          reply(u"3"_qs, "2024-05-05", u"sales@shop.example"_qs)});
        readAs(shop, written[1].event, MessageNature::AutoReply);
        const auto boxes = ReportReader(shop.database(), {}).mailboxes();
        QCOMPARE(boxes.size(), size_t(2));
        QCOMPARE(boxes[0].mailbox, u"help@shop.example"_qs);
        QCOMPARE(boxes[0].received, 1);
        QCOMPARE(boxes[0].sent, 0);
        QCOMPARE(boxes[0].lastReceived, std::optional(at("2024-05-03")));
        QCOMPARE(boxes[1].sent, 1);
    }

    void bouncesCountUntilTheyWriteAgain() {
        Shop shop;
        auto written =
            shop.import({order(u"1"_qs, "2024-05-01", 100), bounce(u"b1"_qs, "2024-05-03", ada),
                         bounce(u"b2"_qs, "2024-05-04", ada),
                         bounce(u"b3"_qs, "2024-05-04", u"news@other.example"_qs)});
        for (const auto& one : written)
            readAs(shop, one.event, MessageNature::Bounce);
        const auto ofAda = u"ada@example.com 2 1"_qs;
        QCOMPARE(bouncedIn(shop).value(0), ofAda);
        QCOMPARE(bouncedIn(shop, shop.customerOf(ada)), QStringList{ofAda});
        QVERIFY(!ReportReader(shop.database(), {}).hasWrittenFrom(ada));
        written = shop.import({mail(u"m"_qs, "2024-05-05", u"a"_qs, u"b"_qs)});
        readAs(shop, written[0].event, MessageNature::Human);
        QCOMPARE(bouncedIn(shop, shop.customerOf(ada)), QStringList());
        QVERIFY(ReportReader(shop.database(), {}).hasWrittenFrom(ada));
        shop.import({bounce(u"b4"_qs, "2024-05-06", ada)});
        QCOMPARE(bouncedIn(shop, shop.customerOf(ada)), QStringList{u"ada@example.com 1 1"_qs});
    }

    void addressesAndNamesAreOfCustomers() {
        Shop shop;
        shop.import({order(u"1"_qs, "2024-05-01", 100)});
        QStringList addresses;
        const ReportReader reader(shop.database(), {});
        reader.forEachAddress([&](CustomerId, const QString& address) { addresses << address; });
        QCOMPARE(addresses, QStringList{ada});
        QCOMPARE(reader.customerNames().size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(ReportReaderTest)
#include "report_reader_test.moc"
