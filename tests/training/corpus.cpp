// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/training/corpus.h"

namespace goodfaith::training {
namespace {

const QString language = QStringLiteral("en");
constexpr quint64 seed = 3;

}  // namespace

Corpus::Corpus(const QString& folder)
    : grammar_(folder),
      noise_(grammar_.section(QStringLiteral("noise.short")),
             grammar_.section(QStringLiteral("noise.left_out"))),
      language_(understanding::Language::load(language)),
      lexicon_(understanding::lexiconOf(language)) {}

std::vector<WrittenText> Corpus::write(int count, Folds folds, quint64 stream) const {
    Random random(seed, stream);
    std::vector<WrittenText> texts;
    for (int i = 0; i < count; ++i) {
        const bool complaint = random.chance(int(complaintShare * 1000));
        const QString section = complaint ? QStringLiteral("complaint") : QStringLiteral("plain");
        const QString text = grammar_.write(section, folds, random);
        texts.push_back({noise_.added(text, random), complaint});
    }
    return texts;
}

std::vector<TopicText> Corpus::topicTexts(const QString& section, int count, Folds folds,
                                          quint64 stream) const {
    understanding::PhraseFinder finder(language_.book);
    understanding::WordForms forms(lexicon_);
    Random random(seed, stream);
    std::vector<TopicText> texts;
    for (int i = 0; i < count; ++i) {
        const QString text = noise_.added(grammar_.write(section, folds, random), random);
        const understanding::Findings findings(text, language_, finder);
        const understanding::Weighing weighing(findings);
        TopicText& made = texts.emplace_back();
        made.features =
            understanding::complaintFeatures(findings, language_.bias + weighing.sum(), forms);
        made.phrases = weighing.topics();
        made.byPhrases = weighing.topic();
    }
    return texts;
}

std::vector<Example> Corpus::examples(int count, Folds folds, quint64 stream) const {
    understanding::PhraseFinder finder(language_.book);
    understanding::WordForms forms(lexicon_);
    std::vector<Example> examples;
    for (const WrittenText& text : write(count, folds, stream)) {
        const understanding::Findings findings(text.text, language_, finder);
        const double phraseOdds = language_.bias + understanding::Weighing(findings).sum();
        Example example{{}, text.complaint};
        for (const auto& feature : understanding::complaintFeatures(findings, phraseOdds, forms))
            example.slots.push_back(feature.slot);
        examples.push_back(std::move(example));
    }
    return examples;
}

}  // namespace goodfaith::training
