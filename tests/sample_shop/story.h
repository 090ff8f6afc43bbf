// SPDX-License-Identifier: GPL-3.0-or-later
// What happens between one customer and the shop. Each step writes its records and mails; the kinds
// (kinds.h) put the steps together.
#pragma once

#include "tests/sample_shop/conversation.h"

namespace goodfaith::sample_shop {

// What goes wrong on our side or the carrier's.
enum class Trouble {
    Late,
    Lost,
    Damaged,
    Defective,
    WrongItem,
    MissingPart,
    ChargedTwice,
    RefundLate,
};

// What the records speak against.
enum class Abuse {
    NeverArrived,    // against proof of delivery
    RefundNoReturn,  // the return never comes
    ReturnedUsed,
    ReturnedEmpty,
    ReturnedOther,
    RefundAndChargeback,
    RefundAndReplacement,
};

class Story {
public:
    Story(Shop& shop, Customer customer, Random random);

    Customer customer;
    bool angry = false;

    Random& random() { return random_; }
    // An order with whatever befalls it by chance.
    void ordinaryOrder(Instant at, bool bigSpender = false);
    // An order that goes wrong, complained of.
    void troubledOrder(Instant at, Trouble trouble, const Carrier* carrier = nullptr);
    // Comes back as new, for no fault of ours.
    void changeOfMind(Instant at, bool again);
    void abusiveOrder(Instant at, Abuse abuse);

    void questionBeforePurchase(Instant at);
    void statusQuestion(const Order& order);
    void thanks(const Order& order);
    void everydayCall(Instant at);
    // Ours, to many at once; no answer to anything.
    void newsletter(Instant at);

private:
    struct CallOutcome;

    // story_trouble.cpp
    OrderWish wishFor(Instant at, Trouble trouble);
    Instant troubleNoticed(const Order& order, Trouble trouble);
    void complain(const Order& order, Trouble trouble);
    void complainByPhone(const Order& order, Trouble trouble, Instant at);
    void complainByMail(const Order& order, Trouble trouble, Instant at);
    void makeGood(const Order& order, Trouble trouble, Instant agreedAt, Slots& facts);
    void chaseWhileWaiting(Conversation& thread, Instant answerAt);
    QString replySection(const Order& order, Trouble trouble) const;

    // story_abuse.cpp
    void claimNeverArrived(const Order& order);
    void claimWithReturn(const Order& order, Abuse abuse);
    void followUp(const Order& order, Abuse abuse, Conversation& mails, Instant at);
    Conversation claimThread(const Order& order, const QString& topic);
    void refundAfter(const Order& order, Instant at, const QString& reason);

    // story.cpp
    std::optional<Instant> answerTime(Instant from);
    Conversation thread(Mailbox mailbox, const QString& subjectSection, const Slots& facts);
    Slots factsOf(const Order& order);
    void tellDue(Slots& facts, Instant at);
    void call(Instant at, const QString& notesSection, const Slots& facts);
    void missedCall(Instant at);
    void writeCall(Instant at, const CallOutcome& outcome);

    Shop& shop_;
    Random random_;
    Ledger ledger_;
};

}  // namespace goodfaith::sample_shop
