// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/cues.h"

#include <algorithm>
#include <deque>

namespace goodfaith::understanding {

Beginnings::Beginnings(const QStringList& beginnings) {
    for (const QString& beginning : beginnings) {
        if (!beginning.isEmpty())
            byFirst_[beginning[0].unicode()] << beginning;
    }
}

bool Beginnings::begin(QStringView text) const {
    const auto found = text.isEmpty() ? byFirst_.cend() : byFirst_.constFind(text[0].unicode());
    return found != byFirst_.cend() &&
           std::any_of(found->begin(), found->end(),
                       [&](const QString& beginning) { return text.startsWith(beginning); });
}

bool Beginnings::are(QStringView text) const {
    const auto found = text.isEmpty() ? byFirst_.cend() : byFirst_.constFind(text[0].unicode());
    return found != byFirst_.cend() && found->contains(text);
}

Cues::Cues(const QStringList& cues) {
    for (const QChar c : cues.join(QString())) {
        int& letter = c.unicode() < asciiLetters_.size() ? asciiLetters_[c.unicode()]
                                                         : otherLetters_[c.unicode()];
        if (letter == 0)
            letter = letters_++;
    }
    for (char upper = 'A'; upper <= 'Z'; ++upper)
        asciiLetters_[size_t(upper)] = asciiLetters_[size_t(upper | 0x20)];
    newNode();
    for (const QString& cue : cues)
        add(cue, cues_++);
    connect();
}

int Cues::letterOf(char16_t c) const {
    return c < asciiLetters_.size() ? asciiLetters_[c] : otherLetters_.value(c);
}

int Cues::newNode() {
    next_.resize(next_.size() + size_t(letters_), -1);
    found_.emplace_back();
    return int(found_.size()) - 1;
}

void Cues::add(const QString& cue, int number) {
    int at = 0;
    for (const QChar c : cue) {
        const int letter = letterOf(c.unicode());
        if (nextOf(at, letter) < 0) {
            const int made = newNode();
            nextOf(at, letter) = made;
        }
        at = nextOf(at, letter);
    }
    found_[size_t(at)].push_back(number);
}

// Where a letter leads on from nothing, it leads on from the longest end of what was read that
// begins a cue.
void Cues::connect() {
    std::vector<int> shorter(found_.size());
    std::deque<int> open{0};
    while (!open.empty()) {
        const int at = open.front();
        const int end = shorter[size_t(at)];
        open.pop_front();
        if (at != 0)
            found_[size_t(at)].insert(found_[size_t(at)].end(), found_[size_t(end)].begin(),
                                      found_[size_t(end)].end());
        for (int letter = 0; letter < letters_; ++letter) {
            const int otherwise = at == 0 ? 0 : nextOf(end, letter);
            int& next = nextOf(at, letter);
            if (next < 0) {
                next = otherwise;
                continue;
            }
            shorter[size_t(next)] = otherwise;
            open.push_back(next);
        }
    }
    for (const int next : next_) {
        Step& step = steps_.emplace_back();
        step.row = uint32_t(next * letters_) & 0x7fffffffU;
        step.endsCue = !found_[size_t(next)].empty();
    }
}

int Cues::countIn(QStringView text, int enough) const {
    if (cues_ == 0)
        return 0;
    std::vector<int> seen;
    uint32_t row = 0;
    for (const QChar c : text) {
        const Step step = steps_[row + uint32_t(letterOf(c.unicode()))];
        row = step.row;
        if (!step.endsCue)
            continue;
        for (const int cue : found_[row / uint32_t(letters_)]) {
            if (std::find(seen.begin(), seen.end(), cue) == seen.end())
                seen.push_back(cue);
        }
        if (int(seen.size()) >= enough)
            break;
    }
    return std::min(int(seen.size()), enough);
}

}  // namespace goodfaith::understanding
