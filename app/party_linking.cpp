// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/party_linking.h"

#include "models/identity/link_plan.h"
#include "models/store/party_links.h"

namespace goodfaith::app {

namespace {

LinkingResult linkAll(store::PartyLinks& links, const std::vector<LinkedParty>& unlinked) {
    LinkingResult result;
    if (unlinked.empty())
        return result;
    for (const auto& plan : identity::planLinks(links.sharingKeys(unlinked))) {
        const bool isNew = plan.kept.isNone();
        const CustomerId customer = isNew ? links.createCustomer() : plan.kept;
        if (isNew)
            result.created.push_back(customer);
        for (const auto& link : plan.links)
            links.link(link.party, customer, link.rule, link.evidence);
        for (const auto& other : plan.absorbed) {
            links.absorb(customer, other.absorbed, other.rule, other.evidence);
            result.absorbed.push_back(other.absorbed);
        }
    }
    return result;
}

}  // namespace

LinkingResult linkNewParties(store::Database& database) {
    store::PartyLinks links(database);
    return linkAll(links, links.unlinked());
}

LinkingResult linkNewParties(store::PartyLinks& links, const std::vector<PartyId>& among) {
    return linkAll(links, links.unlinkedAmong(among));
}

bool relinkWithout(store::PartyLinks& links, const std::vector<PartyId>& left) {
    constexpr size_t partiesAtOnce = 10'000;
    std::vector<LinkedParty> apart;
    const auto customers = links.unlinkIdle(left);
    for (const CustomerId customer : customers) {
        for (LinkedParty& party : links.takeApart(customer))
            apart.push_back(std::move(party));
        if (apart.size() >= partiesAtOnce)
            linkAll(links, std::exchange(apart, {}));
    }
    linkAll(links, apart);
    return !customers.empty();
}

}  // namespace goodfaith::app
