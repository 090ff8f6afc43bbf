// SPDX-License-Identifier: GPL-3.0-or-later
// Writes texts from the phrase files beside it. A file has sections "[name]"; each line is one way
// to say it, in which {a|b} chooses, <name> is a line of another section, $slot a fact and \n a new
// line. Throws Failure when a section or a slot is missing.
#pragma once

#include "tests/sample_shop/random.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace goodfaith::sample_shop {

using Slots = QHash<QString, QString>;

class Grammar {
public:
    Grammar();
    // The sections of a further file.
    void load(const QString& path);
    QString write(const QString& section, const Slots& facts, Random& random) const;

private:
    QString expand(QStringView pattern, const Slots& facts, Random& random) const;

    QHash<QString, QStringList> sections_;
};

}  // namespace goodfaith::sample_shop
