// SPDX-License-Identifier: GPL-3.0-or-later
// Import in three steps on one page: files, check, done; below them the past imports. Every
// request carries a token; an answer to an older one is dropped.
#pragma once

#include "models/items/import_tables.h"
#include "models/items/mapping_rows.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;
class QTabWidget;

namespace goodfaith::views {

class DropZone;
class MappingPanel;
class PastImports;

class ImportPage : public QWidget {
    Q_OBJECT

public:
    // Recognising: inputs are looked at. Checking: a dry run. Checked: its outcome stands there.
    enum class State { Empty, Recognising, Checking, Checked, Importing, Done };

    explicit ImportPage(QWidget* parent = nullptr);

    void setFormat(const items::Format& format);
    // Adds to what is chosen and begins with the first step; ignored while one is imported or
    // undone.
    void addPaths(const QStringList& paths);
    void chooseFiles();
    void setInputs(quint64 token, std::vector<items::InputRow> inputs);
    void setPreview(quint64 token, const items::PreviewTable& preview);
    void setProgress(quint64 token, const items::ImportProgress& progress);
    void setCheckOutcome(quint64 token, const items::ImportOutcome& outcome);
    void setImportOutcome(quint64 token, const items::ImportOutcome& outcome);
    // The step ended early (failed or cancelled): a plain sentence, and where one stands again.
    void stepFailed(quint64 token, const QString& message);
    // What came of ownAddressSaid: done, or a plain sentence why not.
    void setOwnAddress(const QString& address);
    void ownAddressFailed(const QString& message);
    // All is imported; what follows from it is worked out: which step, and how far it is (0 to 1,
    // or 0 where that is not known).
    void setScoring(quint64 token, const QString& step, double share);

    // The mapping step of one file: what it shows, what comes out, and its end.
    MappingPanel* mapping() const { return mapping_; }
    void setMappingForm(quint64 token, const items::MappingForm& form);
    void setMappingEffect(quint64 token, const items::MappingEffect& effect);
    void mappingFailed(quint64 token, const QString& message);
    void mappingChanged();  // saved or forgotten: files are looked at anew

    State state() const { return state_; }
    QPushButton* importButton() const { return import_; }
    QPushButton* cancelButton() const { return cancel_; }
    QPushButton* saveRejectsButton() const { return saveRejects_; }
    QPushButton* changeButton() const { return change_; }
    QPushButton* oursButton() const { return ours_; }
    QTableView* inputsTable() const { return inputsTable_; }
    PastImports* past() const { return past_; }

Q_SIGNALS:
    void inputsWanted(quint64 token, const QStringList& paths);
    void previewWanted(quint64 token, const QString& path);
    // A dry run of the usable ones; progress and outcome come back under the same token.
    void checkWanted(quint64 token, const QStringList& paths);
    void importWanted(quint64 token, const QStringList& paths);
    void cancelWanted(quint64 token);
    void saveRejectsWanted(const QString& path);
    // That this is one of our own: earlier mail is to be put right.
    void ownAddressSaid(const QString& address);
    void mappingFormWanted(quint64 token, const items::MappingEdit& edit);
    void mappingEffectWanted(quint64 token, const items::MappingEdit& edit);
    void saveMappingWanted(const items::MappingEdit& edit);
    void forgetMappingWanted(const QString& name);

private:
    QLayout* makeFiles();
    QWidget* makeCheck();
    QLayout* makeActions();
    void makeMapping();
    void showMapping(bool isShown);
    void changeCurrent();
    void removeCurrent();
    void showInputsMenu(const QPoint& at);
    void takeInputs();
    void leaveMapping();
    void showChangeable();
    bool isWriting() const;
    void setState(State state);
    void showSteps();
    void check();
    void startImport();
    void cancel();
    void startOver();
    void askForPreview(const QModelIndex& index);
    void showOutcome(const items::ImportOutcome& outcome, bool isDone);
    QStringList usablePaths() const;
    void chooseRejectsFile();
    void sayOwnAddress();

    items::Format format_;
    items::InputsModel inputs_;
    items::PreviewModel preview_;
    items::RejectsModel rejects_;
    QStringList removed_;  // from the list, though their folder or archive is still in it
    State state_ = State::Empty;
    quint64 token_ = 0;
    quint64 previewToken_ = 0;
    qint64 rejected_ = 0;
    QString probablyOurs_;

    quint64 mappingToken_ = 0;

    QLabel* steps_ = nullptr;
    QWidget* work_ = nullptr;  // all but the mapping step
    MappingPanel* mapping_ = nullptr;
    DropZone* dropZone_ = nullptr;
    QTableView* inputsTable_ = nullptr;
    QWidget* check_ = nullptr;
    QLabel* summary_ = nullptr;
    QLabel* details_ = nullptr;
    QTabWidget* tabs_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QLabel* rate_ = nullptr;
    QPushButton* import_ = nullptr;
    QPushButton* cancel_ = nullptr;
    QPushButton* saveRejects_ = nullptr;
    QPushButton* change_ = nullptr;
    QPushButton* ours_ = nullptr;
    PastImports* past_ = nullptr;
};

}  // namespace goodfaith::views
