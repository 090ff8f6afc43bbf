// SPDX-License-Identifier: GPL-3.0-or-later
// Writes texts from a grammar in JSON files: sections of lines, each one way to say it. In a line
// {section} is a line of that section, (a|b) chooses, [a] may be missing. A line belongs to a fold
// by what it says, so that a model can be judged by lines it was not trained on.
#pragma once

#include "tests/sample_shop/random.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <vector>

namespace goodfaith::training {

using sample_shop::Random;

inline constexpr int foldCount = 5;

// Which lines may be used: all, those of one fold, or those of all others.
struct Folds {
    enum class Use { All, Without, Only };
    Use use = Use::All;
    int fold = 0;
};

class Grammar {
public:
    // Every *.json file of the folder; sections of the same name are joined. Throws Failure when a
    // file is no JSON object of sections, or a line names a section that there is not.
    explicit Grammar(const QString& folder);

    QString write(const QString& section, Folds folds, Random& random) const;
    const QStringList& section(const QString& name) const;
    qsizetype lines() const;

private:
    struct Section {
        QStringList lines;
        std::vector<int> folds;  // by line
    };
    void load(const QString& path);
    void check() const;
    const QString& pick(const QString& section, Folds folds, Random& random) const;
    QString expand(QStringView line, Folds folds, Random& random) const;

    QHash<QString, Section> sections_;
};

}  // namespace goodfaith::training
