// SPDX-License-Identifier: GPL-3.0-or-later
// Charts for managers. Asks for its reports when it is seen; an answer for another period is
// dropped by its token.
#pragma once

#include "models/domain/settings.h"
#include "models/items/format.h"
#include "models/reports/weekly_report.h"

#include <QWidget>

class QComboBox;

namespace goodfaith::views {

class ChartCard;

class ChartsPage : public QWidget {
    Q_OBJECT

public:
    explicit ChartsPage(QWidget* parent = nullptr);

    void setFormat(const items::Format& format, const ShopSettings& settings);
    // Asks now, or when the page is next seen.
    void reload();
    void setComplaints(quint64 token, const reports::WeeklyReport& report);
    void setAnswered(quint64 token, const reports::WeeklyReport& report);

    int months() const;
    QComboBox* period() const { return period_; }
    ChartCard* complaints() const { return complaints_; }
    ChartCard* answered() const { return answered_; }

Q_SIGNALS:
    // Both reports over the last so many months.
    void reportsWanted(quint64 token, int months);
    // Whose bar was clicked: "complaints" or "answered".
    void barClicked(const QString& report, QDate week, int weeks, const QString& series);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QComboBox* period_;
    ChartCard* complaints_;
    ChartCard* answered_;
    quint64 token_ = 0;
    bool isStale_ = true;
};

}  // namespace goodfaith::views
