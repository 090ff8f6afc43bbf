// SPDX-License-Identifier: GPL-3.0-or-later
// Finds many given texts in another one without trying each: at its beginning, or anywhere in it.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <vector>

namespace goodfaith::understanding {

class Beginnings {
public:
    Beginnings() = default;
    explicit Beginnings(const QStringList& beginnings);

    bool begin(QStringView text) const;
    // Whether the text is one of them, and nothing more.
    bool are(QStringView text) const;

private:
    QHash<char16_t, QStringList> byFirst_;
};

// One pass over the text, however many cues there are (Aho and Corasick, 1975). Cues are folded;
// in the text the case of ASCII letters does not matter.
class Cues {
public:
    Cues() = default;
    explicit Cues(const QStringList& cues);

    bool anyIn(QStringView text) const { return countIn(text, 1) > 0; }
    // How many different ones the text contains; stops at `enough`.
    int countIn(QStringView text, int enough) const;

private:
    int letterOf(char16_t c) const;
    void add(const QString& cue, int number);
    void connect();
    int newNode();
    int& nextOf(int node, int letter) { return next_[size_t(node * letters_ + letter)]; }

    std::array<int, 128> asciiLetters_{};  // 0: in no cue
    QHash<char16_t, int> otherLetters_;
    int letters_ = 1;
    int cues_ = 0;
    // By node, then letter: one table, since every character of every text goes through it.
    std::vector<int> next_;
    std::vector<std::vector<int>> found_;  // cues that end at a node
    // The same once all is known: where the next node's letters begin, and whether a cue ends
    // there.
    struct Step {
        uint32_t row : 31 = 0;
        uint32_t endsCue : 1 = 0;
    };
    std::vector<Step> steps_;
};

}  // namespace goodfaith::understanding
