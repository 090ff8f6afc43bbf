// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can say of how a text was read: what it complains of or that it does not, and of
// our own promises that they were kept or are none.
#pragma once

#include "models/domain/overview.h"

#include <QMenu>

namespace goodfaith::views {

class CorrectionMenu : public QMenu {
    Q_OBJECT

public:
    explicit CorrectionMenu(QWidget* parent = nullptr);

    // Whether there is anything to say of that row's text.
    static bool fits(const TimelineRow& row);
    // Only for what fits. What counts already, where it is known, is checked.
    void setText(const TimelineRow& row, const std::optional<TextJudgement>& judgement = {});

Q_SIGNALS:
    // None: of what it was read to complain of.
    void readingCorrected(goodfaith::EventId text, bool complains, goodfaith::Topic topic);
    void promisesSettled(goodfaith::EventId message, bool kept);

private:
    void addReadings(EventId text, const std::optional<TextJudgement>& judgement);
    void addPromises(EventId message, const std::optional<TextJudgement>& judgement);
};

}  // namespace goodfaith::views
