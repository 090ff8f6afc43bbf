// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/folded_text.h"

#include "models/identity/latin_text.h"

namespace goodfaith::identity {

QString foldedText(const QString& text) {
    const QString latin = latinText(text.normalized(QString::NormalizationForm_KC));
    QString words;
    words.reserve(latin.size());
    for (const QChar c : latin) {
        if (c.isLetterOrNumber())
            words += c;
        else if (!words.isEmpty() && !words.endsWith(u' '))
            words += u' ';
    }
    if (words.endsWith(u' '))
        words.chop(1);
    return words;
}

}  // namespace goodfaith::identity
