// SPDX-License-Identifier: GPL-3.0-or-later
// How well complaints are told on texts that we did not write and never trained on. The texts are
// those of the folder that GOODFAITH_DATA names; without it only the labels are looked at.
#include "models/understanding/text_reader.h"
#include "tests/training/figures.h"
#include "tests/training/labelled_texts.h"

#include <QProcess>
#include <QTemporaryFile>
#include <QTextStream>
#include <QtTest>

#include <sys/resource.h>

#include <ctime>
#include <map>

using namespace goodfaith;
using namespace goodfaith::training;

namespace {

const QString labelFolder = QStringLiteral(GOODFAITH_TEST_DATA "/complaint_labels");
constexpr int samples = 2000;
constexpr quint64 seed = 7;
constexpr int rounds = 40;  // over all texts, when speed is measured

double secondsOf(std::clock_t ticks) {
    return double(ticks) / CLOCKS_PER_SEC;
}

QString number(double value) {
    return QString::number(value, 'f', 3);
}

}  // namespace

class ComplaintEvaluationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        texts_ = labels(labelFolder);
        data_ = qEnvironmentVariable("GOODFAITH_DATA");
        if (!data_.isEmpty())
            resolve(texts_, data_);
    }

    void twoPeopleAgree() {
        std::vector<std::pair<bool, bool>> pairs;
        for (const LabelledText& text : texts_) {
            pairs.emplace_back(text.first, text.second);
            // The rule of README.md: where they disagree it is no complaint.
            QCOMPARE(text.agreed, text.first && text.second);
        }
        QVERIFY(pairs.size() >= 600);
        const double kappa = cohensKappa(pairs);
        say(QStringLiteral("%1 texts, kappa %2").arg(pairs.size()).arg(number(kappa)));
        QVERIFY(kappa >= 0.6);
    }

    void theModelBeatsAKeywordList() {
        if (data_.isEmpty())
            QSKIP("GOODFAITH_DATA names no folder with complaints and email.");
        const auto model = answersOfModel();
        const auto keywords = answersOfKeywords();
        say(QStringLiteral("source            texts  complaints  precision  recall  F1     AUC"));
        report(QStringLiteral("keywords"), keywords);
        const auto overall = report(QStringLiteral("model"), model);
        for (const auto& [source, answers] : bySource(model))
            report(u"  " + source, answers);
        for (const auto& [source, answers] : bySource(keywords))
            report(u"  keywords, " + source, answers);
        const auto interval = f1Interval(model, samples, seed);
        const auto other = f1Interval(keywords, samples, seed);
        say(QStringLiteral("F1 of the model %1 to %2, of the keywords %3 to %4 (95 %)")
                .arg(number(interval.low), number(interval.high), number(other.low),
                     number(other.high)));
        QVERIFY(interval.low > other.high);
        QVERIFY(overall.f1 > figuresOf(keywords).f1 + 0.1);
    }

    void speedBesideGrep() {
        if (data_.isEmpty())
            QSKIP("GOODFAITH_DATA names no folder with complaints and email.");
        const auto file = textFile(rounds);
        const std::clock_t begin = std::clock();
        for (int round = 0; round < rounds; ++round)
            answersOfModel();
        const double ours = secondsOf(std::clock() - begin);
        const double theirs = secondsOfGrep(file->fileName());
        say(QStringLiteral("reading a text takes %1 µs, %2 times as long as grep -c")
                .arg(ours / rounds / double(texts_.size()) * 1e6, 0, 'f', 0)
                .arg(ours / theirs, 0, 'f', 1));
    }

private:
    static void say(const QString& line) { QTextStream(stdout) << line << Qt::endl; }

    static Figures report(const QString& name, const std::vector<Answer>& answers) {
        const Figures figures = figuresOf(answers);
        say(QStringLiteral("%1 %2 %3   %4      %5   %6  %7")
                .arg(name, -17)
                .arg(figures.texts, 5)
                .arg(figures.positive, 9)
                .arg(number(figures.precision), number(figures.recall), number(figures.f1),
                     number(areaUnderCurve(answers))));
        return figures;
    }

    std::map<QString, std::vector<Answer>> bySource(const std::vector<Answer>& answers) const {
        std::map<QString, std::vector<Answer>> sources;
        for (size_t at = 0; at < answers.size(); ++at)
            sources[texts_[at].source].push_back(answers[at]);
        return sources;
    }

    std::vector<Answer> answersOfModel() {
        std::vector<Answer> answers;
        for (const LabelledText& text : texts_) {
            const Reading reading =
                reader_.read({RecordKind::Message, Direction::Inbound, {}, text.text, {}});
            answers.push_back({text.agreed, reading.complaint, reading.complaintProbability});
        }
        return answers;
    }

    // A text a line, all of them so many times.
    std::unique_ptr<QTemporaryFile> textFile(int times) const {
        auto file = std::make_unique<QTemporaryFile>();
        if (!file->open())
            qFatal("no temporary file");
        for (int time = 0; time < times; ++time) {
            for (const LabelledText& text : texts_)
                file->write(text.text.toUtf8() + '\n');
        }
        file->flush();
        return file;
    }

    static QStringList grepArguments(const QString& what, const QString& path) {
        return {what,
                QStringLiteral("-i"),
                QStringLiteral("-w"),
                QStringLiteral("-F"),
                QStringLiteral("-f"),
                labelFolder + QStringLiteral("/keywords.txt"),
                path};
    }

    std::vector<Answer> answersOfKeywords() const {
        const auto file = textFile(1);
        QProcess grep;
        grep.start(QStringLiteral("grep"), grepArguments(QStringLiteral("-n"), file->fileName()));
        grep.waitForFinished();
        std::vector<Answer> answers;
        for (const LabelledText& text : texts_)
            answers.push_back({text.agreed, false, 0});
        const auto lines = grep.readAllStandardOutput().split('\n');
        for (const QByteArray& line : lines) {
            const auto row = line.left(line.indexOf(':')).toUInt();
            if (row > 0)
                answers[row - 1] = {answers[row - 1].truth, true, 1};
        }
        return answers;
    }

    static double secondsOfGrep(const QString& path) {
        const double before = secondsOfChildren();
        QProcess grep;
        grep.start(QStringLiteral("grep"), grepArguments(QStringLiteral("-c"), path));
        grep.waitForFinished();
        return secondsOfChildren() - before;
    }

    // Of the processor: others may keep the machine busy.
    static double secondsOfChildren() {
        rusage usage{};
        getrusage(RUSAGE_CHILDREN, &usage);
        return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
               double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    }

    QString data_;
    std::vector<LabelledText> texts_;
    understanding::TextReader reader_;
};

QTEST_GUILESS_MAIN(ComplaintEvaluationTest)
#include "complaint_evaluation_test.moc"
