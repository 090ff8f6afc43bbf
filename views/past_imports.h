// SPDX-License-Identifier: GPL-3.0-or-later
// What has been imported so far, newest first, and up to when each source is known. An import is
// undone after a question in plain words; meanwhile nothing else may be begun here.
#pragma once

#include "models/items/coverage_model.h"
#include "models/items/import_rows.h"
#include "models/items/imports_model.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTableView;

namespace goodfaith::views {

class IconLabel;

class PastImports : public QWidget {
    Q_OBJECT

public:
    explicit PastImports(QWidget* parent = nullptr);

    void setFormat(const items::Format& format);
    void setImports(std::vector<ImportSummary> imports);
    void setCoverage(std::vector<CoverageRow> coverage);
    void setUndoProgress(qint64 done);
    void setUndone(const items::UndoOutcome& outcome);
    // Cancelled or failed: a plain sentence.
    void undoEnded(const QString& sentence);

    bool isUndoing() const { return isUndoing_; }
    QTableView* table() const { return table_; }
    QTableView* coverageTable() const { return coverageTable_; }
    QTabWidget* tabs() const { return tabs_; }
    QPushButton* undoButton() const { return undo_; }
    QPushButton* cancelButton() const { return cancel_; }
    QLabel* hintLabel() const { return hint_; }
    QLabel* noteLabel() const { return note_; }

Q_SIGNALS:
    void undoWanted(ImportId import);
    void cancelWanted();
    void undoingChanged(bool isUndoing);

private:
    void makeTable();
    QLayout* makeHint();
    QLayout* makeActions();
    void showMenu(const QPoint& at);
    void askWhetherToUndo();
    void beginUndo(const ImportSummary& import);
    void setUndoing(bool isUndoing);
    void showHint();
    void showUndoable();

    items::Format format_;
    items::ImportsModel imports_;
    items::CoverageModel coverage_;
    bool isUndoing_ = false;
    qint64 undoTotal_ = 0;
    QString undoFile_;

    QLabel* empty_ = nullptr;
    IconLabel* hintIcon_ = nullptr;
    QLabel* hint_ = nullptr;
    QTabWidget* tabs_ = nullptr;
    QTableView* table_ = nullptr;
    QTableView* coverageTable_ = nullptr;
    QWidget* actions_ = nullptr;
    QPushButton* undo_ = nullptr;
    QPushButton* cancel_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QLabel* note_ = nullptr;
};

}  // namespace goodfaith::views
