// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/person_name.h"

#include <algorithm>

namespace goodfaith::identity {
namespace {

// Lower case, no accents; what is neither letter nor digit parts words.
QStringList wordsOf(const QString& text) {
    QString folded;
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : decomposed) {
        if (c.isLetterOrNumber())
            folded += c;
        else if (!c.isMark() && c != u'\'')
            folded += u' ';
    }
    return folded.split(u' ', Qt::SkipEmptyParts);
}

bool mayBeOneWord(const QString& a, const QString& b) {
    return a == b || (a.size() == 1 && b.startsWith(a)) || (b.size() == 1 && a.startsWith(b));
}

}  // namespace

PersonName PersonName::read(const QString& text) {
    PersonName name;
    if (const qsizetype comma = text.indexOf(u','); comma >= 0) {
        name.family_ = wordsOf(text.left(comma));
        name.given_ = wordsOf(text.mid(comma + 1));
    } else {
        name.given_ = wordsOf(text);
        if (name.given_.size() > 1)
            name.family_ = {name.given_.takeLast()};
    }
    return name;
}

bool compatible(const PersonName& a, const PersonName& b) {
    if (a.isEmpty() || b.isEmpty())
        return true;
    if (!a.familyNames().isEmpty() && !b.familyNames().isEmpty() &&
        a.familyNames() != b.familyNames())
        return false;
    if (a.givenNames().isEmpty() || b.givenNames().isEmpty())
        return true;
    return mayBeOneWord(a.givenNames().front(), b.givenNames().front());
}

}  // namespace goodfaith::identity
