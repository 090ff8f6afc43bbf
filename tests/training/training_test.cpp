// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that the weights are made with: the grammar, the trainer, the figures.
#include "models/domain/failure.h"
#include "tests/training/figures.h"
#include "tests/training/grammar.h"
#include "tests/training/noise.h"
#include "tests/training/trainer.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <set>

using namespace goodfaith;
using namespace goodfaith::training;

namespace {

const QByteArray letters =
    "{'a': ['x{b}y'], 'b': ['(1|2)[3]'],"
    " 'list': ['aa','bb','cc','dd','ee','ff','gg','hh','ii','jj','kk','ll'],"
    " 'orders': ['{list}','{list} {list}','{list}, {list}','{a}','{b}','{a} {b}','{b} {a}',"
    " '{a} {a}','{b} {b}','{b} {b} {b}']}";

// Twice as many texts with slot 1 complain as do not; those with slot 2 never do.
std::vector<Example> someExamples() {
    std::vector<Example> examples;
    for (int i = 0; i < 300; ++i) {
        examples.push_back({{1, 5}, i % 3 != 0});
        examples.push_back({{2, 5}, false});
    }
    return examples;
}

}  // namespace

class TrainingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void aLineIsWrittenInAllItsWays() {
        const Grammar grammar = grammarOf(letters);
        Random random(1);
        std::set<QString> seen;
        for (int i = 0; i < 200; ++i)
            seen.insert(grammar.write(QStringLiteral("a"), {}, random));
        QCOMPARE(seen, std::set<QString>({QStringLiteral("x1y"), QStringLiteral("x2y"),
                                          QStringLiteral("x13y"), QStringLiteral("x23y")}));
    }

    void aDamagedGrammarIsRefused_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("unknown section") << QByteArray("{'a': ['{b}']}");
        QTest::newRow("open brace") << QByteArray("{'a': ['{b'], 'b': ['c']}");
        QTest::newRow("empty section") << QByteArray("{'a': []}");
    }

    void aDamagedGrammarIsRefused() {
        QFETCH(QByteArray, json);
        QVERIFY_EXCEPTION_THROWN(grammarOf(json), Failure);
    }

    void eachLineIsOfOneFold() {
        const Grammar grammar = grammarOf(letters);
        std::multiset<QString> all;
        for (int fold = 0; fold < foldCount; ++fold) {
            const auto only = written(grammar, {Folds::Use::Only, fold});
            const auto without = written(grammar, {Folds::Use::Without, fold});
            for (const QString& line : only)
                QVERIFY(!without.contains(line));
            QCOMPARE(only.size() + without.size(), size_t(12));
            all.insert(only.begin(), only.end());
        }
        QCOMPARE(all.size(), size_t(12));
    }

    void whatOnlyOrdersSectionsIsOfEveryFold() {
        const Grammar grammar = grammarOf(letters);
        Random random(3);
        std::set<qsizetype> sizes;
        for (int i = 0; i < 300; ++i)
            sizes.insert(
                grammar.write(QStringLiteral("orders"), {Folds::Use::Only, 0}, random).count(u' '));
        QCOMPARE(sizes, std::set<qsizetype>({0, 1, 2}));
    }

    void noiseIsTheSameEachTime() {
        const Noise noise({QStringLiteral("please pls")}, {QStringLiteral("the")});
        const QString text = QStringLiteral("Please send the missing lid, it wasn't in the box.");
        std::set<QString> seen;
        for (quint64 seed = 0; seed < 50; ++seed) {
            Random one(seed), other(seed);
            const QString noisy = noise.added(text, one);
            QCOMPARE(noisy, noise.added(text, other));
            seen.insert(noisy);
        }
        QVERIFY(seen.size() > 10);
        QVERIFY(seen.contains(text));
    }

    void theTrainerLearnsWhatMatters() {
        const auto weights = trained(someExamples(), {});
        QVERIFY(weights[1] > 0);
        QVERIFY(weights[2] < -1);
        QCOMPARE(weights[7], 0.0);
        QVERIFY(weights == trained(someExamples(), {}));
    }

    void calibrationGivesHonestOdds() {
        // 3 of 4 complain at 2, 1 of 4 at -1.
        std::vector<Scored> scored;
        for (int i = 0; i < 4000; ++i) {
            scored.push_back({2, i % 4 != 0});
            scored.push_back({-1, i % 4 == 0});
        }
        const Line line = calibrated(scored);
        QVERIFY(std::abs(2 * line.steepness + line.shift - std::log(3)) < 0.01);
        QVERIFY(std::abs(-line.steepness + line.shift + std::log(3)) < 0.01);
    }

    void figuresAreWhatTheyAreCalled() {
        std::vector<Answer> answers(3, {true, true, 0.9});
        answers.push_back({true, false, 0.4});
        answers.push_back({false, true, 0.6});
        answers.push_back({false, false, 0.4});
        const Figures figures = figuresOf(answers);
        QCOMPARE(figures.precision, 0.75);
        QCOMPARE(figures.recall, 0.75);
        QCOMPARE(figures.f1, 0.75);
        // Of eight pairs six are won, one is tied.
        QCOMPARE(areaUnderCurve(answers), 6.5 / 8);
        const Interval interval = f1Interval(answers, 500, 1);
        QVERIFY(interval.low < 0.75 && interval.high > 0.75);
    }

    void kappaLeavesChanceOut() {
        QCOMPARE(cohensKappa({{true, true}, {false, false}}), 1.0);
        QCOMPARE(cohensKappa({{true, true}, {true, false}, {false, true}, {false, false}}), 0.0);
        QCOMPARE(cohensKappa({{true, false}, {false, true}}), -1.0);
    }

private:
    // JSON with single quotes.
    Grammar grammarOf(QByteArray json) const {
        json.replace('\'', '"');
        QFile file(folder_->filePath(QStringLiteral("grammar.json")));
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
            qFatal("no temporary file");
        file.close();
        return Grammar(folder_->path());
    }

    static std::set<QString> written(const Grammar& grammar, Folds folds) {
        Random random(2);
        std::set<QString> lines;
        for (int i = 0; i < 400; ++i)
            lines.insert(grammar.write(QStringLiteral("list"), folds, random));
        return lines;
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_APPLESS_MAIN(TrainingTest)
#include "training_test.moc"
