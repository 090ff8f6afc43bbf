// SPDX-License-Identifier: GPL-3.0-or-later
// The legs of one call are one call: ringing five phones is not four missed calls.
#include "importers/csv/call_legs.h"

#include "tests/importers/csv/described.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::importers;

namespace {

// "key hh:mm:ss wait talk disposition agent", "-" for what is not known.
ImportedRecord legFrom(const QString& line) {
    const QStringList words = line.split(u' ');
    ImportedRecord leg;
    leg.kind = RecordKind::Call;
    leg.key = words[0];
    leg.fields.set(Field::At, *parseIso(QString(u"2024-06-03T" + words[1]), QTimeZone::utc()));
    if (words[2] != u"-")
        leg.fields.set(Field::WaitSeconds, words[2].toLongLong());
    if (words[3] != u"-")
        leg.fields.set(Field::TalkSeconds, words[3].toLongLong());
    leg.fields.set(Field::Disposition, words[4]);
    if (words[5] != u"-")
        leg.fields.set(Field::Agent, words[5]);
    leg.fields.set(Field::LinkedCall, QStringLiteral("link"));
    ImportedParty caller{PartyRole::Caller, {}};
    caller.keys.phone = words.value(6, QStringLiteral("+442079460001"));
    leg.parties.push_back(caller);
    return leg;
}

QString told(const ImportedRecord& call) {
    const auto seconds = [&](Field field) {
        const auto found = call.fields.integer(field);
        return found ? QString::number(*found) : QStringLiteral("-");
    };
    const QString agent = call.fields.text(Field::Agent);
    return QStringList{call.key,
                       toIsoUtc(*call.fields.instant(Field::At)).mid(11, 8),
                       seconds(Field::WaitSeconds),
                       seconds(Field::TalkSeconds),
                       call.fields.text(Field::Disposition),
                       agent.isEmpty() ? QStringLiteral("-") : agent}
        .join(u' ');
}

std::vector<ImportedRecord> legsFrom(const QString& lines) {
    std::vector<ImportedRecord> legs;
    for (const QString& line : lines.split(u'\n'))
        legs.push_back(legFrom(line));
    return legs;
}

}  // namespace

class CallLegsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joined_data() {
        QTest::addColumn<QString>("legs");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* legs, const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(legs) << QString::fromLatin1(expected);
        };
        row("one leg stays as it is", "a 10:00:00 12 60 answered Tom",
            "a 10:00:00 12 60 answered Tom");
        row("five phones rang, one was taken",
            "a 10:00:00 20 0 no_answer Ann\nb 10:00:00 20 0 no_answer Bob\n"
            "c 10:00:00 8 90 answered Cal\nd 10:00:00 20 0 no_answer Dan\n"
            "e 10:00:00 20 0 busy Eve",
            "a 10:00:00 8 90 answered Cal");
        row("nobody took it", "a 10:00:00 20 0 no_answer Ann\nb 10:00:20 25 0 no_answer Bob",
            "a 10:00:00 45 0 no_answer Ann");
        row("taken at the second attempt",
            "a 10:00:00 20 0 no_answer Ann\nb 10:00:20 5 70 answered Bob",
            "a 10:00:00 25 70 answered Bob");
        row("handed on to a colleague",
            "a 10:00:00 5 60 answered Ann\nb 10:01:05 4 90 answered Bob",
            "a 10:00:00 5 150 answered Ann");
        row("handed on, but the colleague did not take it",
            "a 10:00:00 5 60 answered Ann\nb 10:01:05 20 0 no_answer Bob",
            "a 10:00:00 5 60 answered Ann");
        row("ended in voicemail", "a 10:00:00 20 0 no_answer Ann\nb 10:00:20 1 30 voicemail -",
            "a 10:00:00 21 30 voicemail Ann");
        row("first voicemail of a phone, then taken",
            "a 10:00:00 9 3 voicemail Ann\nb 10:00:15 2 40 answered Bob",
            "a 10:00:00 17 40 answered Bob");
        row("hung up in the queue while phones rang",
            "a 10:00:00 90 0 abandoned -\nb 10:00:10 20 0 no_answer Ann\n"
            "c 10:00:40 20 0 busy Bob",
            "a 10:00:00 90 0 abandoned Ann");
        row("rows in any order", "b 10:00:20 5 70 answered Bob\na 10:00:00 20 0 no_answer Ann",
            "a 10:00:00 25 70 answered Bob");
        row("a wait that is not known",
            "a 10:00:00 20 0 no_answer Ann\nb 10:00:20 - 70 answered Bob",
            "a 10:00:00 20 70 answered Bob");
    }
    void joined() {
        QFETCH(QString, legs);
        QTEST(told(joinedCall(legsFrom(legs))), "expected");
    }

    void itIsOfWhomItReachedOutside() {
        auto legs = legsFrom(
            u"a 10:00:00 2 1 answered Ann 100\n"
            "b 10:00:03 9 60 answered - +442079460003"_qs);
        const ImportedRecord call = joinedCall(std::move(legs));
        QCOMPARE(call.parties.at(0).keys.phone, u"+442079460003"_qs);
        QCOMPARE(call.key, u"a"_qs);
    }

    void theCallsOwnRowMaySayNothing() {
        auto legs = legsFrom(u"link 10:00:00 - 200 answered -\nb 10:00:04 - - no_answer -"_qs);
        QCOMPARE(told(joinedCall(legs)), u"link 10:00:00 - 200 answered -"_qs);
        QCOMPARE(told(joinedCall(legs, true)).section(u' ', 3), u"0 no_answer -"_qs);
        legs.pop_back();
        QCOMPARE(told(joinedCall(legs, true)), u"link 10:00:00 - 200 answered -"_qs);
    }

    void rowsOfOtherCallsMayStandBetween() {
        CallLegs legs(1);
        const auto add = [&](const char* line, const char* link) {
            ImportedRecord leg = legFrom(QString::fromLatin1(line));
            leg.fields.set(Field::LinkedCall, QString::fromLatin1(link));
            legs.add(std::move(leg), false);
        };
        add("a 10:00:00 20 0 no_answer Ann", "x");
        QVERIFY(legs.takeOldest().empty());
        add("b 10:00:00 1 1 answered Bob", "y");
        const auto first = legs.takeOldest();
        QCOMPARE(first.size(), size_t(1));
        QCOMPARE(first[0].key, u"a"_qs);
        add("c 10:00:09 1 9 answered Cal", "y");
        const auto rest = legs.takeAll();
        QCOMPARE(rest.size(), size_t(1));
        QCOMPARE(told(rest[0]), u"b 10:00:00 1 10 answered Bob"_qs);
        QVERIFY(legs.takeAll().empty());
    }

    // Asterisk's rows of one call that rang two phones and was then taken.
    void asterisksLegsAreOneCall() {
        const QByteArray row =
            "\"\",\"+442079460001\",\"600\",\"in\",\"<+442079460001>\",\"PJSIP/t-1\","
            "\"PJSIP/%1\",\"Queue\",\"support,t\",\"2025-10-07 09:30:%2\",%3,"
            "\"2025-10-07 09:31:%4\",%5,\"%6\",\"DOCUMENTATION\",\"1759822200.1\",\"\",\"\","
            "\"1759822200.1\",\"%7\"\n";
        QByteArray file;
        const auto add = [&](const char* phone, const char* start, const char* answer,
                             const char* end, const char* seconds, const char* disposition,
                             const char* sequence) {
            file += QString::fromLatin1(row)
                        .arg(phone, start, answer, end, seconds, disposition, sequence)
                        .toLatin1();
        };
        add("100", "00", "\"\"", "00", "60,0", "NO ANSWER", "1");
        add("101", "00", "\"\"", "00", "60,0", "NO ANSWER", "2");
        add("102", "20", "\"2025-10-07 09:30:30\"", "30", "70,60", "ANSWERED", "3");
        const ReadTable table = readBytes(file, {});
        QCOMPARE(table.preset, u"asterisk-master"_qs);
        QCOMPARE(table.rejected, QStringList());
        QCOMPARE(table.records.size(), 1);
        QVERIFY2(
            table.records[0].contains(u"wait_seconds=30; talk_seconds=60; disposition=answered"_qs),
            qPrintable(table.records[0]));
    }
};

QTEST_APPLESS_MAIN(CallLegsTest)
#include "call_legs_test.moc"
