// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/as_of_button.h"

#include "views/look.h"

#include <QCalendarWidget>
#include <QMenu>
#include <QWidgetAction>

namespace goodfaith::views {

AsOfButton::AsOfButton(QWidget* parent) : QPushButton(parent), calendar_(new QCalendarWidget) {
    setIcon(views::icon(QStringLiteral("calendar")));
    setMinimumHeight(8 * step);
    setToolTip(tr("Show everything as it was known at the end of a past day"));
    auto* menu = new QMenu(this);
    const auto add = [&](const QString& text, auto dayOf) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, dayOf] { choose(dayOf(today_)); });
    };
    add(tr("&Today"), [](QDate day) { return day; });
    add(tr("A &week ago"), [](QDate day) { return day.addDays(-7); });
    add(tr("End of last &month"),
        [](QDate day) { return QDate(day.year(), day.month(), 1).addDays(-1); });
    add(tr("End of last &year"), [](QDate day) { return QDate(day.year() - 1, 12, 31); });
    menu->addSeparator();
    auto* any = new QWidgetAction(menu);
    any->setDefaultWidget(calendar_);
    menu->addAction(any);
    setMenu(menu);
    connect(calendar_, &QCalendarWidget::clicked, menu, [this, menu](QDate day) {
        menu->close();
        choose(day);
    });
    connect(calendar_, &QCalendarWidget::activated, menu, [this, menu](QDate day) {
        menu->close();
        choose(day);
    });
    showChoice();
}

void AsOfButton::setToday(QDate today) {
    today_ = today;
    calendar_->setMaximumDate(today);
}

void AsOfButton::choose(std::optional<QDate> day) {
    if (day && (!day->isValid() || *day >= today_))
        day.reset();
    if (day == chosen_)
        return;
    chosen_ = day;
    showChoice();
    Q_EMIT asOfChanged(chosen_);
}

void AsOfButton::showChoice() {
    setText(chosen_ ? tr("as of %1").arg(locale().toString(*chosen_, QStringLiteral("d MMM yyyy")))
                    : tr("as of today"));
    QFont font = this->font();
    font.setBold(chosen_.has_value());
    setFont(font);
    setAccessibleName(tr("Shown %1").arg(text()));
}

}  // namespace goodfaith::views
