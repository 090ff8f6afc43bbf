// SPDX-License-Identifier: GPL-3.0-or-later
// One report as a table, with its definition behind an (i), to copy and to write as CSV. Enter
// opens the customer of a row.
#pragma once

#include "models/items/report_model.h"

#include <QFrame>

class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace goodfaith::views {

class ReportCard : public QFrame {
    Q_OBJECT

public:
    explicit ReportCard(QWidget* parent = nullptr);

    void setFormat(const items::Format& format);
    // What will be shown, while it is counted.
    void open(const QString& title, const QString& definition);
    // `rows`: how many there are; the report may hold the first of them only.
    void setReport(reports::Report report, qint64 rows);

    QTableView* table() const { return table_; }
    QToolButton* aboutButton() const { return about_; }
    QToolButton* copyButton() const { return copy_; }
    QToolButton* saveButton() const { return save_; }
    QLabel* message() const { return message_; }
    QLabel* rowsLabel() const { return rows_; }

Q_SIGNALS:
    void customerChosen(goodfaith::CustomerId customer);
    void saveWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLayout* makeTop();
    void choose(const QModelIndex& index);

    items::ReportModel model_;
    items::Format format_;
    QLabel* title_;
    QToolButton* about_;
    QLabel* rows_;
    QToolButton* copy_;
    QToolButton* save_;
    QStackedWidget* stack_;
    QTableView* table_;
    QLabel* message_;
};

}  // namespace goodfaith::views
