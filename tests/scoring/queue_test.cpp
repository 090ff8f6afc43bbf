// SPDX-License-Identifier: GPL-3.0-or-later
// Who waits, as stories (see understanding/story.h). Day 0 is Monday, 1 January 2024, in UTC. What
// people say of the queue is told beside them, a line each:
//   "<day> done NAME [knowing LINES]" | "<day> snooze NAME UNTIL-DAY [knowing LINES]"
// said at noon; "knowing 2": when only the first two lines of the story were imported.
#include "models/scoring/queue.h"

#include "tests/understanding/story.h"

#include <QtTest>

#include <random>
#include <set>

using namespace goodfaith;
namespace story = goodfaith::understanding::story;

namespace {

Instant endOf(int day) {
    return story::at(day, 24 * 60 - 1);
}

CustomerQueue queueAt(const QString& told, Instant asOf, const ShopSettings& settings,
                      const PeopleSaid& said) {
    const CustomerFacts facts = story::factsOf(told);
    const Understanding understanding = story::understood(facts, asOf, settings, said);
    const Coverage coverage;
    return scoring::queueOf(scoring::History(facts, understanding, coverage, settings, asOf));
}

QString firstLines(const QString& told, int count) {
    return QStringList(told.split(u'\n').mid(0, count)).join(u'\n');
}

PeopleSaid saidBy(const QString& told, const QString& words, const ShopSettings& settings) {
    PeopleSaid said;
    for (const QString& line : words.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(u' ');
        const Instant at = story::at(parts[0].toInt());
        const int knowing = int(parts.indexOf(QStringLiteral("knowing")));
        const QString known = knowing < 0 ? told : firstLines(told, parts[knowing + 1].toInt());
        const CustomerQueue queue = queueAt(known, at, settings, said);
        const QueueEntry* entry = scoring::entryNamed(queue, waitNameFrom(parts[2]).value());
        QueueWord word{ActId(qint64(said.queueWords.size()) + 1), at, {}, u"so"_qs, {}, {}};
        if (parts[1] == u"snooze")
            word.until = story::at(parts[3].toInt());
        if (entry != nullptr)
            word.meant = scoring::meantBy(*entry);
        said.queueWords.push_back(word);
    }
    return said;
}

// "r1@1 12:00": what, and when it is due; "!": overdue, "~": put off.
QString textAt(const CustomerQueue& queue, Instant asOf) {
    QStringList texts;
    for (const QueueEntry& entry : queue.entries) {
        if (!entry.isThere(asOf))
            continue;
        const QDateTime due = toLocal(entry.due, QTimeZone::utc());
        texts << textOf(entry.wait) + QStringLiteral("@%1 %2%3%4")
                                          .arg(QDate(2024, 1, 1).daysTo(due.date()))
                                          .arg(due.toString(QStringLiteral("HH:mm")),
                                               entry.isOverdue(asOf) ? u"!"_qs : QString(),
                                               entry.isPutOff(asOf) ? u"~"_qs : QString());
    }
    return texts.join(QStringLiteral("; "));
}

}  // namespace

class QueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void waits_data();
    void waits();
    void saidByPeople_data();
    void saidByPeople();
    void promisesNotedByHand();
    void dueInBusinessTime();
    void settingsMove_data();
    void settingsMove();
    void restsOnEvents();
    void losesNothing_data();
    void losesNothing();
    void sortsByUrgencyThenValue();
    void names_data();
    void names();

private:
    static void row(const char* name, const char* told, int day, const char* queue,
                    const char* words = "") {
        QTest::newRow(name) << QString::fromUtf8(told) << day << QString::fromUtf8(words)
                            << QString::fromLatin1(queue);
    }
    static void columns() {
        QTest::addColumn<QString>("told");
        QTest::addColumn<int>("day");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("queue");
    }
    static QString read(const QString& told, int day, const QString& words,
                        const ShopSettings& settings = {}) {
        const Instant asOf = endOf(day);
        return textAt(queueAt(told, asOf, settings, saidBy(told, words, settings)), asOf);
    }
};

void QueueTest::waits_data() {
    columns();
    row("nobody", "0 order 1042", 5, "");
    row("a question", "0 mail in t: When does it ship?", 0, "r1@1 12:00");
    row("past its target", "0 mail in t: When does it ship?", 1, "r1@1 12:00!");
    row("however old it is", "0 mail in t: When does it ship?", 900, "r1@1 12:00!");
    row("answered", "0 mail in t: When does it ship?\n0 13:00 mail out t: Today.", 1, "");
    row("asked again", "0 mail in t: When does it ship?\n3 mail in t: Hello?", 3, "r1@1 12:00!");
    row("a voicemail", "0 call in voicemail", 0, "b1@1 12:00");
    row("called back", "0 call in voicemail\n1 call out answered", 1, "");
    row("a promise", "1 mail out t: I will call you tomorrow.", 1, "p1@2 17:00");
    row("a promise not seen to", "1 mail out t: I will call you tomorrow.", 40, "p1@2 17:00!");
    row("a promise kept", "1 mail out t: I will call you tomorrow.\n2 11:00 call out answered", 3,
        "");
    row("a promise done too late is done",
        "1 mail out t: I will call you tomorrow.\n9 call out answered", 10, "");
    row("two promises in one mail",
        "0 order 1001\n1 mail out t: I will call you tomorrow. We will refund order 1001 by "
        "Friday.\n2 11:00 call out answered",
        3, "p2.2@4 17:00");
    row("a case that was answered", "0 mail in t: My lamp is broken.\n1 mail out t: Try a bulb.", 7,
        "");
    row("gone quiet", "0 mail in t: My lamp is broken.\n1 mail out t: Try a bulb.", 8,
        "c1@31 12:00");
    row("over by silence", "0 mail in t: My lamp is broken.\n1 mail out t: Try a bulb.", 31, "");
    row("and looked after", "0 mail in t: My lamp is broken.\n1 mail out t: Try a bulb.", 38,
        "f1@52 23:59");
    row("who waits is no quiet case", "0 mail in t: My lamp is broken.", 60, "r1@1 12:00!");
    row("nor is whom something was promised",
        "0 mail in t: My lamp is broken.\n1 mail out t: You will have a new one by Friday.", 9,
        "p2@4 17:00!");
    row("rung in vain, and then nothing",
        "0 call in voicemail: my parcel has not arrived, call me back\n1 call out no_answer", 90,
        "c1@31 12:00!");
    row("refunded days ago",
        "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n10 mail out t: Oh dear.\n"
        "12 refund 1042",
        19, "f2@33 23:59");
    row("not yet",
        "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n10 mail out t: Oh dear.\n"
        "12 refund 1042",
        18, "");
    row("asked whether all is well",
        "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n10 mail out t: Oh dear.\n"
        "12 refund 1042\n19 mail out t: Is everything fine now?",
        19, "");
    row("it makes no sense any more",
        "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n10 mail out t: Oh dear.\n"
        "12 refund 1042",
        34, "");
    row("refunded, but never answered",
        "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n12 refund 1042", 13,
        "r2@10 12:00!");
    row("by due",
        "0 mail in t: When does it ship?\n0 mail in u: Do you sell bulbs?\n0 11:00 call in "
        "voicemail",
        0, "b3@1 11:00; r1@1 12:00; r2@1 12:00");
}

void QueueTest::waits() {
    QFETCH(QString, told);
    QFETCH(int, day);
    QTEST(read(told, day, {}), "queue");
}

void QueueTest::saidByPeople_data() {
    columns();
    const char* question = "0 mail in t: When does it ship?";
    row("done", question, 5, "", "1 done r1");
    row("not yet then", question, 0, "r1@1 12:00", "1 done r1");
    row("asked anew", "0 mail in t: When does it ship?\n3 mail in t: And by whom?", 3, "r2@4 12:00",
        "1 done r1");
    row("both at once", "0 mail in t: When does it ship?\n3 mail in t: And by whom?", 5, "",
        "4 done r1");
    row("a mail that was not known then",
        "0 mail in t: When does it ship?\n0 13:00 mail in t: And by whom?", 5, "r2@1 13:00!",
        "1 done r1 knowing 1");
    row("another matter", "0 mail in t: When does it ship?\n0 mail in u: Do you sell bulbs?", 1,
        "r2@1 12:00!", "1 done r1");
    row("a call", "0 call in voicemail", 5, "", "1 done b1");
    row("rung again", "0 call in voicemail\n3 call in abandoned wait 60", 3, "b2@4 12:00",
        "1 done b1");
    row("a promise done", "1 mail out t: I will call you tomorrow.", 9, "", "2 done p1");
    row("one promise of two",
        "0 order 1001\n1 mail out t: I will call you tomorrow. We will refund order 1001 by "
        "Friday.",
        3, "p2.2@4 17:00", "2 done p2");
    row("a quiet case", "0 mail in t: My lamp is broken.\n1 mail out t: Try a bulb.", 10, "",
        "9 done c1");
    row("and they write again",
        "0 mail in t: My lamp is broken.\n1 mail out t: Try a bulb.\n"
        "12 mail in t: It is still broken!",
        12, "r3@13 12:00", "9 done c1");
    row("an inquiry seen to is no quiet case", "0 mail in t: My lamp is broken.", 60, "",
        "1 done r1");
    row("a follow-up made elsewhere",
        "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n10 mail out t: Oh dear.\n"
        "12 refund 1042",
        20, "", "19 done f2");
    row("snoozed", question, 2, "r1@1 12:00!~", "1 snooze r1 4");
    row("and back", question, 4, "r1@1 12:00!", "1 snooze r1 4");
    row("snoozed again", question, 5, "r1@1 12:00!~", "1 snooze r1 4\n4 snooze r1 8");
    row("woken by who writes again", "0 mail in t: When does it ship?\n2 mail in t: Hello?", 2,
        "r1@1 12:00!", "1 snooze r1 9");
    row("done while it was snoozed", question, 9, "", "1 snooze r1 4\n2 done r1");
    row("a promise snoozed", "1 mail out t: I will call you tomorrow.", 3, "p1@2 17:00!~",
        "2 snooze p1 5");
}

void QueueTest::saidByPeople() {
    QFETCH(QString, told);
    QFETCH(int, day);
    QFETCH(QString, words);
    QTEST(read(told, day, words), "queue");
}

void QueueTest::promisesNotedByHand() {
    const auto told = QStringLiteral("0 mail in t: Please call me.\n0 13:00 mail out t: Sure.");
    PeopleSaid said;
    said.notes.push_back(
        {ActId(17), story::at(1), {}, u"call her"_qs, PromiseKind::Call, story::at(3)});
    QCOMPARE(textAt(queueAt(told, endOf(2), {}, said), endOf(2)), u"n17@3 12:00"_qs);
    const WaitName name{QueueKind::Promise, {}, 0, ActId(17)};
    said.queueWords.push_back({ActId(18), story::at(2), {}, u"she rang"_qs, {}, {name}});
    QCOMPARE(textAt(queueAt(told, endOf(2), {}, said), endOf(2)), QString());
}

// One hour is left on Thursday; Good Friday, a weekend on which the clocks change and Easter Monday
// pass; on Tuesday, by summer time, the other seven.
void QueueTest::dueInBusinessTime() {
    ShopSettings settings;
    settings.timeZone = QTimeZone("Europe/London");
    settings.holidays = holidaysFrom(u"easter-2, easter+1"_qs);
    settings.replyTarget = std::chrono::hours(8);
    settings.targetsIn = TargetTime::Business;
    const auto told = QStringLiteral("87 16:00 mail in t: When does it ship?");
    QCOMPARE(read(told, 91, {}, settings), u"r1@92 15:00"_qs);
    QCOMPARE(read(told, 92, {}, settings), u"r1@92 15:00!"_qs);
    settings.targetsIn = TargetTime::Calendar;
    QCOMPARE(read(told, 87, {}, settings), u"r1@88 00:00"_qs);
}

void QueueTest::settingsMove_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("told");
    QTest::addColumn<int>("day");
    QTest::addColumn<QString>("queue");
    const auto quiet = u"0 mail in t: My lamp is broken.\n1 mail out t: Try a bulb."_qs;
    const QString refunded = quiet + u"\n2 mail in t: Thank you so much!"_qs;
    QTest::newRow("quiet sooner") << u"quiet-days"_qs << u"2"_qs << quiet << 3 << u"c1@31 12:00"_qs;
    QTest::newRow("never looked after")
        << u"follow-up-days"_qs << u"0"_qs << refunded << 9 << QString();
    QTest::newRow("looked after sooner")
        << u"follow-up-days"_qs << u"1"_qs << refunded << 3 << u"f1@17 23:59"_qs;
    QTest::newRow("a longer target") << u"reply-target-hours"_qs << u"48"_qs
                                     << u"0 mail in t: When?"_qs << 1 << u"r1@2 12:00"_qs;
}

void QueueTest::settingsMove() {
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, told);
    QFETCH(int, day);
    ShopSettings settings;
    setSetting(settings, key, value);
    QTEST(read(told, day, {}, settings), "queue");
}

void QueueTest::restsOnEvents() {
    const auto told = QStringLiteral(
        "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n10 mail in t: Hello?");
    const CustomerQueue queue = queueAt(told, endOf(10), {}, {});
    QCOMPARE(queue.entries.size(), 1u);
    const QueueEntry& entry = queue.entries.front();
    QCOMPARE(entry.events, std::vector({EventId(2), EventId(3)}));
    QCOMPARE(entry.lastWords, EventId(3));
    QCOMPARE(entry.since, story::at(9));
    QCOMPARE(entry.topic, Topic::Damaged);
}

void QueueTest::losesNothing_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 40; ++seed)
        QTest::addRow("%u", seed) << seed;
}

// Whatever happens, each inquiry without an answer is in the queue, or was in it when a person said
// a word; and what was derived on one day says what waits on any later one.
void QueueTest::losesNothing() {
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const auto pick = [&](size_t count) { return static_cast<qsizetype>(random() % count); };
    static const QStringList happenings{u"mail in t: My parcel has not arrived."_qs,
                                        u"mail in t: Hello?"_qs,
                                        u"mail in u: Do you sell bulbs?"_qs,
                                        u"mail in u: Thank you!"_qs,
                                        u"mail out t: I will call you tomorrow."_qs,
                                        u"mail out u: Yes."_qs,
                                        u"call in abandoned wait 90"_qs,
                                        u"call in voicemail: it is still broken"_qs,
                                        u"call out no_answer"_qs,
                                        u"refund 1042"_qs,
                                        u"call in answered wait 5"_qs};
    QStringList lines{u"0 order 1042"_qs};
    for (int day = 1; day < 25; day += 1 + int(pick(4)))
        lines << QStringLiteral("%1 %2").arg(day).arg(happenings[pick(size_t(happenings.size()))]);
    const QString told = lines.join(u'\n');
    const CustomerFacts facts = story::factsOf(told);
    const Coverage coverage;
    const ShopSettings settings;
    PeopleSaid said;
    std::set<EventId> meant;
    for (int day = 5; day < 60; day += 7) {
        const Instant asOf = endOf(day);
        const Understanding understanding = story::understood(facts, asOf, settings, said);
        const CustomerQueue queue =
            scoring::queueOf(scoring::History(facts, understanding, coverage, settings, asOf));
        std::set<EventId> there = meant;
        for (const QueueEntry& entry : queue.entries)
            there.insert(entry.events.begin(), entry.events.end());
        for (const Wait& wait : understanding.waits) {
            auto inquiries = wait.chasedBy;
            inquiries.push_back(wait.inquiry);
            for (const EventId inquiry : inquiries)
                QVERIFY2(
                    wait.answeredAt || there.count(inquiry) == 1,
                    qPrintable(QStringLiteral("event %1 of\n%2").arg(inquiry.value()).arg(told)));
        }
        if (day > 30) {
            const Instant later = asOf + std::chrono::days(9);
            QCOMPARE(textAt(queue, later), textAt(queueAt(told, later, settings, said), later));
        }
        if (!queue.entries.empty() && pick(2) == 0) {
            const QueueEntry& entry = queue.entries.front();
            said.queueWords.push_back(
                {ActId(day), asOf, {}, u"so"_qs, {}, scoring::meantBy(entry)});
            meant.insert(entry.events.begin(), entry.events.end());
        }
    }
}

void QueueTest::sortsByUrgencyThenValue() {
    const Currency euro = *Currency::fromCode(u"EUR");
    const auto row = [&](qint64 event, int due, qint64 minor) {
        QueueRow made;
        made.entry.wait.event = EventId(event);
        made.entry.due = story::at(due);
        if (minor != 0)
            made.value += Money{minor, euro};
        return made;
    };
    std::vector rows{row(1, 5, 100), row(2, 4, 0), row(3, 5, 900), row(4, 5, -100)};
    scoring::sortByUrgency(rows, euro);
    std::vector<qint64> order;
    for (const QueueRow& one : rows)
        order.push_back(one.entry.wait.event.value());
    QCOMPARE(order, std::vector<qint64>({2, 3, 1, 4}));
}

void QueueTest::names_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isOne");
    for (const char* good : {"r881", "b1", "p902", "p902.2", "n17", "c5", "f6"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char* bad :
         {"", "r", "881", "x3", "r-1", "r0", "r1.2", "p1.0", "p1.", "n17.2", "r1 "})
        QTest::newRow(bad) << QString::fromLatin1(bad) << false;
}

void QueueTest::names() {
    QFETCH(QString, text);
    const auto name = waitNameFrom(text);
    QTEST(name.has_value(), "isOne");
    if (name)
        QCOMPARE(textOf(*name), text);
}

QTEST_APPLESS_MAIN(QueueTest)
#include "queue_test.moc"
