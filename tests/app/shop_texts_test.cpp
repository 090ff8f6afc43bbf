// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases and answers as the staff changes them, and back.
#include "app/shop_texts.h"

#include "app/customer_acts.h"
#include "imported_shop.h"
#include "models/domain/failure.h"
#include "models/scoring/offered_texts.h"

#include <QtTest>

using namespace goodfaith;
using namespace goodfaith::app;

class ShopTextsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ShopDatabase> shop_;

    CustomerActs acts() { return {shop_->database(), u"kim"_qs, at(u"2024-05-03T10:00:00Z"_qs)}; }
    std::vector<ShopText> phrases() { return shopTexts(shop_->database(), ShopTextKind::Phrase); }
    std::vector<ShopText> answers() { return shopTexts(shop_->database(), ShopTextKind::Answer); }
    static ShopText answer(const char* question, const char* text) {
        return {ShopTextKind::Answer, {}, QLatin1String(question), QLatin1String(text), {}, {}, {}};
    }

private Q_SLOTS:
    void init() { shop_ = std::make_unique<ShopDatabase>(); }

    void theShippedStandFirst() {
        QCOMPARE(phrases().size(), scoring::shippedPhrases().size());
        QVERIFY(!phrases().front().changedAt);
        QVERIFY(answers().empty());
    }

    void aChangeStandsInItsPlace() {
        ShopText text = phrases()[1];
        text.text = u" So sorry, {first_name}. "_qs;
        QCOMPARE(acts().saveText(text).sentence, u"Saved \u201c%1\u201d."_qs.arg(text.title));
        QCOMPARE(phrases()[1].text, u"So sorry, {first_name}."_qs);
        QCOMPARE(phrases()[1].by, u"kim"_qs);
        QCOMPARE(phrases()[1].changedAt, at(u"2024-05-03T10:00:00Z"_qs));
        text.text = u"Sorry."_qs;
        acts().saveText(text);
        QCOMPARE(phrases()[1].text, u"Sorry."_qs);
        acts().undo();
        QCOMPARE(phrases()[1].text, u"So sorry, {first_name}."_qs);
        acts().undo();
        QCOMPARE(phrases()[1].text, scoring::shippedPhrases()[1].text);
        QVERIFY(acts().redo().sentence.startsWith(u"Done again: saving the phrase \u201c"_qs));
        QCOMPARE(phrases()[1].text, u"So sorry, {first_name}."_qs);
    }

    void aRemovedOneComesBack() {
        const QString key = phrases().front().key;
        acts().removeText(ShopTextKind::Phrase, key);
        QCOMPARE(phrases().size(), scoring::shippedPhrases().size() - 1);
        QVERIFY_EXCEPTION_THROWN(acts().removeText(ShopTextKind::Phrase, key), Failure);
        acts().undo();
        QCOMPARE(phrases().front().key, key);
    }

    void newOnesAreKeptApart() {
        acts().saveText(answer("Open?", "From nine to five."));
        acts().saveText(answer("Where?", "In Riga."));
        QCOMPARE(answers().size(), size_t(2));
        ShopText changed = answers().front();
        changed.text = u"From ten."_qs;
        acts().saveText(changed);
        QCOMPARE(answers().size(), size_t(2));
        QCOMPARE(answers().front().text, u"From ten."_qs);
        acts().removeText(ShopTextKind::Answer, changed.key);
        QCOMPARE(answers().front().title, u"Where?"_qs);
        QCOMPARE(phrases().size(), scoring::shippedPhrases().size());
    }

    void whatIsWrongChangesNothing() {
        QVERIFY_EXCEPTION_THROWN(acts().saveText(answer("Open?", "  ")), Failure);
        ShopText text = phrases().front();
        text.text = u"{shoe_size}"_qs;
        QVERIFY_EXCEPTION_THROWN(acts().saveText(text), Failure);
        QVERIFY(answers().empty());
        // An answer has no slots: what it says it says.
        acts().saveText(answer("Size?", "{shoe_size}"));
        QCOMPARE(answers().size(), size_t(1));
    }

    void firstNames_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("first");
        QTest::newRow("usual") << u"Ada Lindqvist"_qs << u"Ada"_qs;
        QTest::newRow("family first") << u"Lindqvist, Ada"_qs << u"Ada"_qs;
        QTest::newRow("title") << u"Dr. Ada M. Lindqvist"_qs << u"Ada"_qs;
        QTest::newRow("accents") << u"Jürgen Groß"_qs << u"Jürgen"_qs;
        QTest::newRow("capitals") << u"ADA LINDQVIST"_qs << u"Ada"_qs;
        QTest::newRow("small") << u"ada lindqvist"_qs << u"Ada"_qs;
        QTest::newRow("initial") << u"A. Lindqvist"_qs << QString();
        QTest::newRow("company") << u"Nordlicht GmbH"_qs << QString();
        QTest::newRow("nobody") << QString() << QString();
    }
    void firstNames() {
        QFETCH(QString, name);
        QTEST(firstNameOf(name), "first");
    }
};

QTEST_GUILESS_MAIN(ShopTextsTest)
#include "shop_texts_test.moc"
