// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace goodfaith::items {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("Names", text);
}

struct KindWords {
    RecordKind kind;
    const char* one;
    const char* many;
    const char* icon;
};

constexpr auto kinds = std::to_array<KindWords>({
    {RecordKind::Customer, "Customer", "Customers", "person"},
    {RecordKind::Order, "Order", "Orders", "order"},
    {RecordKind::OrderItem, "Order item", "Order items", "order"},
    {RecordKind::Payment, "Payment", "Payments", "payment"},
    {RecordKind::Refund, "Refund", "Refunds", "refund"},
    {RecordKind::Return, "Return", "Returns", "return"},
    {RecordKind::Shipment, "Shipment", "Shipments", "shipment"},
    {RecordKind::Message, "Mail", "Mails", "mail"},
    {RecordKind::Call, "Call", "Calls", "call"},
    {RecordKind::Chat, "Chat", "Chats", "chat"},
    {RecordKind::ContactForm, "Form", "Forms", "form"},
    {RecordKind::Survey, "Survey", "Surveys", "survey"},
    {RecordKind::Review, "Review", "Reviews", "review"},
    {RecordKind::Visit, "Visit", "Visits", "visit"},
});

const KindWords& wordsOf(RecordKind kind) {
    const auto* found = std::find_if(kinds.begin(), kinds.end(),
                                     [kind](const KindWords& entry) { return entry.kind == kind; });
    return found == kinds.end() ? kinds.front() : *found;
}

struct QueueKindWords {
    QueueKind kind;
    const char* one;
    const char* many;
};

constexpr auto queueKinds = std::to_array<QueueKindWords>({
    {QueueKind::Reply, "Reply", "Replies"},
    {QueueKind::Callback, "Call back", "Calls back"},
    {QueueKind::Promise, "Promise", "Promises"},
    {QueueKind::Case, "Quiet case", "Quiet cases"},
    {QueueKind::FollowUp, "Follow-up", "Follow-ups"},
});

const QueueKindWords& wordsOf(QueueKind kind) {
    const auto* found =
        std::find_if(queueKinds.begin(), queueKinds.end(),
                     [kind](const QueueKindWords& entry) { return entry.kind == kind; });
    return found == queueKinds.end() ? queueKinds.front() : *found;
}

double logOdds(double probability) {
    const double inside = std::clamp(probability, 1e-6, 1 - 1e-6);
    return std::log(inside / (1 - inside));
}

}  // namespace

QString kindName(RecordKind kind) {
    return words(wordsOf(kind).one);
}

QString kindNamePlural(RecordKind kind) {
    return words(wordsOf(kind).many);
}

QString kindIcon(RecordKind kind) {
    return QString::fromLatin1(wordsOf(kind).icon);
}

QString directionArrow(Direction direction) {
    switch (direction) {
        case Direction::Inbound:
            return QStringLiteral("←");
        case Direction::Outbound:
            return QStringLiteral("→");
        case Direction::None:
            break;
    }
    return {};
}

QString directionName(Direction direction) {
    switch (direction) {
        case Direction::Inbound:
            return words("from the customer");
        case Direction::Outbound:
            return words("from us");
        case Direction::None:
            break;
    }
    return {};
}

QString promiseName(PromiseKind kind) {
    switch (kind) {
        case PromiseKind::Call:
            return words("call back");
        case PromiseKind::Reply:
            return words("write back");
        case PromiseKind::Refund:
            return words("refund");
        case PromiseKind::Replacement:
            return words("replacement");
        case PromiseKind::Dispatch:
            return words("send the goods");
        case PromiseKind::Delivery:
            return words("delivery");
        case PromiseKind::Other:
            break;
    }
    return {};
}

QString caseStateName(CaseState state) {
    switch (state) {
        case CaseState::Open:
            return words("waits for us");
        case CaseState::Reopened:
            return words("reopened, waits for us");
        case CaseState::Answered:
            return words("answered");
        case CaseState::WaitingForThem:
            return words("waits for them");
        case CaseState::Resolved:
            break;
    }
    return words("resolved");
}

QString caseOutcomeName(CaseOutcome outcome) {
    switch (outcome) {
        case CaseOutcome::Refund:
            return words("refund");
        case CaseOutcome::Replacement:
            return words("replacement");
        case CaseOutcome::Compensation:
            return words("compensation");
        case CaseOutcome::Explained:
            return words("explained");
        case CaseOutcome::Refused:
            return words("refused");
        case CaseOutcome::None:
            break;
    }
    return words("nothing");
}

QString queueKindName(QueueKind kind) {
    return words(wordsOf(kind).one);
}

QString queueKindNamePlural(QueueKind kind) {
    return words(wordsOf(kind).many);
}

QString topicName(Topic topic) {
    switch (topic) {
        case Topic::NotReceived:
            return words("Not received");
        case Topic::Late:
            return words("Late");
        case Topic::Damaged:
            return words("Damaged");
        case Topic::Defective:
            return words("Defective");
        case Topic::WrongItem:
            return words("Wrong item");
        case Topic::MissingPart:
            return words("Missing part");
        case Topic::Billing:
            return words("Billing");
        case Topic::RefundNotPaid:
            return words("Refund not paid");
        case Topic::ReturnRefused:
            return words("Return refused");
        case Topic::Service:
            return words("Service");
        case Topic::Website:
            return words("Website");
        case Topic::None:
        case Topic::Other:
            break;
    }
    return words("Other");
}

QString templateName(const QString& name) {
    QString text = name;
    text.replace(u'_', u' ');
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString foundTitle(const QString& found) {
    return found.isEmpty() ? words("as it looks") : words("as it looks (%1)").arg(found);
}

QString savedMappingTitle(const QString& name) {
    return words("Saved: %1").arg(name);
}

QString seriesName(const QString& name) {
    if (const auto topic = topicFromName(name))
        return topicName(*topic);
    if (name == u"written")
        return words("Written");
    if (name == u"phone")
        return words("Phone");
    return templateName(name);
}

QString verdictName(VerdictKind verdict) {
    switch (verdict) {
        case VerdictKind::NeedsLook:
            return words("Needs a look");
        case VerdictKind::ChronicPattern:
            return words("Chronic pattern");
        case VerdictKind::GoodFaith:
            break;
    }
    return words("Good faith");
}

Strength strengthOf(const Score& score) {
    constexpr double prior = 0.02;
    if (score.verdict != VerdictKind::GoodFaith) {
        if (score.pChronic >= 0.95)
            return Strength::Strong;
        return score.pChronic >= 0.75 ? Strength::Some : Strength::Little;
    }
    const double moved = logOdds(prior) - logOdds(score.pChronic);
    if (moved >= 1.5)
        return Strength::Strong;
    return moved >= 0.5 ? Strength::Some : Strength::Little;
}

Strength strengthOf(const Reason& reason) {
    const double weight = std::abs(reason.weight);
    if (weight >= 1.5)
        return Strength::Strong;
    return weight >= 0.5 ? Strength::Some : Strength::Little;
}

QString strengthName(Strength strength) {
    switch (strength) {
        case Strength::Strong:
            return words("strong evidence");
        case Strength::Some:
            return words("some evidence");
        case Strength::Little:
            break;
    }
    return words("little evidence");
}

}  // namespace goodfaith::items
