// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/holidays_dialog.h"

#include "models/domain/failure.h"
#include "views/look.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>
#include <tuple>

namespace goodfaith::views {
namespace {

struct EasterDay {
    const char* name;
    int days;
};

constexpr EasterDay knownEasterDays[] = {
    {QT_TRANSLATE_NOOP("HolidaysDialog", "Maundy Thursday"), -3},
    {QT_TRANSLATE_NOOP("HolidaysDialog", "Good Friday"), -2},
    {QT_TRANSLATE_NOOP("HolidaysDialog", "Easter Sunday"), 0},
    {QT_TRANSLATE_NOOP("HolidaysDialog", "Easter Monday"), 1},
    {QT_TRANSLATE_NOOP("HolidaysDialog", "Ascension Day"), 39},
    {QT_TRANSLATE_NOOP("HolidaysDialog", "Whit Monday"), 50},
    {QT_TRANSLATE_NOOP("HolidaysDialog", "Corpus Christi"), 60},
};

Holiday easterHoliday(int days) {
    Holiday holiday;
    holiday.kind = Holiday::Kind::Easter;
    holiday.daysAfterEaster = days;
    return holiday;
}

Holiday dateHoliday(QDate date, bool everyYear) {
    Holiday holiday;
    holiday.kind = everyYear ? Holiday::Kind::Yearly : Holiday::Kind::Date;
    holiday.year = everyYear ? 0 : date.year();
    holiday.month = date.month();
    holiday.day = date.day();
    return holiday;
}

QString worded(const Holiday& holiday) {
    const QLocale locale;
    if (holiday.kind == Holiday::Kind::Date)
        return locale.toString(QDate(holiday.year, holiday.month, holiday.day),
                               QStringLiteral("ddd d MMMM yyyy"));
    if (holiday.kind == Holiday::Kind::Yearly)
        return HolidaysDialog::tr("%1 %2, every year")
            .arg(QString::number(holiday.day), locale.monthName(holiday.month));
    for (const EasterDay& day : knownEasterDays) {
        if (day.days == holiday.daysAfterEaster)
            return HolidaysDialog::tr(day.name);
    }
    const int days = holiday.daysAfterEaster;
    return days < 0 ? HolidaysDialog::tr("%1 days before Easter").arg(-days)
                    : HolidaysDialog::tr("%1 days after Easter").arg(days);
}

// Those of every year first, as they come in a year without leap.
auto placeOf(const Holiday& holiday) {
    return std::tuple(static_cast<int>(holiday.kind == Holiday::Kind::Date), holiday.year,
                      holiday.kind == Holiday::Kind::Easter ? 4 : holiday.month, holiday.day,
                      holiday.daysAfterEaster);
}

}  // namespace

HolidaysDialog::HolidaysDialog(const QString& text, QDate today, QWidget* parent)
    : QDialog(parent), list_(new QVBoxLayout) {
    setWindowTitle(tr("Holidays"));
    setMinimumSize(100 * step, 100 * step);
    try {
        holidays_ = holidaysFrom(text);
    } catch (const Failure&) {
        holidays_.clear();
    }
    auto* column = new QVBoxLayout(this);
    column->setSpacing(2 * step);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    auto* inside = new QWidget(area);
    auto* whole = new QVBoxLayout(inside);
    list_->setSpacing(step);
    whole->addLayout(list_);
    whole->addStretch();
    area->setWidget(inside);
    column->addWidget(area, 1);
    column->addLayout(makeAdding(today));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showAll();
}

QLayout* HolidaysDialog::makeAdding(QDate today) {
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    date_ = new QDateEdit(today, this);
    date_->setCalendarPopup(true);
    date_->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    date_->setAccessibleName(tr("Day that the shop is closed"));
    everyYear_ = new QCheckBox(tr("&Every year"), this);
    add_ = new QPushButton(tr("&Add"), this);
    add_->setAutoDefault(false);
    easter_ = new QComboBox(this);
    easter_->setAccessibleName(tr("Add a day that goes by Easter"));
    easter_->addItem(tr("By Easter …"));
    for (const EasterDay& day : knownEasterDays)
        easter_->addItem(tr(day.name), day.days);
    line->addWidget(date_);
    line->addWidget(everyYear_);
    line->addWidget(add_);
    line->addStretch();
    line->addWidget(easter_);
    connect(add_, &QPushButton::clicked, this, &HolidaysDialog::addDate);
    connect(easter_, &QComboBox::activated, this, &HolidaysDialog::addEaster);
    return line;
}

void HolidaysDialog::addDate() {
    add(dateHoliday(date_->date(), everyYear_->isChecked()));
}

void HolidaysDialog::addEaster(int index) {
    if (index > 0)
        add(easterHoliday(easter_->itemData(index).toInt()));
    easter_->setCurrentIndex(0);
}

void HolidaysDialog::add(const Holiday& holiday) {
    if (std::find(holidays_.begin(), holidays_.end(), holiday) == holidays_.end())
        holidays_.push_back(holiday);
    showAll();
}

void HolidaysDialog::remove(const Holiday& holiday) {
    std::erase(holidays_, holiday);
    showAll();
}

void HolidaysDialog::showAll() {
    std::stable_sort(holidays_.begin(), holidays_.end(),
                     [](const Holiday& a, const Holiday& b) { return placeOf(a) < placeOf(b); });
    for (QWidget* row : rows_)
        row->deleteLater();
    rows_.clear();
    const auto addRow = [&](const QString& text) {
        auto* row = new QWidget(this);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(new QLabel(text, row), 1);
        list_->addWidget(row);
        rows_.push_back(row);
        return line;
    };
    for (const Holiday& holiday : holidays_) {
        const QString text = worded(holiday);
        QHBoxLayout* line = addRow(text);
        auto* button = iconButton(QStringLiteral("close"), tr("Remove %1").arg(text), rows_.back());
        line->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, holiday] { remove(holiday); });
    }
    if (holidays_.empty())
        addRow(tr("The shop is closed on no other days than its hours of work say."));
}

}  // namespace goodfaith::views
