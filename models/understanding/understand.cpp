// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/understand.h"

#include "models/understanding/cases.h"
#include "models/understanding/contacts.h"
#include "models/understanding/waits.h"

#include <algorithm>

namespace goodfaith::understanding {

Understanding understand(const CustomerFacts& allFacts, const std::vector<EventReading>& readings,
                         const ShopSettings&, Instant asOf) {
    const CustomerFacts facts = factsAsOf(allFacts, asOf);
    QHash<EventId, const Reading*> byEvent;
    for (const EventReading& entry : readings)
        byEvent.insert(entry.event, &entry.reading);
    const auto contacts = contactsOf(facts, byEvent);
    Understanding understanding;
    for (const Contact& contact : contacts) {
        if (contact.reading)
            understanding.readings.push_back({contact.event, *contact.reading});
    }
    std::sort(understanding.readings.begin(), understanding.readings.end(),
              [](const auto& a, const auto& b) { return a.event < b.event; });
    auto book = casesOf(facts, contacts, asOf);
    understanding.cases = std::move(book.cases);
    understanding.waits = waitsOf(contacts, book.caseOf, asOf);
    return understanding;
}

}  // namespace goodfaith::understanding
