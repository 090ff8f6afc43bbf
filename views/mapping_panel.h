// SPDX-License-Identifier: GPL-3.0-or-later
// The mapping step: a file's first rows with what each column becomes, the options by which the
// file is read, and below what comes out. Saved under a name, files with that header are read so
// from then on.
#pragma once

#include "models/items/import_tables.h"
#include "models/items/mapping_tables.h"
#include "views/field_box.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;
class QTableView;
class QTimer;

namespace goodfaith::views {

class WritingBoxes;

class MappingPanel : public QWidget {
    Q_OBJECT

public:
    explicit MappingPanel(QWidget* parent = nullptr);

    void setFormat(const items::Format& format) { rejects_.setFormat(format); }
    void setTemplates(std::vector<items::MappingTemplate> templates);
    void setTimeZones(const QStringList& zones);
    void setForm(const items::MappingForm& form);
    void setEffect(const items::MappingEffect& effect);
    // Neither form nor effect: a plain sentence.
    void setProblem(const QString& sentence);

    items::MappingEdit edit() const;
    QTableView* rowsTable() const { return rows_; }
    FieldBox* fieldBox(int column) const { return boxes_[static_cast<size_t>(column)]; }
    WritingBoxes* writingBoxes() const { return writing_; }
    ChoiceBox* readAsBox() const { return readAs_; }
    QLineEdit* nameEdit() const { return name_; }
    QPushButton* saveButton() const { return save_; }
    QLabel* problemLabel() const { return problem_; }
    QPushButton* backButton() const { return back_; }

Q_SIGNALS:
    // The file is to be looked at anew, as these options say.
    void formWanted(const items::MappingEdit& edit);
    void effectWanted(const items::MappingEdit& edit);
    void saveWanted(const items::MappingEdit& edit);
    void forgetWanted(const QString& name);
    void backWanted();

private:
    QLayout* makeOptions();
    QWidget* makeEffect();
    QLayout* makeActions();
    void showReadAs();
    void takeReadAs(int index);
    void showFields();
    void putBoxes();
    void askForForm();
    void askForEffect();
    void showSaveable();

    std::vector<items::MappingTemplate> templates_;
    items::MappingForm form_;
    bool isUsable_ = false;  // something comes out
    FieldChoices choices_;
    items::MappingModel model_;
    items::EffectModel records_;
    items::RejectsModel rejects_;
    std::vector<FieldBox*> boxes_;
    QTimer* soon_ = nullptr;

    QLabel* title_ = nullptr;
    ChoiceBox* readAs_ = nullptr;
    WritingBoxes* writing_ = nullptr;
    QComboBox* timeZone_ = nullptr;
    QComboBox* currency_ = nullptr;
    QTableView* rows_ = nullptr;
    QTabWidget* effect_ = nullptr;
    QLabel* problem_ = nullptr;
    QLineEdit* name_ = nullptr;
    QPushButton* save_ = nullptr;
    QPushButton* forget_ = nullptr;
    QPushButton* back_ = nullptr;
};

}  // namespace goodfaith::views
