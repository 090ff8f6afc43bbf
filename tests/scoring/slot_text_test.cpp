// SPDX-License-Identifier: GPL-3.0-or-later
// Texts with slots, and the sentences of advice, which are such texts.
#include "models/scoring/slot_text.h"

#include "models/domain/failure.h"
#include "models/scoring/advice_words.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace goodfaith;
using scoring::filled;

class SlotTextTest : public QObject {
    Q_OBJECT

private:
    static QJsonObject advice() {
        QFile file(QStringLiteral(GOODFAITH_ADVICE));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

private Q_SLOTS:
    void fills_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QStringList>("missing");
        QTest::newRow("nothing to fill") << u"Hello."_qs << u"Hello."_qs << QStringList();
        QTest::newRow("filled") << u"Dear {name}, order {order}."_qs << u"Dear Ada, order 7."_qs
                                << QStringList();
        QTest::newRow("twice") << u"{name} {name}"_qs << u"Ada Ada"_qs << QStringList();
        QTest::newRow("unknown") << u"{day}, {name}, {day}"_qs << u"{day}, Ada, {day}"_qs
                                 << QStringList{u"day"_qs};
        QTest::newRow("known to be empty")
            << u"{none}"_qs << u"{none}"_qs << QStringList{u"none"_qs};
        QTest::newRow("braces that open no slot")
            << u"{ {} {Name} }{ {name"_qs << u"{ {} {Name} }{ {name"_qs << QStringList();
        QTest::newRow("a brace before a slot") << u"{{name}}"_qs << u"{Ada}"_qs << QStringList();
        QTest::newRow("values are no texts") << u"{nested}"_qs << u"{name}"_qs << QStringList();
    }
    void fills() {
        QFETCH(QString, text);
        const auto result = filled(text, {{u"name"_qs, u"Ada"_qs},
                                          {u"order"_qs, u"7"_qs},
                                          {u"nested"_qs, u"{name}"_qs},
                                          {u"none"_qs, {}}});
        QTEST(result.text, "expected");
        QTEST(result.missing, "missing");
    }

    void whatIsShippedIsSound() { QVERIFY(scoring::adviceWordsFrom(advice()).size() > 40); }

    void refusesOtherAdvice_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("a slot that nobody fills")
            << u"owed.answer"_qs << u"Since {when}."_qs << u"{when}"_qs;
        QTest::newRow("one is missing") << u"worth"_qs << QString() << u"worth"_qs;
        QTest::newRow("one that nothing says") << u"insult"_qs << u"Go away."_qs << u"insult"_qs;
        QTest::newRow("a slot in a topic's")
            << u"remedy.late"_qs << u"find {order}"_qs << u"{order}"_qs;
    }
    void refusesOtherAdvice() {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QString, says);
        QJsonObject changed = advice();
        changed[name] = text;
        try {
            scoring::adviceWordsFrom(changed);
            QFAIL("it was taken");
        } catch (const Failure& failure) {
            QVERIFY2(failure.message().contains(says), qPrintable(failure.message()));
        }
    }

    // Whoever reads it over one's shoulder must not be hurt.
    void neverAccuses_data() {
        QTest::addColumn<QString>("word");
        for (const char* word : {"liar", "lying", "lie ", "fraud", "abuse", "cheat", "scam",
                                 "dishonest", "suspicious", "refuse them", "reject"})
            QTest::newRow(word) << QString::fromLatin1(word);
    }
    void neverAccuses() {
        QFETCH(QString, word);
        for (const QJsonValue& text : advice())
            QVERIFY2(!text.toString().contains(word, Qt::CaseInsensitive),
                     qPrintable(text.toString()));
    }
};

QTEST_APPLESS_MAIN(SlotTextTest)
#include "slot_text_test.moc"
