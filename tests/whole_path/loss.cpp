// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/whole_path/loss.h"

#include "models/scoring/evidence.h"

#include <algorithm>

namespace goodfaith::whole_path {
namespace {

using scoring::JudgedCase;
using scoring::Standing;

template <class List, class Value>
bool holds(const List& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

Topic family(Topic topic) {
    return topic == Topic::Late ? Topic::NotReceived : topic;
}

Fate fateOf(const Claim& claim, const JudgedCase& judged) {
    if (judged.standing == Standing::Contradicted)
        return Fate::Contradicted;
    if (judged.standing == Standing::Supported)
        return Fate::Excused;
    return family(judged.matter->topic) == family(claim.topic) ? Fate::Unproven : Fate::OffTopic;
}

}  // namespace

Followed followed(const Claim& claim, const Known& known) {
    Followed result{claim, Fate::Unread, {}};
    EventId order;
    for (const OrderFact& fact : known.facts.orders) {
        if (fact.key == claim.order)
            order = fact.id;
    }
    std::vector<EventId> messages;
    for (const QString& key : claim.messages)
        messages.push_back(known.eventsByKey.value(key));
    for (const JudgedCase& judged : known.cases) {
        const Case& matter = *judged.matter;
        const bool isAbout = !matter.isGuessed() && holds(matter.orders, order);
        const bool isOfIt = std::any_of(messages.begin(), messages.end(), [&](EventId event) {
            return holds(matter.complaints, event);
        });
        Fate fate = Fate::Unread;
        if (isAbout)
            fate = fateOf(claim, judged);
        else if (isOfIt)
            fate = matter.orders.empty() || matter.isGuessed() ? Fate::NoOrder : Fate::InAnother;
        if (fate >= result.fate)
            continue;
        result.fate = fate;
        result.findings.clear();
        for (const auto& finding : judged.findings)
            result.findings.append(QString::fromLatin1(finding.evidence->code));
    }
    return result;
}

}  // namespace goodfaith::whole_path
