// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/whole_path/judged_shop.h"

#include "app/import_service.h"
#include "app/shop.h"
#include "app/shop_refresh.h"
#include "app/understood_customers.h"
#include "models/scoring/history.h"
#include "models/store/import_ledger.h"
#include "models/store/statement.h"
#include "tests/sample_shop/calendar.h"
#include "tests/whole_path/loss.h"

namespace goodfaith::whole_path {
namespace {

void import(const QString& database, const QString& folder) {
    app::ImportRequest request;
    request.paths << folder;
    request.region = QStringLiteral("GB");
    request.ownAddresses << QStringLiteral("emberwick.example");
    request.ownNumbers << QStringLiteral("+442079460100");
    app::runImport(database, request, {}, {});
}

QHash<QString, EventId> eventsByKey(store::Database& database) {
    store::Query<QString, EventId> query(
        database, "SELECT key, id FROM record WHERE kind IN (:message, :call, :chat, :form)");
    QHash<QString, EventId> events;
    for (query.start(RecordKind::Message, RecordKind::Call, RecordKind::Chat,
                     RecordKind::ContactForm);
         query.next();) {
        const auto [key, event] = query.row();
        events.insert(key, event);
    }
    return events;
}

QHash<QString, size_t> peopleByOrder(const std::vector<PersonTruth>& people) {
    QHash<QString, size_t> byOrder;
    for (size_t i = 0; i < people.size(); ++i) {
        for (const QString& order : people[i].orders)
            byOrder.insert(order, i);
    }
    return byOrder;
}

Topic family(Topic topic) {
    return topic == Topic::Late ? Topic::NotReceived : topic;
}

// A claim's first message says it; what no claim names is none.
void countReadings(const Known& known, const PersonTruth& truth, ReadingCounts& counts) {
    QHash<EventId, Topic> meant;
    QHash<EventId, bool> further;
    for (const Claim& claim : truth.claims) {
        for (qsizetype i = 0; i < claim.messages.size(); ++i) {
            const EventId event = known.eventsByKey.value(claim.messages[i]);
            i == 0 ? void(meant.insert(event, claim.topic)) : void(further.insert(event, true));
        }
    }
    for (const MessageFact& message : known.facts.messages) {
        const Reading* reading = known.understanding.reading(message.id);
        if (message.direction != Direction::Inbound || further.contains(message.id))
            continue;
        const bool isTaken = reading != nullptr && reading->complaint;
        if (const auto topic = meant.constFind(message.id); topic != meant.cend()) {
            ++counts.complaints;
            counts.found += isTaken;
            if (isTaken)
                ++counts.topics[{*topic, reading->topic}];
            counts.onTopic += isTaken && family(reading->topic) == family(*topic);
        } else {
            ++counts.others;
            counts.falseAlarms += isTaken;
        }
    }
}

}  // namespace

const char* nameOf(Fate fate) {
    static constexpr std::array<const char*, fateCount> names{
        "contradicted",
        "excused",
        "read under another topic, nothing against it",
        "nothing on record",
        "in a case of another order",
        "about no order",
        "not read as a complaint"};
    return names[size_t(fate)];
}

JudgedShop judgedShop(const QString& folder, const std::vector<PersonTruth>& people) {
    const QString path = folder + QStringLiteral(".db");
    import(path, folder);
    const Instant asOf = sample_shop::endOfStory();
    app::Shop shop(path, app::Freshness::AsIs);
    QHash<CustomerId, Score> scores;
    shop.forEachScore(asOf, [&](const Score& score) { scores.insert(score.customer, score); });
    const auto settings = shop.settings();
    const auto parameters = app::parametersAtHand(shop.database(), settings, asOf);
    const auto coverage = store::ImportLedger(shop.database()).coverageLedger();
    const auto events = eventsByKey(shop.database());
    const auto byOrder = peopleByOrder(people);
    JudgedShop result;
    for (const PersonTruth& truth : people)
        result.people.push_back({truth, VerdictKind::GoodFaith, 0, {}});
    const auto visit = [&](const CustomerFacts& facts, const Understanding& understanding) {
        const scoring::History history(facts, understanding, coverage, settings, asOf,
                                       &parameters.issues);
        const auto cases = scoring::judgeCases(history);
        const Known known{facts, understanding, cases, events};
        for (const OrderFact& order : facts.orders) {
            const auto at = byOrder.constFind(order.key);
            if (at == byOrder.cend())
                continue;
            JudgedPerson& person = result.people[*at];
            const Score& score = scores[facts.id];
            if (person.claims.empty() && order.key == person.truth.orders.first())
                countReadings(known, person.truth, result.readings);
            person.pChronic = std::max(person.pChronic, score.pChronic);
            person.verdict = score.verdict;
            for (const Claim& claim : person.truth.claims) {
                if (claim.order == order.key)
                    person.claims.push_back(followed(claim, known));
            }
        }
    };
    app::forEachUnderstood(shop.database(), settings, asOf, visit);
    return result;
}

}  // namespace goodfaith::whole_path
