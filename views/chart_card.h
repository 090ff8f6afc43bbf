// SPDX-License-Identifier: GPL-3.0-or-later
// One chart with its title, its definition behind an (i), and its numbers as a table behind a
// button. An empty report says so.
#pragma once

#include "models/items/chart_values.h"

#include <QFrame>

class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace goodfaith::views {

class WeeklyChart;

class ChartCard : public QFrame {
    Q_OBJECT

public:
    ChartCard(const QString& title, items::ChartOperation operation, QWidget* parent = nullptr);
    void setFormat(const items::Format& format);
    void setDefinition(const QString& definition);
    void setBusy();
    void setReport(const reports::WeeklyReport& report);

    WeeklyChart* chart() const { return chart_; }
    QTableView* table() const { return table_; }
    QToolButton* tableButton() const { return tableButton_; }

Q_SIGNALS:
    void barClicked(QDate week, int weeks, const QString& series);

private:
    void showContent();
    void tableActivated(const QModelIndex& index);

    QString title_;
    items::Format format_;
    items::ChartOperation operation_;
    items::ChartValues values_;
    items::ChartTableModel model_;
    QToolButton* about_;
    QToolButton* tableButton_;
    QStackedWidget* stack_;
    WeeklyChart* chart_;
    QTableView* table_;
    QLabel* message_;
};

}  // namespace goodfaith::views
