// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the field that a column becomes: typed to search, the fields of the chosen template
// first, then all others by template.
#pragma once

#include "models/items/mapping_rows.h"
#include "views/choice_box.h"

class QStringListModel;

namespace goodfaith::views {

// All fields as a list that many boxes share.
class FieldChoices : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void setTemplates(const std::vector<items::MappingTemplate>& templates, const QString& first);
    QStringListModel* model();
    int indexOf(const items::MappingField& field) const;  // 0: it is not read
    const items::MappingField& at(int index) const;

private:
    QStringListModel* model_ = nullptr;
    std::vector<items::MappingField> fields_{{}};
};

class FieldBox : public ChoiceBox {
    Q_OBJECT

public:
    FieldBox(FieldChoices& choices, const QString& column, QWidget* parent);

    void setField(const items::MappingField& field);
    items::MappingField field() const;

Q_SIGNALS:
    void fieldChosen();

private:
    FieldChoices& choices_;
};

}  // namespace goodfaith::views
