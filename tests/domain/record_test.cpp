// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/record.h"

#include "models/domain/score.h"
#include "models/domain/understanding.h"

#include <QSet>
#include <QTest>

using namespace goodfaith;

class RecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remembersByType();
    void neverErasesWhatIsKnown();
    void mergesWhatIsNewer();
    void namesEveryField();
    void namesComeBack();
    void refusesUnknownNames();
    void findsReadings();
};

namespace {

// All names of an enumeration whose values count up from 0 and come back from their names.
template <class Enum, class FromName>
void comeBack(int count, FromName fromName) {
    QSet<QString> names;
    for (int i = 0; i < count; ++i) {
        const QString name = nameOf(static_cast<Enum>(i));
        QVERIFY(!name.isEmpty());
        QCOMPARE(fromName(name), std::optional<Enum>(static_cast<Enum>(i)));
        names.insert(name);
    }
    QCOMPARE(names.size(), count);
}

}  // namespace

void RecordTest::remembersByType() {
    RecordFields fields;
    fields.set(Field::Subject, QStringLiteral("Where is it?"));
    fields.set(Field::WaitSeconds, qint64(30));
    fields.set(Field::Quantity, 1.5);
    fields.set(Field::Total, Money{100, *Currency::fromCode(u"EUR")});
    fields.set(Field::At, instantFromMillis(5));
    QCOMPARE(fields.text(Field::Subject), QStringLiteral("Where is it?"));
    QCOMPARE(fields.integer(Field::WaitSeconds), std::optional<qint64>(30));
    QCOMPARE(fields.decimal(Field::Quantity), std::optional<double>(1.5));
    QCOMPARE(fields.money(Field::Total)->minor, 100);
    QCOMPARE(fields.instant(Field::At), std::optional<Instant>(instantFromMillis(5)));
    // Asked for as another type, or unknown.
    QVERIFY(!fields.integer(Field::Subject));
    QVERIFY(fields.text(Field::WaitSeconds).isEmpty());
    QVERIFY(!fields.money(Field::Amount));
    for (size_t i = 1; i < fields.values().size(); ++i)
        QVERIFY(fields.values()[i - 1].first < fields.values()[i].first);
}

void RecordTest::neverErasesWhatIsKnown() {
    RecordFields fields;
    fields.set(Field::Notes, QString());
    QVERIFY(fields.isEmpty());
    fields.set(Field::Notes, QStringLiteral("called back"));
    fields.set(Field::Notes, QString());
    QCOMPARE(fields.text(Field::Notes), QStringLiteral("called back"));
    fields.set(Field::WaitSeconds, qint64(0));
    QVERIFY(fields.has(Field::WaitSeconds));
}

void RecordTest::mergesWhatIsNewer() {
    RecordFields fields, newer, expected;
    fields.set(Field::Status, QStringLiteral("open"));
    fields.set(Field::Site, QStringLiteral("Leeds"));
    newer.set(Field::Status, QStringLiteral("paid"));
    newer.set(Field::Channel, QStringLiteral("web"));
    expected.set(Field::Channel, QStringLiteral("web"));
    expected.set(Field::Site, QStringLiteral("Leeds"));
    expected.set(Field::Status, QStringLiteral("paid"));
    fields.mergeFrom(newer);
    QCOMPARE(fields, expected);
}

void RecordTest::namesEveryField() {
    constexpr int count = static_cast<int>(Field::DateOfBirth) + 1;
    comeBack<Field>(count, fieldFromName);
    QCOMPARE(typeOf(Field::At), FieldType::Time);
    QCOMPARE(typeOf(Field::DateOfBirth), FieldType::Text);
    QCOMPARE(nameOf(Field::WaitSeconds), QStringLiteral("wait_seconds"));
}

void RecordTest::namesComeBack() {
    comeBack<RecordKind>(static_cast<int>(RecordKind::Visit) + 1, recordKindFromName);
    comeBack<Direction>(3, directionFromName);
    comeBack<PartyRole>(static_cast<int>(PartyRole::Addressee) + 1, partyRoleFromName);
    comeBack<VerdictKind>(3, verdictFromName);
    comeBack<Ask>(static_cast<int>(Ask::Apology) + 1, askFromName);
    QCOMPARE(allTopics().size(), static_cast<size_t>(Topic::Other));
    for (const Topic topic : allTopics())
        QCOMPARE(topicFromName(nameOf(topic)), std::optional<Topic>(topic));
    QCOMPARE(nameOf(Topic::NotReceived), QStringLiteral("not_received"));
    QVERIFY(!isOnTimeline(RecordKind::OrderItem));
    QVERIFY(isOnTimeline(RecordKind::Call));
}

void RecordTest::refusesUnknownNames() {
    QVERIFY(!fieldFromName(u"no_such_field"));
    QVERIFY(!fieldFromName(u""));
    QVERIFY(!recordKindFromName(u"orders"));
    QVERIFY(!verdictFromName(u"Good_Faith"));
    QVERIFY(!directionFromName(u"in"));
}

void RecordTest::findsReadings() {
    Understanding understanding;
    for (const qint64 id : {3, 7, 20}) {
        Reading reading;
        reading.newText = QString::number(id);
        understanding.readings.push_back({EventId(id), reading});
    }
    QCOMPARE(understanding.reading(EventId(7))->newText, QStringLiteral("7"));
    QVERIFY(understanding.reading(EventId(8)) == nullptr);
    QVERIFY(understanding.reading(EventId(21)) == nullptr);
}

QTEST_APPLESS_MAIN(RecordTest)
#include "record_test.moc"
