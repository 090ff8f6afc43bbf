// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/score_json.h"

#include "app/json/json_values.h"

namespace goodfaith::app {
namespace {

QJsonArray eventIds(const std::vector<EventId>& events) {
    return toArray(events, [](EventId event) { return QJsonValue(event.value()); });
}

QJsonValue purchaseValueJson(const PurchaseValue& value, Currency main) {
    std::optional<double> recencyDays;
    if (value.recency)
        recencyDays = std::chrono::duration<double, std::ratio<86400>>(*value.recency).count();
    return QJsonObject{
        {QStringLiteral("score"), orNull(value.score)},
        {QStringLiteral("orders"), value.orders},
        {QStringLiteral("gross"), toJson(value.gross, main)},
        {QStringLiteral("refunded"), toJson(value.refunded, main)},
        {QStringLiteral("net"), toJson(value.net, main)},
        {QStringLiteral("average_order"), orNull(value.averageOrder)},
        {QStringLiteral("recency_days"), orNull(recencyDays)},
        {QStringLiteral("recency_quintile"), orNull(value.recencyQuintile)},
        {QStringLiteral("frequency_quintile"), orNull(value.frequencyQuintile)},
        {QStringLiteral("monetary_quintile"), orNull(value.monetaryQuintile)},
        {QStringLiteral("expected_next_year"), orNull(value.expectedNextYear)},
        {QStringLiteral("expected_orders_next_year"), orNull(value.expectedOrders)},
        {QStringLiteral("probability_active"), orNull(value.probabilityActive)},
    };
}

QJsonValue complaintsJson(const ComplaintFrequency& complaints) {
    return QJsonObject{
        {QStringLiteral("score"), orNull(complaints.score)},
        {QStringLiteral("cases"), complaints.cases},
        {QStringLiteral("cases_without_order"), complaints.casesWithoutOrder},
        {QStringLiteral("supported"), complaints.supported},
        {QStringLiteral("unverified"), complaints.unverified},
        {QStringLiteral("contradicted"), complaints.contradicted},
        {QStringLiteral("mature_orders"), complaints.matureOrders},
        {QStringLiteral("per_order"), complaints.perOrder},
        {QStringLiteral("per_order_low"), complaints.perOrderLow},
        {QStringLiteral("per_order_high"), complaints.perOrderHigh},
        {QStringLiteral("shop_per_order"), complaints.shopPerOrder},
    };
}

QJsonValue replyTimesJson(const ReplyTimes& times) {
    return QJsonObject{
        {QStringLiteral("first_reply_median_s"), secondsOrNull(times.firstReplyMedian)},
        {QStringLiteral("first_reply_p90_s"), secondsOrNull(times.firstReplyP90)},
        {QStringLiteral("next_reply_median_s"), secondsOrNull(times.nextReplyMedian)},
        {QStringLiteral("next_reply_p90_s"), secondsOrNull(times.nextReplyP90)},
        {QStringLiteral("resolution_median_s"), secondsOrNull(times.resolutionMedian)},
        {QStringLiteral("resolution_p90_s"), secondsOrNull(times.resolutionP90)},
    };
}

QJsonValue responseJson(const ResponseRecord& response) {
    return QJsonObject{
        {QStringLiteral("score"), orNull(response.score)},
        {QStringLiteral("inquiries"), response.inquiries},
        {QStringLiteral("first_reply_median_s"), secondsOrNull(response.firstReplyMedian)},
        {QStringLiteral("first_reply_p90_s"), secondsOrNull(response.firstReplyP90)},
        {QStringLiteral("next_reply_median_s"), secondsOrNull(response.nextReplyMedian)},
        {QStringLiteral("next_reply_p90_s"), secondsOrNull(response.nextReplyP90)},
        {QStringLiteral("resolution_median_s"), secondsOrNull(response.resolutionMedian)},
        {QStringLiteral("resolution_p90_s"), secondsOrNull(response.resolutionP90)},
        {QStringLiteral("in_business_time"), replyTimesJson(response.inBusinessTime)},
        {QStringLiteral("target_met"), orNull(response.targetMet)},
        {QStringLiteral("waiting_since"), orNull(response.waitingSince)},
        {QStringLiteral("missed_contacts"), response.missedContacts},
        {QStringLiteral("abandoned_calls"), response.abandonedCalls},
        {QStringLiteral("chasers"), response.chasers},
    };
}

QJsonValue reasonJson(const Reason& reason) {
    return QJsonObject{{QStringLiteral("code"), reason.code},
                       {QStringLiteral("weight"), reason.weight},
                       {QStringLiteral("text"), reason.text},
                       {QStringLiteral("events"), eventIds(reason.events)}};
}

template <class Tag>
QJsonValue idOrNull(Id<Tag> id) {
    return id.isNone() ? QJsonValue(QJsonValue::Null) : QJsonValue(id.value());
}

QJsonObject caseJson(const Case& matter) {
    return {
        {QStringLiteral("case"), matter.id.value()},
        {QStringLiteral("topic"), nameOf(matter.topic)},
        {QStringLiteral("state"), nameOf(matter.state)},
        {QStringLiteral("outcome"), matter.outcome ? nameOf(*matter.outcome) : QJsonValue()},
        {QStringLiteral("reopened"), matter.reopenings},
        {QStringLiteral("opened_at"), toIsoUtc(matter.openedAt)},
        {QStringLiteral("last_at"), toIsoUtc(matter.lastAt)},
        {QStringLiteral("asks"),
         toArray(matter.asks, [](Ask ask) { return QJsonValue(nameOf(ask)); })},
        {QStringLiteral("events"), eventIds(matter.events)},
    };
}

QJsonObject openCaseJson(const Case& matter, const CaseTimes& times) {
    QJsonObject json = caseJson(matter);
    json.insert(QStringLiteral("first_reply_s"), secondsOrNull(times.firstReply));
    json.insert(QStringLiteral("first_reply_business_s"),
                secondsOrNull(times.firstReplyInBusinessTime));
    json.insert(QStringLiteral("open_s"), toSeconds(times.open));
    json.insert(QStringLiteral("open_business_s"), toSeconds(times.openInBusinessTime));
    return json;
}

QJsonObject resolvedCaseJson(const Case& matter) {
    QJsonObject json = caseJson(matter);
    json.insert(QStringLiteral("resolved_at"), orNull(matter.resolvedAt));
    json.insert(QStringLiteral("on_the_spot"), matter.isOnTheSpot);
    json.insert(QStringLiteral("bought_again"), idOrNull(matter.boughtAgain));
    return json;
}

QJsonArray openCasesJson(const Brief& brief) {
    QJsonArray array;
    for (size_t at = 0; at < brief.openCases.size(); ++at)
        array.append(openCaseJson(brief.openCases[at], brief.caseTimes.at(at)));
    return array;
}

QJsonValue noteJson(const Note& note) {
    return QJsonObject{{QStringLiteral("note"), note.act.value()},
                       {QStringLiteral("at"), toIsoUtc(note.at)},
                       {QStringLiteral("by"), textOrNull(note.by)},
                       {QStringLiteral("text"), note.text}};
}

QJsonValue judgementJson(const Judgement& judgement) {
    const auto verdict = judgement.verdict ? QJsonValue(nameOf(*judgement.verdict)) : QJsonValue();
    return QJsonObject{{QStringLiteral("act"), judgement.act.value()},
                       {QStringLiteral("at"), toIsoUtc(judgement.at)},
                       {QStringLiteral("by"), textOrNull(judgement.by)},
                       {QStringLiteral("verdict"), verdict},
                       {QStringLiteral("reason"), textOrNull(judgement.reason)},
                       {QStringLiteral("review_at"), orNull(judgement.reviewAt)},
                       {QStringLiteral("computed_verdict"), nameOf(judgement.shown.verdict)},
                       {QStringLiteral("p_chronic"), judgement.shown.pChronic},
                       {QStringLiteral("parameters_id"), idOrNull(judgement.shown.parameters)},
                       {QStringLiteral("as_of"), toIsoUtc(judgement.shown.asOf)}};
}

QJsonValue promiseJson(const Promise& promise, Instant asOf) {
    return QJsonObject{
        {QStringLiteral("due"), toIsoUtc(promise.due)},
        {QStringLiteral("text"), promise.phrase},
        {QStringLiteral("kind"), nameOf(promise.kind)},
        {QStringLiteral("state"), nameOf(promise.state)},
        {QStringLiteral("stands"), promise.stands(asOf)},
        {QStringLiteral("made_at"), toIsoUtc(promise.madeAt)},
        {QStringLiteral("done_at"), orNull(promise.doneAt)},
        {QStringLiteral("event"), idOrNull(promise.event)},
        {QStringLiteral("note"), idOrNull(promise.noted)},
        {QStringLiteral("orders"), eventIds(promise.orders)},
    };
}

QJsonValue itemJson(const FavouriteItem& item) {
    return QJsonObject{{QStringLiteral("sku"), item.sku},
                       {QStringLiteral("title"), item.title},
                       {QStringLiteral("quantity"), item.quantity}};
}

QJsonObject dataKnownTo(const std::map<RecordKind, Instant>& known) {
    QJsonObject object;
    for (const auto& [kind, until] : known)
        object.insert(nameOf(kind), toIsoUtc(until));
    return object;
}

}  // namespace

QJsonObject toJson(const Score& score, Currency main) {
    return {
        {QStringLiteral("customer"), score.customer.value()},
        {QStringLiteral("name"), textOrNull(score.name)},
        {QStringLiteral("as_of"), toIsoUtc(score.asOf)},
        {QStringLiteral("parameters_id"), score.parameters.value()},
        {QStringLiteral("purchase_value"), purchaseValueJson(score.purchaseValue, main)},
        {QStringLiteral("complaints"), complaintsJson(score.complaints)},
        {QStringLiteral("response"), responseJson(score.response)},
        {QStringLiteral("verdict"), nameOf(score.verdict)},
        {QStringLiteral("p_chronic"), score.pChronic},
        {QStringLiteral("judged_by_agent"), score.judgement.has_value()},
        {QStringLiteral("computed_verdict"), nameOf(score.computed)},
        {QStringLiteral("reasons"),
         toArray(score.reasons, [](const Reason& reason) { return reasonJson(reason); })},
    };
}

QJsonObject toJson(const Brief& brief, Currency main) {
    QJsonObject object = toJson(brief.score, main);
    object.insert(QStringLiteral("open_cases"), openCasesJson(brief));
    object.insert(QStringLiteral("resolved_cases"),
                  toArray(brief.resolvedCases,
                          [](const Case& matter) { return QJsonValue(resolvedCaseJson(matter)); }));
    object.insert(QStringLiteral("promises"), toArray(brief.promises, [&](const Promise& promise) {
                      return promiseJson(promise, brief.score.asOf);
                  }));
    object.insert(QStringLiteral("notes"),
                  toArray(brief.notes, [](const Note& note) { return noteJson(note); }));
    object.insert(QStringLiteral("judgements"),
                  toArray(brief.judgements,
                          [](const Judgement& judgement) { return judgementJson(judgement); }));
    object.insert(QStringLiteral("last_contact"), orNull(brief.overview.lastContact));
    object.insert(QStringLiteral("doubtful_addresses"),
                  toArray(brief.overview.doubtfulAddresses, [](const AddressOverview& one) {
                      return QJsonObject{{QStringLiteral("address"), one.address},
                                         {QStringLiteral("came_back"), one.bounces},
                                         {QStringLiteral("last_came_back"), orNull(one.lastBounce)},
                                         {QStringLiteral("meant"), textOrNull(one.meant)}};
                  }));
    object.insert(
        QStringLiteral("favourite_items"),
        toArray(brief.favouriteItems, [](const FavouriteItem& item) { return itemJson(item); }));
    object.insert(QStringLiteral("spent_last_six_months"), toJson(brief.spentLastSixMonths, main));
    object.insert(QStringLiteral("visits_last_six_months"), brief.visitsLastSixMonths);
    object.insert(QStringLiteral("compensated_so_far"), toJson(brief.compensatedSoFar, main));
    object.insert(QStringLiteral("data_known_to"), dataKnownTo(brief.dataKnownTo));
    object.insert(QStringLiteral("advice"), toJson(brief.advice));
    object.insert(QStringLiteral("what_would_change"), toJson(brief.whatWouldChange));
    return object;
}

}  // namespace goodfaith::app
