// SPDX-License-Identifier: GPL-3.0-or-later
// The days on which the shop is closed: dates, days of every year, and those that go by Easter.
#pragma once

#include "models/domain/business_hours.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QPushButton;
class QVBoxLayout;

namespace goodfaith::views {

class HolidaysDialog : public QDialog {
    Q_OBJECT

public:
    // `text`: as the setting is written; none where it cannot be read. `today`: what a new date
    // begins with.
    HolidaysDialog(const QString& text, QDate today, QWidget* parent = nullptr);

    // As the setting is written.
    QString text() const { return holidaysText(holidays_); }

    const std::vector<Holiday>& holidays() const { return holidays_; }
    QDateEdit* date() const { return date_; }
    QCheckBox* everyYear() const { return everyYear_; }
    QPushButton* addButton() const { return add_; }
    QComboBox* easterDays() const { return easter_; }
    void remove(const Holiday& holiday);

private:
    QLayout* makeAdding(QDate today);
    void add(const Holiday& holiday);
    void addDate();
    void addEaster(int index);
    void showAll();

    std::vector<Holiday> holidays_;
    QVBoxLayout* list_;
    std::vector<QWidget*> rows_;
    QDateEdit* date_ = nullptr;
    QCheckBox* everyYear_ = nullptr;
    QPushButton* add_ = nullptr;
    QComboBox* easter_ = nullptr;
};

}  // namespace goodfaith::views
