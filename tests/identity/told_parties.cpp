// SPDX-License-Identifier: GPL-3.0-or-later
#include "told_parties.h"

#include <algorithm>

namespace goodfaith::identity {
namespace {

using Kind = NormalisedKey::Kind;

QByteArray contentOf(QStringView label) {
    return label.toUtf8();
}

void addKey(LinkedParty& party, QString text) {
    const bool joins = !text.startsWith(u'!');
    text.remove(u'!');
    if (text.contains(u'@')) {
        party.keys.push_back({Kind::Email, text, joins});
    } else if (text.startsWith(u'+')) {
        party.keys.push_back({Kind::Phone, text, joins});
    } else {
        const auto hash = text.indexOf(u'#');
        party.source = SourceId(hash > 0 ? text.left(hash).toInt() : 1);
        party.keys.push_back({Kind::ShopNumber, text.mid(hash + 1), joins});
    }
}

std::vector<QByteArray> sideFrom(const QString& text) {
    std::vector<QByteArray> side;
    for (const QString& label : text.split(u','))
        side.push_back(contentOf(label));
    return side;
}

}  // namespace

LinkedParty toldParty(const QString& text) {
    const QString who = text.section(u':', 0, 0).trimmed();
    const QString label = who.section(u' ', 0, 0);
    LinkedParty party;
    party.party = PartyId(label.toInt());
    party.content = contentOf(label);
    party.name = who.section(u' ', 1).trimmed();
    for (const QString& key : text.section(u':', 1).split(u' ', Qt::SkipEmptyParts))
        addKey(party, key);
    return party;
}

std::vector<LinkedParty> toldParties(const QStringList& texts) {
    std::vector<LinkedParty> parties;
    std::transform(texts.begin(), texts.end(), std::back_inserter(parties), toldParty);
    return parties;
}

std::vector<Decision> toldDecisions(const QStringList& texts) {
    std::vector<Decision> decisions;
    for (const QString& text : texts) {
        const QStringList words = text.split(u' ');
        const bool isSame = words[0] == QLatin1String("same");
        decisions.push_back({static_cast<qint64>(decisions.size()) + 1,
                             isSame ? Decision::Kind::Same : Decision::Kind::Apart,
                             {sideFrom(words[1]), sideFrom(words[2])}});
    }
    return decisions;
}

QString told(const std::vector<Cluster>& clusters) {
    std::vector<std::vector<qint64>> groups;
    for (const Cluster& cluster : clusters) {
        auto& group = groups.emplace_back();
        for (const Membership& member : cluster.members)
            group.push_back(member.party.value());
        std::sort(group.begin(), group.end());
    }
    std::sort(groups.begin(), groups.end());
    QStringList texts;
    for (const auto& group : groups) {
        QStringList labels;
        for (const qint64 label : group)
            labels << QString::number(label);
        texts << labels.join(u' ');
    }
    return texts.join(QStringLiteral(" | "));
}

QString toldReasons(const Cluster& cluster) {
    QStringList texts;
    for (const Membership& member : cluster.members) {
        QString text = QString::number(member.party.value()) + u' ' + member.rule;
        if (!member.evidence.isEmpty())
            text += u' ' + member.evidence;
        if (!member.joinedTo.isNone())
            text += QStringLiteral(" of ") + QString::number(member.joinedTo.value());
        texts << text;
    }
    return texts.join(QStringLiteral(", "));
}

}  // namespace goodfaith::identity
