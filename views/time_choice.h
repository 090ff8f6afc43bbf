// SPDX-License-Identifier: GPL-3.0-or-later
// A time to come: a few that are usual, by name, and a field beside them that takes any other. By
// the shop's wall clock, as everything on the screen is.
#pragma once

#include "models/domain/instant.h"

#include <QWidget>

#include <utility>
#include <vector>

class QComboBox;
class QDateTimeEdit;

namespace goodfaith::views {

class TimeChoice : public QWidget {
    Q_OBJECT

public:
    using Offer = std::pair<QString, Instant>;

    explicit TimeChoice(QWidget* parent = nullptr);

    // `chosen`: which of them at first.
    void offer(const std::vector<Offer>& offers, const QTimeZone& zone, int chosen = 0);
    Instant time() const;

    QComboBox* offers() const { return offers_; }
    QDateTimeEdit* field() const { return field_; }

Q_SIGNALS:
    void changed();

private:
    void adoptOffer();
    void noteOwnTime();

    QTimeZone zone_ = QTimeZone::utc();
    QComboBox* offers_;
    QDateTimeEdit* field_;
};

}  // namespace goodfaith::views
