// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/failure.h"
#include "models/understanding/phrase_finder.h"

#include <QtTest>

using namespace goodfaith::understanding;

class PhrasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data() {
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("words") << "not here"
                               << "It is NOT here." << 1;
        QTest::newRow("other order") << "not here"
                                     << "here not" << 0;
        QTest::newRow("either") << "(lost|gone) (in|by) post"
                                << "gone by post, lost in post" << 2;
        QTest::newRow("optional given") << "not [yet] here"
                                        << "not yet here" << 1;
        QTest::newRow("optional missing") << "not [yet] here"
                                          << "not here" << 1;
        QTest::newRow("optional alternatives") << "a [b c|d] e"
                                               << "a b c e. a d e. a e. a b e" << 3;
        QTest::newRow("class") << "my @item"
                               << "my lamp, my rug, my cat" << 2;
        QTest::newRow("number") << "day @number"
                                << "day 19 and day x" << 1;
        QTest::newRow("gap") << "paid .. express"
                             << "paid a bit for express" << 1;
        QTest::newRow("gap of nothing") << "paid .. express"
                                        << "paid express" << 1;
        QTest::newRow("gap too wide") << "paid .. express"
                                      << "paid just a little bit for express" << 0;
        QTest::newRow("not over sentences") << "not here"
                                            << "It is not. Here is" << 0;
        QTest::newRow("over a line break") << "not here"
                                           << "it is not\nhere" << 1;
        QTest::newRow("not over a blank line") << "not here"
                                               << "it is not\n\nhere" << 0;
        QTest::newRow("typographic apostrophe") << "didnt come"
                                                << "It didn’t come" << 1;
        QTest::newRow("accents") << "cafe"
                                 << "Café" << 1;
        QTest::newRow("letter missing") << "received it"
                                        << "recived it" << 1;
        QTest::newRow("letters swapped") << "received it"
                                         << "recieved it" << 1;
        QTest::newRow("letter doubled") << "received it"
                                        << "receivved it" << 1;
        QTest::newRow("a known word is no typo") << "received it"
                                                 << "receive it" << 0;
        QTest::newRow("the longer one covers") << "(here|not here)"
                                               << "not here" << 1;
    }

    void finds() {
        QFETCH(QString, phrase);
        QFETCH(QString, text);
        QFETCH(int, count);
        PhraseBook book;
        book.addClass(QStringLiteral("item"), {QStringLiteral("lamp"), QStringLiteral("rug")});
        book.add(phrase, 0);
        book.add(QStringLiteral("receive"), 1);
        book.tolerateTypos({QStringLiteral("received")});
        book.finish();
        PhraseFinder finder(book);
        const auto hits = finder.find(wordsOf(text, book));
        QCOMPARE(std::count_if(hits.begin(), hits.end(), [](auto& hit) { return hit.group == 0; }),
                 std::ptrdiff_t(count));
    }

    void refuses_data() {
        QTest::addColumn<QString>("phrase");
        QTest::newRow("open bracket") << "(a|b";
        QTest::newRow("stray bracket") << "a)";
        QTest::newRow("empty") << "";
        QTest::newRow("nothing needed") << "[a]";
    }

    void refuses() {
        QFETCH(QString, phrase);
        QVERIFY_EXCEPTION_THROWN(PhraseBook().add(phrase, 0), goodfaith::Failure);
    }

    void sentencesKnowTheirQuestions() {
        const Words words = wordsOf(u"Is it here? No. Why?!", PhraseBook());
        QCOMPARE(words.asks, std::vector<bool>({true, false, true}));
        QCOMPARE(words.list.back().sentence, 2);
    }
};

QTEST_APPLESS_MAIN(PhrasesTest)
#include "phrases_test.moc"
