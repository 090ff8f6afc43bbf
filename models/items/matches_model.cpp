// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/matches_model.h"

namespace goodfaith::items {
namespace {

QString keysOf(const Match& match) {
    // Without a name the first address stands in its place.
    return (match.emails.mid(match.name.isEmpty() ? 1 : 0, 2) + match.phones.mid(0, 1))
        .join(QStringLiteral(" · "));
}

}  // namespace

void MatchesModel::setMatches(std::vector<Match> matches) {
    beginResetModel();
    matches_ = std::move(matches);
    endResetModel();
}

CustomerId MatchesModel::customerAt(const QModelIndex& index) const {
    return checkIndex(index, CheckIndexOption::IndexIsValid)
               ? matches_[static_cast<size_t>(index.row())].customer
               : CustomerId();
}

int MatchesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(matches_.size());
}

QVariant MatchesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Match& match = matches_[static_cast<size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case TitleRole:
            if (!match.name.isEmpty())
                return match.name;
            return match.emails.isEmpty() ? tr("Customer %1").arg(match.customer.value())
                                          : match.emails.front();
        case KeysRole:
            return keysOf(match);
        case WhyRole:
            return match.why;
        case CustomerIdRole:
            return match.customer.value();
        case Qt::AccessibleTextRole:
            return QStringList{match.name, keysOf(match), tr("found by %1").arg(match.why)}.join(
                QStringLiteral(", "));
        default:
            return {};
    }
}

}  // namespace goodfaith::items
