// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/contacts.h"

#include "models/understanding/answers_elsewhere.h"
#include "models/understanding/mail_layout.h"
#include "models/understanding/order_mentions.h"
#include "models/understanding/threads.h"

#include <algorithm>
#include <tuple>

namespace goodfaith::understanding {
namespace {

CallOutcome inboundOutcome(const CallFact& call, Duration shortAbandon) {
    switch (call.disposition) {
        case CallDisposition::Answered:
            return CallOutcome::Answered;
        case CallDisposition::Abandoned:
            return isShortAbandon(call, shortAbandon) ? CallOutcome::None : CallOutcome::Missed;
        case CallDisposition::Voicemail:
        case CallDisposition::Busy:
        case CallDisposition::NoAnswer:
            return CallOutcome::Missed;
        case CallDisposition::Unknown:
            return call.talk && call.talk->count() > 0 ? CallOutcome::Answered : CallOutcome::None;
        case CallDisposition::Failed:
            break;
    }
    return CallOutcome::None;
}

CallOutcome outboundOutcome(const CallFact& call) {
    if (call.disposition == CallDisposition::Failed)
        return CallOutcome::None;
    const bool spoke =
        call.disposition == CallDisposition::Answered ||
        (call.disposition == CallDisposition::Unknown && call.talk && call.talk->count() > 0);
    return spoke ? CallOutcome::Answered : CallOutcome::Attempt;
}

std::vector<size_t> ordersNamedIn(const MessageFact& message, const Reading* reading,
                                  const OrderMentions& mentions) {
    auto orders = mentions.byKey(message.orderKey);
    if (!orders.empty())
        return orders;
    const QString& text = reading ? reading->newText : message.text;
    return mentions.in(message.subject + u'\n' + text);
}

bool isChat(const MessageFact& message) {
    return message.channel == nameOf(RecordKind::Chat);
}

bool isForm(const MessageFact& message) {
    return message.channel == nameOf(RecordKind::ContactForm);
}

Contact contactOf(const MessageFact& message, int thread) {
    Contact contact;
    contact.event = message.id;
    contact.at = message.at;
    contact.direction = message.direction;
    contact.mailbox = message.mailbox;
    contact.thread = thread;
    contact.repliedAt = message.firstReplyAt;
    contact.repliedWithin = isChat(message) && (message.firstReplyAt || !message.agent.isEmpty());
    contact.isAnsweredElsewhere = isForm(message) || (isChat(message) && !contact.repliedWithin);
    return contact;
}

Contact contactOf(const CallFact& call, Duration shortAbandon) {
    Contact contact;
    contact.event = call.id;
    contact.at = call.at;
    contact.kind = RecordKind::Call;
    contact.direction = call.direction;
    contact.mailbox = call.queue;
    contact.ring = call.wait.value_or(Duration{});
    contact.call = outcomeOf(call, shortAbandon);
    return contact;
}

}  // namespace

bool isShortAbandon(const CallFact& call, Duration shortAbandon) {
    return call.disposition == CallDisposition::Abandoned && call.wait && *call.wait < shortAbandon;
}

CallOutcome outcomeOf(const CallFact& call, Duration shortAbandon) {
    if (call.direction == Direction::Inbound)
        return inboundOutcome(call, shortAbandon);
    return call.direction == Direction::Outbound ? outboundOutcome(call) : CallOutcome::None;
}

bool Contact::isHuman() const {
    return !reading || reading->nature == MessageNature::Human;
}

bool Contact::complains() const {
    return isInbound() && isHuman() && ((reading && reading->complaint) || heardAs);
}

Topic Contact::topic() const {
    return heardAs.value_or(reading ? reading->topic : Topic::None);
}

bool Contact::isMereThanks() const {
    return isInbound() && isMessage() && reading && reading->thanks && !heardAs;
}

bool Contact::isInquiry() const {
    if (!isInbound())
        return false;
    return isMessage() ? isHuman() && !isMereThanks() : call == CallOutcome::Missed;
}

bool Contact::isAnswer() const {
    return isMessage() ? (isOutbound() || repliedWithin) && isHuman()
                       : call == CallOutcome::Answered;
}

std::vector<Contact> contactsOf(const CustomerFacts& facts,
                                const QHash<EventId, const Reading*>& readings,
                                Duration shortAbandon) {
    static const QSet<QString> replyPrefixes = MailLayout::load().replyPrefixes;
    const OrderMentions mentions(facts.orders);
    const auto earlier = [](const auto& a, const auto& b) {
        return std::tie(a.at, a.id) < std::tie(b.at, b.id);
    };
    std::vector<MessageFact> sorted;
    if (!std::is_sorted(facts.messages.begin(), facts.messages.end(), earlier)) {
        sorted = facts.messages;
        std::sort(sorted.begin(), sorted.end(), earlier);
    }
    const auto& messages = sorted.empty() ? facts.messages : sorted;
    const auto threads = threadsOf(messages, replyPrefixes);
    std::vector<Contact> contacts;
    contacts.reserve(messages.size() + facts.calls.size());
    for (size_t at = 0; at < messages.size(); ++at) {
        auto& contact = contacts.emplace_back(contactOf(messages[at], threads[at]));
        contact.reading = readings.value(messages[at].id);
        contact.orders = ordersNamedIn(messages[at], contact.reading, mentions);
    }
    for (const CallFact& call : facts.calls) {
        auto& contact = contacts.emplace_back(contactOf(call, shortAbandon));
        contact.reading = readings.value(call.id);
        contact.orders = mentions.in(call.notes);
    }
    std::sort(contacts.begin(), contacts.end(), [](const Contact& a, const Contact& b) {
        return std::tie(a.at, a.event) < std::tie(b.at, b.event);
    });
    joinAnswersElsewhere(contacts);
    return contacts;
}

}  // namespace goodfaith::understanding
