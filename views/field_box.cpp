// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/field_box.h"

#include "models/items/format.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

#include <algorithm>

namespace goodfaith::views {

QStringListModel* FieldChoices::model() {
    if (model_ == nullptr)
        model_ = new QStringListModel({tr("not read")}, this);
    return model_;
}

void FieldChoices::setTemplates(const std::vector<items::MappingTemplate>& templates,
                                const QString& first) {
    std::vector<items::MappingTemplate> ordered = templates;
    std::stable_partition(ordered.begin(), ordered.end(), [&](const items::MappingTemplate& one) {
        return one.templateName == first;
    });
    fields_ = {{}};
    QStringList shown{tr("not read")};
    for (const auto& one : ordered) {
        for (const QString& field : one.fields) {
            fields_.push_back({one.templateName, field});
            shown << tr("%1: %2").arg(items::templateName(one.templateName),
                                      QString(field).replace(u'_', u' '));
        }
    }
    model()->setStringList(shown);
}

int FieldChoices::indexOf(const items::MappingField& field) const {
    const auto found = std::find(fields_.begin(), fields_.end(), field);
    return found == fields_.end() ? 0 : static_cast<int>(found - fields_.begin());
}

const items::MappingField& FieldChoices::at(int index) const {
    return fields_[static_cast<size_t>(index)];
}

FieldBox::FieldBox(FieldChoices& choices, const QString& column, QWidget* parent)
    : QComboBox(parent), choices_(choices) {
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setModel(choices.model());
    setAccessibleName(tr("What “%1” is").arg(column));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int narrowest = 16;
    constexpr int shownEntries = 16;
    setMinimumContentsLength(narrowest);
    setMaxVisibleItems(shownEntries);
    view()->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    auto* completer = new QCompleter(choices.model(), this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    setCompleter(completer);
    connect(this, &QComboBox::activated, this, &FieldBox::choose);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &FieldBox::takeTyped);
}

void FieldBox::setField(const items::MappingField& field) {
    chosen_ = choices_.indexOf(field);
    setCurrentIndex(chosen_);
    lineEdit()->setCursorPosition(0);
}

items::MappingField FieldBox::field() const {
    return choices_.at(chosen_);
}

void FieldBox::choose(int index) {
    if (index < 0 || index == chosen_)
        return;
    chosen_ = index;
    lineEdit()->setCursorPosition(0);
    Q_EMIT fieldChosen();
}

// What was typed and is no field leaves the one that stood there.
void FieldBox::takeTyped() {
    if (completer()->popup()->isVisible())
        return;
    const int typed = findText(currentText(), Qt::MatchFixedString);
    if (typed >= 0)
        choose(typed);
    setCurrentIndex(chosen_);
}

}  // namespace goodfaith::views
