// SPDX-License-Identifier: GPL-3.0-or-later
// Two customers side by side, field by field, with the evidence between them.
#pragma once

#include "models/items/comparison.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace goodfaith::views {

class ComparisonGrid : public QWidget {
    Q_OBJECT

public:
    explicit ComparisonGrid(QWidget* parent = nullptr);
    void setComparison(const items::Comparison& comparison, const items::Format& format);

Q_SIGNALS:
    void customerChosen(goodfaith::CustomerId customer);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Row {
        QLabel* field = nullptr;
        std::array<QLabel*, 2> values{};
        QLabel* between = nullptr;
    };
    void addRow();
    void showRow(const Row& row, const items::ComparedRow& compared);
    QLabel* addCell(int line, int column);

    QGridLayout* grid_;
    std::array<QLabel*, 2> names_{};
    std::array<CustomerId, 2> customers_;
    QLabel* verdict_;
    std::vector<Row> rows_;
};

}  // namespace goodfaith::views
