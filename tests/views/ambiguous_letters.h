// SPDX-License-Identifier: GPL-3.0-or-later
// Letters that Alt leads to in several places of a window, which then lead nowhere.
#pragma once

#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QTabBar>

namespace goodfaith::samples {

// What Alt and a letter lead to.
inline QStringList textsWithLetters(const QWidget& widget) {
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return {button->text()};
    if (const auto* label = qobject_cast<const QLabel*>(&widget); label && label->buddy())
        return {label->text()};
    QStringList texts;
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            texts << tabs->tabText(tab);
    }
    return texts;
}

// "&Note… / Ca&ncel; …" of what is in sight; "" where each letter has one place.
inline QString ambiguousLetters(const QWidget& window) {
    QMap<QString, QStringList> places;
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        for (const QString& text : textsWithLetters(*widget)) {
            if (const QKeySequence keys = QKeySequence::mnemonic(text); !keys.isEmpty())
                places[keys.toString()] << text;
        }
    }
    QStringList ambiguous;
    for (const QStringList& texts : places) {
        if (texts.size() > 1)
            ambiguous << texts.join(QStringLiteral(" / "));
    }
    return ambiguous.join(QStringLiteral("; "));
}

}  // namespace goodfaith::samples
