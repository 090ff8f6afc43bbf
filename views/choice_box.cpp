// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/choice_box.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

namespace goodfaith::views {

ChoiceBox::ChoiceBox(QWidget* parent) : QComboBox(parent) {
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int narrowest = 16;
    constexpr int shownEntries = 16;
    setMinimumContentsLength(narrowest);
    setMaxVisibleItems(shownEntries);
    view()->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    searchEntries();
    connect(this, &QComboBox::activated, this, &ChoiceBox::choose);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ChoiceBox::takeTyped);
}

void ChoiceBox::searchEntries() {
    auto* completer = new QCompleter(model(), this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    setCompleter(completer);
}

void ChoiceBox::setChoice(int index) {
    choice_ = index;
    setCurrentIndex(index);
    lineEdit()->setCursorPosition(0);
}

void ChoiceBox::choose(int index) {
    if (index < 0 || index == choice_)
        return;
    choice_ = index;
    lineEdit()->setCursorPosition(0);
    Q_EMIT choiceMade(index);
}

void ChoiceBox::takeTyped() {
    if (completer()->popup()->isVisible())
        return;
    const int typed = findText(currentText(), Qt::MatchFixedString);
    if (typed >= 0)
        choose(typed);
    setCurrentIndex(choice_);
}

}  // namespace goodfaith::views
