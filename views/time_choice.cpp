// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time_choice.h"

#include "views/look.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QRegularExpression>

namespace goodfaith::views {
namespace {

// A wall-clock time without a zone, which the field would convert: as if of UTC. To the minute, as
// it is shown.
QDateTime wallTime(Instant at, const QTimeZone& zone) {
    const QDateTime local = toLocal(at, zone);
    return {local.date(), QTime(local.time().hour(), local.time().minute()), Qt::UTC};
}

}  // namespace

TimeChoice::TimeChoice(QWidget* parent)
    : QWidget(parent), offers_(new QComboBox(this)), field_(new QDateTimeEdit(this)) {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * step);
    offers_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    offers_->setPlaceholderText(tr("Another time"));
    line->addWidget(offers_);
    field_->setCalendarPopup(true);
    field_->setTimeSpec(Qt::UTC);
    // As the country writes it, to the minute.
    static const QRegularExpression seconds(QStringLiteral("[:.]ss"));
    field_->setDisplayFormat(field_->displayFormat().remove(seconds));
    field_->setAccessibleName(tr("Day and time"));
    line->addWidget(field_);
    connect(offers_, &QComboBox::currentIndexChanged, this, &TimeChoice::adoptOffer);
    connect(field_, &QDateTimeEdit::dateTimeChanged, this, &TimeChoice::noteOwnTime);
}

void TimeChoice::offer(const std::vector<Offer>& offers, const QTimeZone& zone, int chosen) {
    zone_ = zone;
    {
        const QSignalBlocker blocker(offers_);
        offers_->clear();
        for (const auto& [name, at] : offers)
            offers_->addItem(name, wallTime(at, zone_));
        offers_->setCurrentIndex(chosen);
    }
    adoptOffer();
}

Instant TimeChoice::time() const {
    const QDateTime wall = field_->dateTime();
    return instantFromLocal(wall.date(), wall.time(), zone_);
}

void TimeChoice::adoptOffer() {
    if (const QDateTime at = offers_->currentData().toDateTime(); at.isValid())
        field_->setDateTime(at);
}

void TimeChoice::noteOwnTime() {
    if (offers_->currentData().toDateTime() != field_->dateTime())
        offers_->setCurrentIndex(offers_->findData(field_->dateTime()));
    Q_EMIT changed();
}

}  // namespace goodfaith::views
