// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/reasons_model.h"

namespace goodfaith::items {

void ReasonsModel::setReasons(std::vector<Reason> reasons) {
    beginResetModel();
    reasons_ = std::move(reasons);
    endResetModel();
}

const Reason* ReasonsModel::reasonAt(const QModelIndex& index) const {
    return checkIndex(index, CheckIndexOption::IndexIsValid)
               ? &reasons_[static_cast<size_t>(index.row())]
               : nullptr;
}

int ReasonsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(reasons_.size());
}

QVariant ReasonsModel::data(const QModelIndex& index, int role) const {
    const Reason* reason = reasonAt(index);
    if (reason == nullptr)
        return {};
    switch (role) {
        case Qt::DisplayRole:
        case TitleRole:
            return reason->text;
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return accessibleText(*reason);
        case WeightRole:
            return reason->weight;
        case EventsRole: {
            QList<qint64> ids;
            for (const EventId event : reason->events)
                ids << event.value();
            return QVariant::fromValue(ids);
        }
        default:
            return {};
    }
}

QString ReasonsModel::accessibleText(const Reason& reason) const {
    const QString side =
        reason.weight > 0 ? tr("Speaks against the customer") : tr("Speaks for the customer");
    const auto events = static_cast<qint64>(reason.events.size());
    return tr("%1. %2, %3; rests on %4.")
        .arg(reason.text, side, strengthName(strengthOf(reason)),
             format_.counted(events, tr("event"), tr("events")));
}

}  // namespace goodfaith::items
