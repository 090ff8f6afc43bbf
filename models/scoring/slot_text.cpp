// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/slot_text.h"

#include <algorithm>

namespace goodfaith::scoring {
namespace {

bool isOfName(QChar c) {
    return (c >= u'a' && c <= u'z') || c == u'_';
}

// Calls take(text before, name of the slot) for each, and answers with what is after the last.
template <class Take>
QStringView forEachSlot(QStringView text, Take take) {
    qsizetype from = 0;
    qsizetype open = 0;
    while ((open = text.indexOf(u'{', open)) >= 0) {
        const qsizetype close = text.indexOf(u'}', open);
        const QStringView name = close < 0 ? QStringView() : text.mid(open + 1, close - open - 1);
        if (name.isEmpty() || !std::all_of(name.begin(), name.end(), isOfName)) {
            ++open;
            continue;
        }
        take(text.mid(from, open - from), name.toString());
        from = open = close + 1;
    }
    return text.mid(from);
}

}  // namespace

QStringList slotsIn(QStringView text) {
    QStringList names;
    forEachSlot(text, [&](QStringView, const QString& name) {
        if (!names.contains(name))
            names << name;
    });
    return names;
}

FilledText filled(QStringView text, const SlotValues& values) {
    FilledText result;
    const QStringView rest = forEachSlot(text, [&](QStringView before, const QString& name) {
        result.text += before;
        const auto value = values.find(name);
        if (value != values.end() && !value->second.isEmpty()) {
            result.text += value->second;
            return;
        }
        result.text += u'{' + name + u'}';
        if (!result.missing.contains(name))
            result.missing << name;
    });
    result.text += rest;
    return result;
}

}  // namespace goodfaith::scoring
