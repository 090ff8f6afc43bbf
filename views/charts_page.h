// SPDX-License-Identifier: GPL-3.0-or-later
// Charts and reports for managers, chosen from a list. Asks for what is shown when it is seen, and
// for the customers behind a mark that is clicked; an answer to an older question is dropped by its
// token.
#pragma once

#include "models/domain/overview.h"
#include "models/domain/settings.h"
#include "models/items/format.h"
#include "models/items/report_model.h"
#include "models/reports/weekly_report.h"

#include <QWidget>

class QComboBox;
class QListView;
class QStackedWidget;

namespace goodfaith::views {

class ChartCard;
class CustomersPanel;
class ReportCard;

class ChartsPage : public QWidget {
    Q_OBJECT

public:
    explicit ChartsPage(QWidget* parent = nullptr);

    void setFormat(const items::Format& format, const ShopSettings& settings);
    // Asks now, or when the page is next seen.
    void reload();
    void setComplaints(quint64 token, const reports::WeeklyReport& report);
    void setAnswered(quint64 token, const reports::WeeklyReport& report);

    void setCustomers(quint64 token, std::vector<CustomerCount> customers);
    // `rows`: how many the whole report has, of which these are the first.
    void setTable(quint64 token, reports::Report report, qint64 rows);

    int months() const;
    // The report shown; "" for the charts.
    QString reportName() const;
    QListView* list() const { return list_; }
    ReportCard* report() const { return report_; }
    QComboBox* period() const { return period_; }
    ChartCard* complaints() const { return complaints_; }
    ChartCard* answered() const { return answered_; }
    CustomersPanel* customers() const { return customers_; }

Q_SIGNALS:
    // Both reports over the last so many months.
    void reportsWanted(quint64 token, int months);
    // Who is behind a mark of "complaints" or "answered": the Monday it begins with, how many
    // weeks it stands for, and the report's series.
    void customersWanted(quint64 token, const QString& report, QDate week, int weeks,
                         const QString& series);
    void customerChosen(goodfaith::CustomerId customer);
    // A report over the last so many months, to show or to write into a file.
    void tableWanted(quint64 token, const QString& report, int months);
    void fileWanted(const QString& path, const QString& report, int months);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QLayout* makeTop();
    QWidget* makeCharts();
    void makeList();
    void showChosen();
    void chooseFile();
    void showBehind(ChartCard* card, QDate week, int weeks, const QString& series);

    items::Format format_;
    ShopSettings settings_;
    items::ReportListModel reports_;
    QListView* list_;
    QStackedWidget* stack_;
    QComboBox* period_;
    ChartCard* complaints_;
    ChartCard* answered_;
    CustomersPanel* customers_;
    ReportCard* report_;
    quint64 token_ = 0;
    quint64 customersToken_ = 0;
    bool isStale_ = true;
};

}  // namespace goodfaith::views
