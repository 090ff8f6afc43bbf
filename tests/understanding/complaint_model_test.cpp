// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/complaint_model.h"

#include "models/domain/failure.h"
#include "models/understanding/phrases.h"

#include <QJsonArray>
#include <QtTest>

#include <set>

using namespace goodfaith;
using namespace goodfaith::understanding;

namespace {

Lexicon lexicon() {
    const QJsonObject classes{
        {QStringLiteral("negation"), QJsonArray{QStringLiteral("not"), QStringLiteral("never")}},
        {QStringLiteral("condition"), QJsonArray{QStringLiteral("if")}},
        {QStringLiteral("turn"), QJsonArray{QStringLiteral("but")}},
        {QStringLiteral("broken"), QJsonArray{QStringLiteral("broke*"), QStringLiteral("cracked")}},
        {QStringLiteral("praise"), QJsonArray{QStringLiteral("great")}}};
    return Lexicon(QJsonObject{{QStringLiteral("classes"), classes}});
}

Words wordsIn(const QString& text) {
    return wordsOf(text, PhraseBook());
}

std::vector<Feature> featuresOf(const QString& text) {
    static const Lexicon known = lexicon();
    WordForms forms(known);
    return complaintFeatures(text, wordsIn(text), {}, forms);
}

std::set<uint16_t> slotsOf(const QString& text) {
    std::set<uint16_t> found;
    for (const Feature& feature : featuresOf(text))
        found.insert(feature.slot);
    return found;
}

ModelWeights someWeights() {
    ModelWeights weights;
    weights.version = 4;
    weights.steps.assign(slotCount, 0);
    weights.step = 0.5;
    weights.steepness = 2;
    weights.shift = -1;
    return weights;
}

}  // namespace

class ComplaintModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWordIsInItsClasses_data() {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isIn");
        QTest::newRow("whole") << "cracked"
                               << "broken" << true;
        QTest::newRow("beginning") << "brokenly"
                                   << "broken" << true;
        QTest::newRow("the beginning itself") << "broke"
                                              << "broken" << true;
        QTest::newRow("too short") << "bro"
                                   << "broken" << false;
        QTest::newRow("no beginning") << "crackeds"
                                      << "broken" << false;
        QTest::newRow("another class") << "cracked"
                                       << "praise" << false;
        QTest::newRow("unknown class") << "cracked"
                                       << "nothing" << false;
    }

    void aWordIsInItsClasses() {
        QFETCH(QString, word);
        QFETCH(QString, name);
        QTEST((lexicon().classesOf(word) & lexicon().bitOf(name)) != 0, "isIn");
    }

    void aFeatureOccursOnce() {
        const auto features = featuresOf(QStringLiteral("broken broken broken, it is broken"));
        std::set<uint16_t> once;
        for (const Feature& feature : features)
            QVERIFY(once.insert(feature.slot).second);
    }

    void textsAreTheSame_data() {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("capitals") << "IT BROKE"
                                  << "it broke" << true;
        QTest::newRow("apostrophes") << "it doesn’t work"
                                     << "it doesnt work" << true;
        QTest::newRow("accents") << "the café"
                                 << "the cafe" << true;
        QTest::newRow("numbers") << "12 days"
                                 << "7 days" << true;
        QTest::newRow("order numbers") << "order A77"
                                       << "order B12" << true;
        QTest::newRow("order of words") << "it broke not"
                                        << "not it broke" << false;
        QTest::newRow("question") << "is it broken?"
                                  << "is it broken" << false;
        QTest::newRow("supposed") << "if it broke"
                                  << "it broke if" << false;
    }

    void textsAreTheSame() {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QTEST(slotsOf(one) == slotsOf(other), "same");
    }

    void aSentenceEndsWhatIsNegated() {
        const auto near = slotsOf(QStringLiteral("not broke"));
        const auto far = slotsOf(QStringLiteral("not. broke"));
        QVERIFY(near != far);
        // All that the two words say apart from each other.
        const auto apart = slotsOf(QStringLiteral("but. broke"));
        QVERIFY(std::any_of(near.begin(), near.end(), [&](auto slot) {
            return !far.contains(slot) && !apart.contains(slot);
        }));
    }

    void featuresRestOnWordsOfTheText() {
        const QString text = QStringLiteral("It never broke. Great, if it is great!");
        const auto words = wordsIn(text).list.size();
        for (const Feature& feature : featuresOf(text))
            QVERIFY(feature.begin <= feature.end && feature.end <= words);
    }

    void nothingHasFewFeatures() { QVERIFY(featuresOf({}).size() < 10); }

    void wordsAddUpToTheWhole() {
        ModelWeights weights = someWeights();
        for (size_t slot = 0; slot < slotCount; ++slot)
            weights.steps[slot] = int8_t(int(slot % 7) - 3);
        const ComplaintModel model(weights);
        const QString text = QStringLiteral("My great cup never broke but the lid is cracked.");
        auto features = featuresOf(text);
        std::erase_if(features,
                      [](const Feature& feature) { return feature.begin == feature.end; });
        double sum = weights.shift;
        for (const double moved : model.byWord(features, wordsIn(text).list.size()))
            sum += moved;
        QVERIFY(std::abs(sum - model.logOdds(features)) < 1e-9);
    }

    void weightsAreKept() {
        ModelWeights weights = someWeights();
        weights.steps[5] = -127;
        weights.steps[9] = 127;
        const ModelWeights read = weightsFrom(toJson(weights));
        QCOMPARE(read.version, 4);
        QVERIFY(read.steps == weights.steps);
        QCOMPARE(read.step, weights.step);
        QCOMPARE(read.steepness, weights.steepness);
        QCOMPARE(read.shift, weights.shift);
    }

    void damagedWeightsAreRefused_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("features of another version")
            << "features" << QJsonValue(featureVersion + 1);
        QTest::newRow("no weights") << "weights" << QJsonValue();
        QTest::newRow("too few") << "weights"
                                 << QJsonValue(QString::fromLatin1(qCompress("abc").toBase64()));
        QTest::newRow("nonsense") << "weights" << QJsonValue(QStringLiteral("AAAAAzz"));
    }

    void damagedWeightsAreRefused() {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = toJson(someWeights());
        json[key] = value;
        QVERIFY_EXCEPTION_THROWN(weightsFrom(json), Failure);
    }
};

QTEST_APPLESS_MAIN(ComplaintModelTest)
#include "complaint_model_test.moc"
