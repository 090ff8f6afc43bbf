// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a text as untidy as people write: no capitals, no punctuation, letters swapped, short
// forms, small words left out.
#pragma once

#include "tests/sample_shop/random.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace goodfaith::training {

class Noise {
public:
    // `shortForms`: "please pls" a line; `leftOut`: words that some writers leave out.
    Noise(const QStringList& shortForms, const QStringList& leftOut);

    QString added(const QString& text, sample_shop::Random& random) const;

private:
    QString shortened(const QString& text, sample_shop::Random& random) const;
    QString thinned(const QString& text, sample_shop::Random& random) const;

    QHash<QString, QStringList> shortForms_;
    QSet<QString> leftOut_;
};

}  // namespace goodfaith::training
