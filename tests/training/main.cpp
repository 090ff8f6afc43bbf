// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the weights of the complaint model, or shows what they are made from.
#include "models/domain/failure.h"
#include "tests/training/recipe.h"
#include "tests/training/topic_recipe.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>

using namespace goodfaith;
using namespace goodfaith::training;

namespace {

constexpr auto usage =
    "train_complaints GRAMMAR write COUNT     print texts of the grammar, \"1\" for a complaint\n"
    "train_complaints GRAMMAR make FILE       train, and write the weights\n"
    "train_complaints GRAMMAR topics FILE     the same of topics\n"
    "GRAMMAR is tests/training/data, FILE resources/language/en.weights.json or en.topics.json.\n";

void print(const QString& line) {
    QTextStream(stdout) << line << Qt::endl;
}

void writeTexts(const Corpus& corpus, int count) {
    for (WrittenText& text : corpus.write(count, {}, 0)) {
        print(QStringLiteral("%1\t%2")
                  .arg(text.complaint ? 1 : 0)
                  .arg(text.text.replace(u'\n', QStringLiteral("\\n"))));
    }
}

void report(const std::vector<Scored>& scored, const Line& line) {
    int right = 0, said = 0, complaints = 0;
    for (const Scored& each : scored) {
        const bool says = line.steepness * each.sum + line.shift >= 0;
        said += says;
        complaints += each.complaint;
        right += says && each.complaint;
    }
    print(QStringLiteral("Lines held out, in %1 folds: precision %2, recall %3 (%4 texts)")
              .arg(foldCount)
              .arg(double(right) / std::max(said, 1), 0, 'f', 3)
              .arg(double(right) / std::max(complaints, 1), 0, 'f', 3)
              .arg(scored.size()));
}

void save(const QJsonObject& json, const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0 ||
        !file.flush())
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
}

bool isRight(const understanding::TopicModel& model, const TopicText& text) {
    return understanding::likelyTopic(model, text.features, text.phrases) == text.topic;
}

// Of lines that were held out.
void reportTopics(const Corpus& corpus, const TopicRecipe& recipe) {
    constexpr int textsOfFold = 150;  // of each topic
    int right = 0, byPhrases = 0, all = 0;
    for (int fold = 0; fold < foldCount; ++fold) {
        const understanding::TopicModel model(
            madeTopicWeights(corpus, recipe, {Folds::Use::Without, fold}));
        for (const TopicText& text :
             topicTexts(corpus, textsOfFold, {Folds::Use::Only, fold}, quint64(fold) + 20)) {
            ++all;
            right += isRight(model, text);
            byPhrases += text.byPhrases == text.topic;
        }
    }
    print(QStringLiteral("Topics of lines held out: %1 right, by phrases alone %2 (%3 texts)")
              .arg(double(right) / all, 0, 'f', 3)
              .arg(double(byPhrases) / all, 0, 'f', 3)
              .arg(all));
}

void makeTopics(const Corpus& corpus, const QString& path) {
    const TopicRecipe recipe;
    reportTopics(corpus, recipe);
    save(toJson(madeTopicWeights(corpus, recipe)), path);
}

void make(const Corpus& corpus, const QString& path) {
    const Recipe recipe;
    const auto scored = heldOut(corpus, recipe);
    const auto weights = madeWeights(corpus, recipe, scored);
    report(scored, {weights.steepness, weights.shift});
    save(toJson(weights), path);
    print(QStringLiteral("%1 lines of grammar, %2 texts: %3")
              .arg(corpus.grammar().lines())
              .arg(recipe.texts)
              .arg(path));
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    try {
        const bool writes = arguments.size() == 4 && arguments[2] == QLatin1String("write");
        const bool makes = arguments.size() == 4 && arguments[2] == QLatin1String("make");
        const bool makesTopics = arguments.size() == 4 && arguments[2] == QLatin1String("topics");
        if (!writes && !makes && !makesTopics) {
            QTextStream(stderr) << usage;
            return 2;
        }
        const Corpus corpus(arguments[1]);
        if (writes)
            writeTexts(corpus, arguments[3].toInt());
        else if (makesTopics)
            makeTopics(corpus, arguments[3]);
        else
            make(corpus, arguments[3]);
        return 0;
    } catch (const Failure& failure) {
        QTextStream(stderr) << failure.what() << Qt::endl;
        return 1;
    }
}
