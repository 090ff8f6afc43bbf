// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/parties_model.h"

#include <algorithm>

namespace goodfaith::items {

void PartiesModel::setFormat(const Format& format) {
    format_ = format;
    if (!parties_.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void PartiesModel::setParties(std::vector<PartyRow> parties) {
    beginResetModel();
    parties_ = std::move(parties);
    endResetModel();
}

const PartyOverview* PartiesModel::partyAt(const QModelIndex& index) const {
    return index.isValid() && checkIndex(index) ? &parties_[static_cast<size_t>(index.row())].party
                                                : nullptr;
}

int PartiesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(parties_.size());
}

QString PartiesModel::titleOf(const PartyOverview& party) const {
    const PartyKeys& said = party.said;
    for (const QString& title : {said.name, said.company, said.email, said.phone}) {
        if (!title.isEmpty())
            return title;
    }
    return said.shopNumber.isEmpty() ? tr("Nobody named")
                                     : tr("Shop number %1").arg(said.shopNumber);
}

QString PartiesModel::keysOf(const PartyOverview& party) const {
    const PartyKeys& said = party.said;
    QStringList keys;
    for (const QString& key : {said.email, said.phone}) {
        if (!key.isEmpty())
            keys << key;
    }
    if (!said.shopNumber.isEmpty())
        keys << (party.source.isEmpty()
                     ? tr("shop number %1").arg(said.shopNumber)
                     : tr("shop number %1 (%2)").arg(said.shopNumber, party.source));
    QStringList address;
    for (const QString& part : {said.street, said.postcode, said.city}) {
        if (!part.isEmpty())
            address << part;
    }
    if (!address.isEmpty())
        keys << address.join(QStringLiteral(", "));
    keys.removeOne(titleOf(party));
    if (said.name.isEmpty() && said.company.isEmpty())
        keys << tr("no name");
    return keys.join(QStringLiteral(" · "));
}

QString PartiesModel::joinedToOf(const PartyOverview& party) const {
    const auto whom = std::find_if(parties_.begin(), parties_.end(), [&](const PartyRow& row) {
        return row.party.party == party.joinedTo;
    });
    return whom == parties_.end() ? tr("another") : titleOf(whom->party);
}

QString PartiesModel::whyOf(const PartyRow& row) const {
    const PartyOverview& party = row.party;
    if (party.rule == u"email")
        return tr("Same e-mail as %1: %2").arg(joinedToOf(party), party.evidence);
    if (party.rule == u"phone")
        return tr("Same phone as %1: %2").arg(joinedToOf(party), party.evidence);
    if (party.rule == u"shop_number")
        return tr("Same shop number as %1: %2").arg(joinedToOf(party), party.evidence);
    if (party.rule != u"person")
        return tr("Known first: the others joined it");
    if (!row.act)
        return tr("Joined to %1 by hand").arg(joinedToOf(party));
    const QString when = format_.when(row.act->at);
    return row.act->by.isEmpty()
               ? tr("Joined to %1 by hand, %2").arg(joinedToOf(party), when)
               : tr("Joined to %1 by %2, %3").arg(joinedToOf(party), row.act->by, when);
}

QString PartiesModel::eventsOf(const PartyOverview& party) const {
    const QString count = format_.counted(party.events, tr("event"), tr("events"));
    if (!party.first || !party.last)
        return count;
    const QDate first = toLocal(*party.first, format_.zone()).date();
    const QDate last = toLocal(*party.last, format_.zone()).date();
    return first == last ? tr("%1, %2").arg(count, format_.day(first))
                         : tr("%1, %2 – %3").arg(count, format_.day(first), format_.day(last));
}

QString PartiesModel::splitSentence(const QModelIndex& index) const {
    const PartyOverview* party = partyAt(index);
    if (party == nullptr || parties_.size() < 2)
        return {};
    return tr("%1 leaves with %2, as a customer of its own. No later import joins the two again.")
        .arg(titleOf(*party), format_.counted(party->events, tr("event"), tr("events")));
}

QVariant PartiesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PartyRow& row = parties_[static_cast<size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case TitleRole:
            return titleOf(row.party);
        case KeysRole:
            return keysOf(row.party);
        case WhyRole:
            return whyOf(row);
        case StatusRole:
            return eventsOf(row.party);
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole:
            return QStringList{titleOf(row.party), keysOf(row.party), whyOf(row),
                               eventsOf(row.party)}
                .join(u'\n');
        default:
            return {};
    }
}

}  // namespace goodfaith::items
