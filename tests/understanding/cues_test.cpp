// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/cues.h"

#include <QtTest>

using namespace goodfaith::understanding;

class CuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts_data() {
        QTest::addColumn<QStringList>("cues");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        const auto row = [](const char* name, const QStringList& cues, const char* text,
                            int count) {
            QTest::newRow(name) << cues << QString::fromUtf8(text) << count;
        };
        row("none", {u"away"_qs}, "aw ay", 0);
        row("no cues", {}, "anything", 0);
        row("no text", {u"away"_qs}, "", 0);
        row("one twice", {u"away"_qs}, "away, away", 1);
        row("at both ends", {u"far"_qs, u"off"_qs}, "far and off", 2);
        row("one within another", {u"on leave"_qs, u"leave"_qs, u"v"_qs}, "on leave", 3);
        row("one begins within another", {u"abcd"_qs, u"bce"_qs}, "abce", 1);
        row("a beginning that fails and begins again", {u"aab"_qs}, "aaab", 1);
        row("the end of a long one", {u"abcde"_qs, u"cd"_qs}, "abcdx", 1);
        row("other letters", {u"отпуск"_qs, u"5.1.1"_qs}, "отпуск 5.1.1", 2);
        row("the same cue twice", {u"x"_qs, u"x"_qs}, "x", 2);
    }

    void counts() {
        QFETCH(QStringList, cues);
        QFETCH(QString, text);
        QFETCH(int, count);
        QCOMPARE(Cues(cues).countIn(text, 9), count);
        QCOMPARE(Cues(cues).anyIn(text), count > 0);
    }

    void knowsBeginnings() {
        const Beginnings beginnings({u"sent from"_qs, u"sent"_qs, u"от"_qs});
        QVERIFY(beginnings.begin(u"sent from my boat"));
        QVERIFY(beginnings.begin(u"отпуск"));
        QVERIFY(!beginnings.begin(u"I sent it"));
        QVERIFY(!beginnings.begin(u""));
        QVERIFY(beginnings.are(u"sent"));
        QVERIFY(!beginnings.are(u"sent f"));
    }
};

QTEST_APPLESS_MAIN(CuesTest)
#include "cues_test.moc"
