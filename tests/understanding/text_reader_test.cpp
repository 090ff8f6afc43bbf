// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/text_reader.h"

#include <QFile>
#include <QtTest>

#include <ctime>

using namespace goodfaith;
using namespace goodfaith::understanding;

class TextReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Topic ("*": any, "-": no complaint), "mail" or "call", text.
    void complaint_data() {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<bool>("isCall");
        QTest::addColumn<QString>("text");
        QFile file(QStringLiteral(GOODFAITH_TEST_DATA "/understanding/complaints.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() > 80);
        for (const QString& line : lines) {
            const auto cells = line.split(u'\t');
            if (cells.size() < 3)
                continue;
            QString text = cells[2];
            text.replace(QStringLiteral("\\n"), QStringLiteral("\n"));
            QTest::newRow(qPrintable(cells[2].left(60)))
                << cells[0] << (cells[1] == u"call") << text;
        }
    }

    void complaint() {
        QFETCH(QString, topic);
        QFETCH(bool, isCall);
        QFETCH(QString, text);
        const Reading reading = isCall ? call(text) : inbound(text);
        const QString found = reading.complaint ? nameOf(reading.topic) : QStringLiteral("-");
        const auto why = QStringList(reading.movedBy.begin(), reading.movedBy.end());
        const bool isAny = topic == u"*" && reading.complaint;
        QVERIFY2(isAny || found == topic, qPrintable(QStringLiteral("%1 %2 by %3")
                                                         .arg(found)
                                                         .arg(reading.complaintProbability)
                                                         .arg(why.join(u'|'))));
    }

    void asks_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("asks");
        QTest::newRow("refund") << "I want a refund"
                                << "refund";
        QTest::newRow("money back") << "Please give me my money back"
                                    << "refund";
        QTest::newRow("no refund") << "I do not want a refund, send a new one"
                                   << "replacement";
        QTest::newRow("replacement") << "Please send me a replacement"
                                     << "replacement";
        QTest::newRow("either") << "refund it or replace it"
                                << "refund,replacement";
        QTest::newRow("compensation") << "I expect some compensation"
                                      << "compensation";
        QTest::newRow("repair") << "Can it be repaired?"
                                << "repair";
        QTest::newRow("information") << "Please let me know"
                                     << "information";
        QTest::newRow("apology") << "I expect an apology"
                                 << "apology";
        QTest::newRow("nothing") << "The lid is cracked"
                                 << "";
    }

    void asks() {
        QFETCH(QString, text);
        QStringList names;
        for (const Ask ask : inbound(text).asks)
            names << nameOf(ask);
        QTEST(names.join(u','), "asks");
    }

    void signal_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("signals");
        QTest::newRow("received") << "The parcel arrived today, but which manual?"
                                  << "received";
        QTest::newRow("received, damaged") << "I received it and the lid is cracked"
                                           << "received";
        QTest::newRow("not received") << "It has not arrived"
                                      << "";
        QTest::newRow("asks whether") << "Has it arrived?"
                                      << "";
        QTest::newRow("if") << "If it arrived today I would be glad"
                            << "";
        QTest::newRow("works") << "It works fine now but where is the manual?"
                               << "works";
        QTest::newRow("does not work") << "It never works properly"
                                       << "";
        QTest::newRow("thanks") << "Thank you very much for your help!"
                                << "thanks";
        QTest::newRow("confirms") << "ok, perfect"
                                  << "thanks";
        QTest::newRow("agrees")
            << "Hi all,\n\nYes, do that please. Thanks for the quick answer.\n\nNisha"
            << "thanks";
        QTest::newRow("agrees to a day")
            << "OK, that would be fine. I can be at home every morning."
            << "thanks";
        QTest::newRow("confirms what we asked") << "Yes, that is correct."
                                                << "thanks";
        QTest::newRow("agrees and asks") << "Yes please. And when will it come?"
                                         << "";
        QTest::newRow("agrees but") << "Yes, do that please, but the lamp is missing too"
                                    << "";
        QTest::newRow("misspelt") << "Received, amny tahnks."
                                  << "thanks";
        QTest::newRow("signed with an address")
            << "Thanks a lot. That helps.\n\nWith kind regards,\nSunita Patel\n\n41 Pound "
               "Lane\nBirmingham\nB4 6MI"
            << "thanks";
        QTest::newRow("short lines after a word of thanks")
            << "Hello\nThank you\nThe mug is scratched.\nWhat now\nBob"
            << "";
        QTest::newRow("thanks and more") << "Thanks, could you also send the manual?"
                                         << "";
        QTest::newRow("thanks but") << "Thanks but it is still broken"
                                    << "";
        QTest::newRow("review") << "Pay me or I will leave a bad review"
                                << "threat";
        QTest::newRow("chargeback") << "I will do a chargeback"
                                    << "threat";
        QTest::newRow("no threat") << "I will leave a good review"
                                   << "";
    }

    void signal() {
        QFETCH(QString, text);
        const Reading reading = inbound(text);
        QStringList names;
        if (reading.saysReceived && !reading.thanks)
            names << QStringLiteral("received");
        if (reading.saysWorks && !reading.thanks)
            names << QStringLiteral("works");
        if (reading.thanks)
            names << QStringLiteral("thanks");
        if (reading.threat)
            names << QStringLiteral("threat");
        QTEST(names.join(u','), "signals");
    }

    void admits_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("admits");
        QTest::newRow("our mistake") << "This was our mistake." << true;
        QTest::newRow("wrong item") << "I see that we sent you the wrong item." << true;
        QTest::newRow("should have") << "We should have told you." << true;
        QTest::newRow("overcharged") << "You were charged twice, I have refunded it." << true;
        QTest::newRow("forgot") << "We forgot to pack the screws." << true;
        QTest::newRow("courtesy") << "We are sorry for the inconvenience." << false;
        QTest::newRow("sorry to hear") << "I am sorry to hear that it broke." << false;
        QTest::newRow("denies") << "It was not our mistake." << false;
        QTest::newRow("supposes") << "If we made a mistake we will pay." << false;
    }

    void admits() {
        QFETCH(QString, text);
        QTEST(read(RecordKind::Message, Direction::Outbound, {}, text).admits, "admits");
        QVERIFY(!inbound(text).admits);
    }

    void ourOwnWordsNeverComplain() {
        const auto reading = read(RecordKind::Message, Direction::Outbound, {},
                                  QStringLiteral("Your parcel has not arrived, it was lost."));
        QVERIFY(!reading.complaint);
        QCOMPARE(reading.complaintProbability, 0.0);
    }

    void whatIsQuotedDoesNotComplain() {
        QVERIFY(!inbound(QStringLiteral("Thanks, that helped!\n\n> My parcel has not arrived, "
                                        "I want a refund."))
                     .complaint);
    }

    void aFirstSubjectCounts() {
        const auto subject = QStringLiteral("Parcel never arrived");
        const auto text = QStringLiteral("See the number below. Ada");
        QVERIFY(read(RecordKind::Message, Direction::Inbound, subject, text).complaint);
        QVERIFY(!read(RecordKind::Message, Direction::Inbound, u"Re: " + subject, text).complaint);
    }

    void automaticMailsDoNotComplain() {
        const auto reading =
            read(RecordKind::Message, Direction::Inbound, QStringLiteral("Automatic reply: Lid"),
                 QStringLiteral("It has not arrived, I want a refund."));
        QCOMPARE(reading.nature, MessageNature::AutoReply);
        QVERIFY(!reading.complaint);
    }

    void theStrongestWordsComeFirst() {
        const auto moved = inbound(QStringLiteral("It arrived broken, please help me.")).movedBy;
        QVERIFY(!moved.empty());
        QVERIFY2(moved.front().contains(QStringLiteral("broken")), qPrintable(moved.front()));
    }

    void nothingIsReadFromNothing() {
        const Reading reading = inbound(QString());
        QVERIFY(!reading.complaint && !reading.thanks && reading.movedBy.empty());
    }

    void hugeTextsTakeLittleTime_data() {
        QTest::addColumn<QString>("text");
        const auto repeated = [](const QString& unit) {
            return unit.repeated(200000 / unit.size());
        };
        QTest::newRow("prose") << repeated(QStringLiteral("The parcel has not arrived yet. "));
        QTest::newRow("one sentence") << repeated(QStringLiteral("not been very it the my still "));
        QTest::newRow("one word") << repeated(QStringLiteral("a"));
        QTest::newRow("apostrophes") << repeated(QStringLiteral("''"));
        QTest::newRow("marks") << repeated(QStringLiteral("?!"));
        QTest::newRow("accents") << repeated(QStringLiteral("e\u0301"));
    }

    void hugeTextsTakeLittleTime() {
        QFETCH(QString, text);
        const std::clock_t begin = std::clock();
        inbound(text);
        // Time of our own: others may keep the machine busy.
        const auto millis = 1000 * (std::clock() - begin) / CLOCKS_PER_SEC;
        QVERIFY2(millis < 1500, qPrintable(QString::number(millis)));
    }

private:
    Reading read(RecordKind kind, Direction direction, const QString& subject,
                 const QString& text) {
        return reader_.read({kind, direction, subject, text, {}});
    }
    Reading inbound(const QString& text) {
        return read(RecordKind::Message, Direction::Inbound, {}, text);
    }
    Reading call(const QString& text) {
        return read(RecordKind::Call, Direction::Inbound, {}, text);
    }

    TextReader reader_;
};

QTEST_APPLESS_MAIN(TextReaderTest)
#include "text_reader_test.moc"
