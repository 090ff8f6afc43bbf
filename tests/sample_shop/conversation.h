// SPDX-License-Identifier: GPL-3.0-or-later
// A thread of mails between one customer and the shop: who writes when, in whose style, quoting
// what came before.
#pragma once

#include "tests/sample_shop/ledger.h"
#include "tests/sample_shop/mail.h"

namespace goodfaith::sample_shop {

enum class Mailbox { Support, Sales };

class Conversation {
public:
    Conversation(Shop& shop, const Customer& customer, Random& random, Mailbox mailbox,
                 const QString& subject);

    // The facts that the phrases name.
    Slots facts;
    // The last mail of the thread; meaningless while there is none.
    Instant lastAt() const { return lastAt_; }
    Instant lastInboundAt() const { return lastInboundAt_; }
    const QString& lastMessageId() const { return last_.messageId; }

    // `sections`: phrases put together as one text.
    void customerWrites(Instant at, const QStringList& sections, bool photo = false);
    void agentWrites(Instant at, const QStringList& sections);
    // An answer of a machine on the customer's side.
    void autoReplies(Instant at);
    // Our last mail comes back undelivered.
    void bounces(Instant at);

private:
    QString composed(const QStringList& sections);
    QString inCustomersHand(const QString& text);
    QString withQuote(const QString& text, WritingStyle::Quoting quoting) const;
    void send(Mail mail, bool inbound);
    void acknowledge(Instant at);
    Mail draft(bool inbound, Instant at);

    Shop& shop_;
    const Customer& customer_;
    Random& random_;
    Mailbox mailbox_;
    QString subject_;
    QString agent_;
    QStringList messageIds_;
    Mail last_;
    Instant lastAt_;
    Instant lastInboundAt_;
};

// "Tuesday 3 March", "3 March", "03/03": the ways in which people write a day.
QString dayInWords(Random& random, QDate day);
// The facts of an order as phrases need them.
Slots orderFacts(const Shop& shop, const Customer& customer, const Order& order, Random& random);

}  // namespace goodfaith::sample_shop
