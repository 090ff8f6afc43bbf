// SPDX-License-Identifier: GPL-3.0-or-later
// As of which day everything is shown: today, or a past day, which then stands there in bold.
#pragma once

#include <QDate>
#include <QPushButton>

#include <optional>

class QCalendarWidget;

namespace goodfaith::views {

class AsOfButton : public QPushButton {
    Q_OBJECT

public:
    explicit AsOfButton(QWidget* parent = nullptr);
    void setToday(QDate today);
    void choose(std::optional<QDate> day);  // nothing, today and later: now
    std::optional<QDate> chosen() const { return chosen_; }

Q_SIGNALS:
    void asOfChanged(std::optional<QDate> day);

private:
    void showChoice();

    QCalendarWidget* calendar_;
    QDate today_;
    std::optional<QDate> chosen_;
};

}  // namespace goodfaith::views
