// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hours_dialog.h"

#include "models/domain/failure.h"
#include "views/look.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeEdit>
#include <QToolButton>

#include <algorithm>

namespace goodfaith::views {
namespace {

constexpr int wholeDay = 24 * 60;

WeekHours hoursFrom(const QString& text) {
    try {
        return weekHoursFrom(text);
    } catch (const Failure&) {
        return usualHours();
    }
}

QTime timeOf(int minutes) {
    return QTime(0, 0).addSecs(60 * minutes);
}

int minutesOf(const QTimeEdit* field) {
    return field->time().msecsSinceStartOfDay() / 60'000;
}

// Midnight at the end is the day's end.
int endMinutesOf(const QTimeEdit* field) {
    const int minutes = minutesOf(field);
    return minutes == 0 ? wholeDay : minutes;
}

QTimeEdit* timeField(int minutes, const QString& name, QWidget* parent) {
    auto* field = new QTimeEdit(timeOf(minutes), parent);
    field->setDisplayFormat(QStringLiteral("HH:mm"));
    field->setAccessibleName(name);
    return field;
}

}  // namespace

HoursDialog::HoursDialog(const QString& text, QWidget* parent)
    : QDialog(parent), problem_(new QLabel(this)) {
    setWindowTitle(tr("Hours of work"));
    auto* column = new QVBoxLayout(this);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(4 * step);
    grid->setVerticalSpacing(step);
    const QLocale locale;
    const WeekHours hours = hoursFrom(text);
    for (size_t weekday = 0; weekday < days_.size(); ++weekday) {
        Day& day = days_[weekday];
        const auto row = static_cast<int>(weekday);
        const QString name = locale.dayName(row + 1);
        grid->addWidget(new QLabel(name, this), row, 0);
        day.line = new QHBoxLayout;
        day.line->setSpacing(2 * step);
        day.closed = new QuietLabel(tr("closed"), this);
        day.line->addWidget(day.closed);
        day.add = new QToolButton(this);
        day.add->setText(QStringLiteral("+"));
        day.add->setToolTip(tr("Add hours on %1").arg(name));
        day.add->setAccessibleName(day.add->toolTip());
        day.line->addWidget(day.add);
        day.line->addStretch();
        grid->addLayout(day.line, row, 1);
        connect(day.add, &QToolButton::clicked, this, [this, weekday] { addUsual(weekday); });
        for (const DaySpan& span : hours[weekday])
            addSpan(weekday, span);
    }
    column->addLayout(grid);
    problem_->setWordWrap(true);
    problem_->setTextFormat(Qt::PlainText);
    column->addWidget(problem_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    accept_ = buttons->button(QDialogButtonBox::Ok);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void HoursDialog::addSpan(size_t weekday, DaySpan span) {
    Day& day = days_[weekday];
    const QString name = QLocale().dayName(static_cast<int>(weekday) + 1);
    Span shown;
    shown.whole = new QWidget(this);
    auto* line = new QHBoxLayout(shown.whole);
    line->setContentsMargins(0, 0, 2 * step, 0);
    line->setSpacing(step);
    shown.begin = timeField(span.begin, tr("%1, from").arg(name), shown.whole);
    shown.end = timeField(span.end % wholeDay, tr("%1, to").arg(name), shown.whole);
    shown.remove = iconButton(QStringLiteral("close"), tr("Remove these hours"), shown.whole);
    line->addWidget(shown.begin);
    line->addWidget(new QLabel(QStringLiteral("–"), shown.whole));
    line->addWidget(shown.end);
    line->addWidget(shown.remove);
    // Before the button that adds.
    day.line->insertWidget(day.line->indexOf(day.add), shown.whole);
    for (QTimeEdit* field : {shown.begin, shown.end})
        connect(field, &QTimeEdit::timeChanged, this, &HoursDialog::check);
    connect(shown.remove, &QToolButton::clicked, this,
            [this, weekday, whole = shown.whole] { removeSpan(weekday, whole); });
    day.spans.push_back(shown);
    check();
}

// An hour after the last, else the usual day.
void HoursDialog::addUsual(size_t weekday) {
    const Day& day = days_[weekday];
    if (day.spans.empty()) {
        addSpan(weekday, usualHours()[0].front());
        return;
    }
    const int begin = std::min(endMinutesOf(day.spans.back().end) + 60, wholeDay - 120);
    addSpan(weekday, {begin, std::min(begin + 4 * 60, wholeDay)});
}

void HoursDialog::removeSpan(size_t weekday, const QWidget* whole) {
    auto& spans = days_[weekday].spans;
    const auto found = std::find_if(spans.begin(), spans.end(),
                                    [&](const Span& span) { return span.whole == whole; });
    if (found == spans.end())
        return;
    found->whole->deleteLater();
    spans.erase(found);
    check();
}

WeekHours HoursDialog::hours() const {
    WeekHours hours;
    for (size_t weekday = 0; weekday < days_.size(); ++weekday) {
        for (const Span& span : days_[weekday].spans)
            hours[weekday].push_back({minutesOf(span.begin), endMinutesOf(span.end)});
        std::sort(hours[weekday].begin(), hours[weekday].end(),
                  [](const DaySpan& a, const DaySpan& b) { return a.begin < b.begin; });
    }
    return hours;
}

QString HoursDialog::text() const {
    return weekHoursText(hours());
}

// What can be used is what the setting takes.
void HoursDialog::check() {
    if (accept_ == nullptr)
        return;
    QString problem;
    try {
        weekHoursFrom(text());
    } catch (const Failure& failure) {
        problem = failure.message();
    }
    for (const Day& day : days_)
        day.closed->setVisible(day.spans.empty());
    problem_->setText(problem.isEmpty() ? QString() : QStringLiteral("⚠ ") + problem);
    problem_->setVisible(!problem.isEmpty());
    accept_->setEnabled(problem.isEmpty());
}

const HoursDialog::Span& HoursDialog::spanAt(int weekday, int span) const {
    return days_.at(static_cast<size_t>(weekday)).spans.at(static_cast<size_t>(span));
}

int HoursDialog::spansOf(int weekday) const {
    return static_cast<int>(days_.at(static_cast<size_t>(weekday)).spans.size());
}

QTimeEdit* HoursDialog::begin(int weekday, int span) const {
    return spanAt(weekday, span).begin;
}

QTimeEdit* HoursDialog::end(int weekday, int span) const {
    return spanAt(weekday, span).end;
}

QToolButton* HoursDialog::removeButton(int weekday, int span) const {
    return spanAt(weekday, span).remove;
}

}  // namespace goodfaith::views
