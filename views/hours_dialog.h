// SPDX-License-Identifier: GPL-3.0-or-later
// The hours of work, weekday by weekday, each with as many spans as it has: lunch breaks are the
// time between two.
#pragma once

#include "models/domain/business_hours.h"

#include <QDialog>

#include <array>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTimeEdit;
class QToolButton;

namespace goodfaith::views {

class HoursDialog : public QDialog {
    Q_OBJECT

public:
    // `text`: as the setting is written; the usual hours where it cannot be read.
    explicit HoursDialog(const QString& text, QWidget* parent = nullptr);

    // As the setting is written.
    QString text() const;

    int spansOf(int weekday) const;  // 0 is Monday
    QTimeEdit* begin(int weekday, int span) const;
    QTimeEdit* end(int weekday, int span) const;
    QToolButton* addButton(int weekday) const { return days_[static_cast<size_t>(weekday)].add; }
    QToolButton* removeButton(int weekday, int span) const;
    QPushButton* acceptButton() const { return accept_; }
    QLabel* problem() const { return problem_; }

private:
    struct Span {
        QWidget* whole = nullptr;
        QTimeEdit* begin = nullptr;
        QTimeEdit* end = nullptr;
        QToolButton* remove = nullptr;
    };
    struct Day {
        QHBoxLayout* line = nullptr;
        QLabel* closed = nullptr;
        QToolButton* add = nullptr;
        std::vector<Span> spans;
    };

    const Span& spanAt(int weekday, int span) const;
    void addSpan(size_t weekday, DaySpan span);
    void addUsual(size_t weekday);
    void removeSpan(size_t weekday, const QWidget* whole);
    WeekHours hours() const;
    void check();

    std::array<Day, 7> days_;
    QLabel* problem_;
    QPushButton* accept_ = nullptr;
};

}  // namespace goodfaith::views
