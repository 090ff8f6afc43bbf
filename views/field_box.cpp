// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/field_box.h"

#include "models/items/format.h"

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
    : ChoiceBox(parent), choices_(choices) {
    setModel(choices.model());
    searchEntries();
    setAccessibleName(tr("What “%1” is").arg(column));
    connect(this, &ChoiceBox::choiceMade, this, &FieldBox::fieldChosen);
}

void FieldBox::setField(const items::MappingField& field) {
    setChoice(choices_.indexOf(field));
}

items::MappingField FieldBox::field() const {
    return choices_.at(choice());
}

}  // namespace goodfaith::views
