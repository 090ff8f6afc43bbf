// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/correction_menu.h"

#include "models/items/format.h"

namespace goodfaith::views {
namespace {

bool isOurs(const TimelineRow& row) {
    return row.direction == Direction::Outbound;
}

QAction* addCheckable(QMenu& menu, const QString& text, bool isChecked) {
    QAction* action = menu.addAction(text);
    action->setCheckable(isChecked);
    action->setChecked(isChecked);
    return action;
}

}  // namespace

CorrectionMenu::CorrectionMenu(QWidget* parent) : QMenu(tr("C&orrect how it was read"), parent) {}

bool CorrectionMenu::fits(const TimelineRow& row) {
    return isOurs(row) ? row.kind == RecordKind::Message && row.promises : row.isRead;
}

void CorrectionMenu::setText(const TimelineRow& row,
                             const std::optional<TextJudgement>& judgement) {
    clear();
    qDeleteAll(findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    if (!fits(row))
        return;
    if (isOurs(row))
        addPromises(row.id, judgement);
    else
        addReadings(row.id, judgement);
}

void CorrectionMenu::addReadings(EventId text, const std::optional<TextJudgement>& judgement) {
    QMenu* topics = addMenu(tr("&Complains of"));
    for (const Topic topic : allTopics()) {
        const bool isSo = judgement && judgement->complains && judgement->topic == topic;
        connect(addCheckable(*topics, items::topicName(topic), isSo), &QAction::triggered, this,
                [this, text, topic] { Q_EMIT readingCorrected(text, true, topic); });
    }
    connect(addCheckable(*this, tr("Is &no complaint"), judgement && !judgement->complains),
            &QAction::triggered, this,
            [this, text] { Q_EMIT readingCorrected(text, false, Topic::None); });
}

void CorrectionMenu::addPromises(EventId message, const std::optional<TextJudgement>& judgement) {
    const auto add = [&](const QString& text, bool kept) {
        const bool isSo = judgement && judgement->settled && judgement->settled->kept == kept;
        connect(addCheckable(*this, text, isSo), &QAction::triggered, this,
                [this, message, kept] { Q_EMIT promisesSettled(message, kept); });
    };
    add(tr("What it promises was &kept"), true);
    add(tr("It promises &nothing"), false);
}

}  // namespace goodfaith::views
